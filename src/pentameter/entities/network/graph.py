"""The network of things as one reader may see it. Everything in it is what that reader may see, and nothing beside.

A thing is named by the smallest mention of it that the reader may see, and is one thing only where judgements between
mentions that the reader may see make it one. So a report that the reader may not read leaves no trace here: neither in
a label or a date, nor in an identifier, nor in what hangs together.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from uuid import UUID

from pentameter.entities.network.shape import Pair, Shape
from pentameter.intelligence.intake.relations import Relation

Facts = Mapping[str, tuple[str, ...]]
"""What is known of a thing, by name of fact as `MentionDraft.values` has them: each value once, the commonest first."""

NO_FACTS: Facts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Grade:
    """How far a report is to be believed, in its own scheme; empty where a link was said by hand."""

    scheme: str = ""
    source: str = ""
    information: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A thing. `kind` is that of its mentions; `agencies` sent them; `areas` are where their reports say it happened.

    `first_on` and `last_on` are the first and last day of which its reports speak.
    """

    id: UUID
    kind: str
    label: str
    mentions: tuple[UUID, ...]
    agencies: tuple[str, ...]
    areas: tuple[str, ...]
    first_on: date
    last_on: date
    facts: Facts = field(default_factory=lambda: NO_FACTS)


@dataclass(frozen=True, slots=True)
class Edge:
    """What is said of two things: by one agency, under one grade and handling code, in one or several reports.

    `source` and `target` are ids of nodes, in the direction of the relation (she uses the phone). `by` is the person
    who said a link by hand, and then `id` is that link's; of links that reports say it is empty. `from_on` and `to_on`
    are None where no day is known.
    """

    id: UUID
    source: UUID
    target: UUID
    relation: Relation
    from_on: date | None
    to_on: date | None
    grade: Grade
    handling: str
    reports: tuple[UUID, ...]
    agency: str
    by: str = ""


@dataclass(frozen=True)
class Network:
    """Things and what joins them, on a day. Nodes and edges stand in the order of their ids; no edge hangs loose."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    as_of: date

    @cached_property
    def shape(self) -> Shape:
        """The bare shape. Which way an edge points does not matter to what hangs together."""
        things = tuple(node.id for node in self.nodes)
        number = {thing: at for at, thing in enumerate(things)}
        weights: Counter[Pair] = Counter()
        for edge in self.edges:
            one, other = number[edge.source], number[edge.target]
            weights[(one, other) if one < other else (other, one)] += max(1, len(edge.reports))
        return Shape(things, dict(sorted(weights.items())))
