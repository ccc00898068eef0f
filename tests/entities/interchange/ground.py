"""A small network of invented people and things, as one reader may see it, and the reports behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from pentameter.entities.interchange.leaving import Cover, Format, Leaving, Source
from pentameter.entities.network.graph import Edge, Grade, Network, Node
from pentameter.intelligence.intake.relations import Relation

FIRST, LAST = date(2007, 10, 1), date(2007, 10, 5)


def ident(number: int) -> UUID:
    """An id that reads as its number."""
    return UUID(int=(7 << 76) | (2 << 62) | number)


def node(at: int, called: str, /, **facts: str | Sequence[str]) -> Node:
    """A thing with these facts; several values of one as a list."""
    known = {name: (one,) if isinstance(one, str) else tuple(one) for name, one in facts.items()}
    label = next(iter(known.values()), (f"Unknown {called}",))[0]
    return Node(ident(at), called, label, (ident(at),), ("durham",), ("Durham",), FIRST, LAST, known)


def edge(number: int, source: int, relation: Relation, target: int, **other: object) -> Edge:
    """What is said of two things."""
    made = Edge(
        id=ident(number),
        source=ident(source),
        target=ident(target),
        relation=relation,
        from_on=FIRST,
        to_on=None,
        grade=Grade("3x5x2", "2", "B"),
        handling="C",
        reports=(ident(900),),
        agency="durham",
    )
    return replace(made, **other)


FREE = Source(
    id=ident(901),
    agency="cleveland",
    own_reference="CLE-1",
    reported_on=date(2007, 10, 6),
    scheme="3x5x2",
    source="1",
    information="A",
    handling="P",
    meanings=("reliable", "known directly to the source", "lawful sharing permitted"),
)
BOUND = Source(
    id=ident(900),
    agency="durham",
    own_reference="DUR-1",
    reported_on=LAST,
    scheme="3x5x2",
    source="2",
    information="B",
    handling="C",
    meanings=("untested", "corroborated", "lawful sharing permitted with conditions"),
    conditions="Speak to the sender before acting on it.",
    recipients=("cleveland",),
)

NODES = (
    node(1, "person", name=["Mira Testova", "M. Testova"], role="possible_victim", sex="female", dob="1989-02-28"),
    node(2, "person", name="Viktor Example", role="suspect", nationality="RO", document="X1234567"),
    node(3, "phone", number="+447700900417"),
    node(4, "vehicle", registration="NK07ABC", description="white van"),
    node(5, "premises", kind="massage parlour", address="12 Example Street", postcode="DH1 3XX"),
    node(6, "advert", site="adverts.example", reference="A-20391"),
    node(7, "organisation", name="Example Staff Ltd"),
    node(8, "person", role="buyer"),
)
EDGES = (
    edge(101, 1, Relation.USES, 3),
    edge(102, 2, Relation.CONTROLS, 1, to_on=LAST, reports=(ident(900), ident(901))),
    edge(103, 1, Relation.LIVES_AT, 5),
    edge(104, 2, Relation.WORKS_AT, 7),
    edge(105, 1, Relation.TRAVELLED_WITH, 2, from_on=None),
    edge(106, 3, Relation.ADVERTISED_ON, 6),
    edge(107, 8, Relation.PAYS, 2),
    edge(108, 2, Relation.USES, 4, by="somebody"),
    edge(109, 1, Relation.NAMED_TOGETHER, 2),
)


def cover(form: Format = Format.FTM, *, demo: bool = True) -> Cover:
    """For an analyst, to see whether it arrives."""
    made = datetime(2007, 11, 1, 9, 30, tzinfo=UTC)
    filters = (("kind", "person"), ("kind", "phone"))
    return Cover(form, "Esther Lindqvist", "national-centre", "national_analyst", made, "To brief", filters, demo)


def leaving(
    nodes: Sequence[Node] = NODES,
    edges: Sequence[Edge] = EDGES,
    *,
    form: Format = Format.FTM,
    behind: Mapping[UUID, tuple[UUID, ...]] | None = None,
) -> Leaving:
    """The network on its way out."""
    every = behind if behind is not None else {one.id: (ident(900),) for one in nodes}
    sources = {one.id: one for one in (BOUND, FREE)}
    return Leaving(Network(tuple(nodes), tuple(edges), date(2007, 11, 1)), sources, every, cover(form))
