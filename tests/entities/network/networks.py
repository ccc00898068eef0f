"""Networks made for tests: by hand, and at random."""

import random
from datetime import date
from uuid import UUID

from hypothesis import strategies as st

from pentameter.entities.network.graph import Edge, Grade, Network, Node
from pentameter.intelligence.intake.relations import Relation

DAY = date(2026, 11, 23)


def thing(number: int) -> UUID:
    """The id of the nth thing."""
    return UUID(int=number + 1)


def node(number: int, kind: str = "person", label: str = "", agencies: tuple[str, ...] = ("durham",)) -> Node:
    """The nth thing."""
    return Node(thing(number), kind, label or f"Thing {number}", (thing(number),), agencies, (), DAY, DAY)


def edge(one: int, other: int, relation: Relation = Relation.USES, report: int = 0) -> Edge:
    """Something said of two things in a report."""
    identifier = UUID(int=(one + 1) * 1_000_000_000 + (other + 1) * 1_000 + report)
    reports = (UUID(int=10**12 + report),)
    return Edge(identifier, thing(one), thing(other), relation, DAY, DAY, Grade(), "P", reports, "durham")


def network(count: int, pairs: list[tuple[int, int]], kinds: str = "") -> Network:
    """Things joined in pairs. `kinds`: a letter a thing, p for a person and t for a telephone."""
    names = {"p": "person", "t": "phone"}
    nodes = tuple(node(n, names[kinds[n]] if kinds else "person") for n in range(count))
    edges = sorted((edge(one, other, report=n) for n, (one, other) in enumerate(pairs)), key=lambda one: one.id)
    return Network(nodes, tuple(edges), DAY)


def large(count: int, links: int, seed: int = 2007) -> Network:
    """Many things, most of them joined to those near them."""
    rng = random.Random(seed)
    pairs = []
    for _ in range(links):
        one = rng.randrange(count)
        far = rng.randrange(count) if rng.random() < 0.03 else one + rng.choice((-3, -2, -1, 1, 2, 3))
        if one != far and 0 <= far < count:
            pairs.append((one, far))
    return network(count, pairs, "".join(rng.choice("ppt") for _ in range(count)))


@st.composite
def small(draw: st.DrawFn, most: int = 7) -> Network:
    """A network of few things, with any pairs joined, some of them more than once."""
    count = draw(st.integers(1, most))
    possible = [(one, other) for one in range(count) for other in range(count) if one != other]
    pairs = draw(st.lists(st.sampled_from(possible), max_size=12)) if possible else []
    kinds = draw(st.text("pt", min_size=count, max_size=count))
    return network(count, pairs, kinds)
