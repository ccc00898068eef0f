"""From what one reader may see to a network: pure, so that nothing else can get in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from uuid import UUID, uuid5

from pentameter.entities.network.graph import Edge, Facts, Grade, Network, Node
from pentameter.intelligence.intake.labels import label
from pentameter.intelligence.intake.relations import NO_DIRECTION, Relation
from pentameter.kernel.ids import in_order

MOST_TOGETHER = 12
"""A report that names more things is a list: that two stand in it together says nothing."""
_NAMES = UUID("6b0f6a52-5f7e-5c55-9d0e-2f6a1c7b2007")


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention as its reader sees it, with what its report says of time, place, grade and handling.

    `values` None: it stayed closed, and its thing has neither a label nor facts.
    """

    id: UUID
    kind: str
    values: Mapping[str, str] | None
    report: UUID
    agency: str
    area: str
    first_on: date
    last_on: date
    grade: Grade
    handling: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of two mentions. `id` and `by` are those of a link by hand; what reports say has none."""

    source: UUID
    relation: Relation
    target: UUID
    from_on: date | None
    to_on: date | None
    grade: Grade
    handling: str
    reports: tuple[UUID, ...]
    agency: str
    id: UUID | None = None
    by: str = ""


def said(seen: Seen, relation: Relation, target: UUID) -> Statement:
    """What a report says of a mention in it and another; days, grade and handling are the report's."""
    days = (seen.first_on, seen.last_on)
    return Statement(seen.id, relation, target, *days, seen.grade, seen.handling, (seen.report,), seen.agency)


def named_together(mentions: Iterable[Seen], thing_of: Mapping[UUID, UUID]) -> Iterator[Statement]:
    """Every two things that one report names, unless it names very many."""
    by_report: dict[UUID, dict[UUID, Seen]] = defaultdict(dict)
    for one in mentions:
        by_report[one.report].setdefault(thing_of[one.id], one)
    for things in by_report.values():
        if len(things) <= MOST_TOGETHER:
            for one, other in combinations((things[thing] for thing in sorted(things, key=in_order)), 2):
                yield said(one, Relation.NAMED_TOGETHER, other.id)


def network_of(
    mentions: Sequence[Seen], thing_of: Mapping[UUID, UUID], statements: Iterable[Statement], *, as_of: date
) -> Network:
    """The network of these mentions; statements of which an end is not among them do not exist."""
    members: dict[UUID, list[Seen]] = defaultdict(list)
    for one in mentions:
        members[thing_of[one.id]].append(one)
    nodes = tuple(_node(thing, members[thing]) for thing in sorted(members, key=in_order))
    known = {one.id for one in mentions}
    inside = (one for one in statements if one.source in known and one.target in known)
    return Network(nodes, tuple(_edges(inside, thing_of)), as_of)


def described(node: Node, mentions: Iterable[Mapping[str, str]]) -> Node:
    """The thing, with what its mentions say of it."""
    facts = _facts(mentions)
    return replace(node, label=label(node.kind, {name: values[0] for name, values in facts.items()}), facts=facts)


def _node(thing: UUID, mentions: Sequence[Seen]) -> Node:
    bare = Node(
        id=thing,
        kind=mentions[0].kind,
        label="",
        mentions=tuple(sorted((one.id for one in mentions), key=in_order)),
        agencies=tuple(sorted({one.agency for one in mentions})),
        areas=tuple(sorted({one.area for one in mentions if one.area})),
        first_on=min(one.first_on for one in mentions),
        last_on=max(one.last_on for one in mentions),
    )
    values = [one.values for one in mentions if one.values is not None]
    return described(bare, values) if values else bare


def _facts(mentions: Iterable[Mapping[str, str]]) -> Facts:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in mentions:
        for name, value in one.items():
            if value:
                counts[name][value] += 1
    return {
        name: tuple(sorted(values, key=lambda value: (-values[value], value)))
        for name, values in sorted(counts.items())
    }


_Key = tuple[UUID, UUID, Relation, str, Grade, str, UUID | None]


def _edges(statements: Iterable[Statement], thing_of: Mapping[UUID, UUID]) -> Iterator[Edge]:
    """One edge for what one agency says under one grade and handling code. The weakest yields to all others."""
    grouped: dict[_Key, list[Statement]] = defaultdict(list)
    for one in statements:
        source, target = thing_of[one.source], thing_of[one.target]
        if one.relation in NO_DIRECTION and target < source:
            source, target = target, source
        if source != target:
            grouped[source, target, one.relation, one.agency, one.grade, one.handling, one.id].append(one)
    stronger = {
        (frozenset(key[:2]), report)
        for key, group in grouped.items()
        if key[2] is not Relation.NAMED_TOGETHER
        for one in group
        for report in one.reports
    }
    made = (_edge(key, group, stronger) for key, group in grouped.items())
    yield from sorted((edge for edge in made if edge is not None), key=lambda edge: in_order(edge.id))


def _edge(key: _Key, group: Sequence[Statement], stronger: set[tuple[frozenset[UUID], UUID]]) -> Edge | None:
    source, target, relation, agency, grade, handling, own = key
    if relation is Relation.NAMED_TOGETHER and stronger:
        both = frozenset((source, target))
        group = [one for one in group if (both, one.reports[0]) not in stronger]
    if not group:
        return None
    return Edge(
        id=own or uuid5(_NAMES, "|".join(map(str, (source, target, relation, agency, grade, handling)))),
        source=source,
        target=target,
        relation=relation,
        from_on=min((one.from_on for one in group if one.from_on), default=None),
        to_on=max((one.to_on for one in group if one.to_on), default=None),
        grade=grade,
        handling=handling,
        reports=tuple(sorted({report for one in group for report in one.reports}, key=in_order)),
        agency=agency,
        by=group[0].by,
    )
