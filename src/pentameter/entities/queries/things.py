"""A thing as one reader may know it: the mentions in reports that they may read, and what was judged among them.

Two mentions of one agency can be one thing only because of a third that its readers may not read. To show the two
together would tell what the third says; so a reader's thing holds what judgements between mentions that they may read
hold together, and is named after the smallest of those, never after one that they may not know of.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities.models import Judgement as Row
from pentameter.entities.models import Placing
from pentameter.entities.queries.contradictions import contradictions_around
from pentameter.entities.queries.interests import Call, calls_about
from pentameter.entities.queries.ledger import LedgerLine, holding_of, lines_of, rows_touching
from pentameter.entities.rules.canonical import Contradiction
from pentameter.entities.rules.reading import together
from pentameter.intelligence.api import ShownMention, readable_reports, shown_mentions
from pentameter.kernel.actor import Actor

SHOWN = 200
"""So many mentions of a thing are opened; the others are counted."""


@dataclass(frozen=True, slots=True)
class ThingView:
    """A thing, to one reader. `id` is its smallest mention that they may read; `total` counts those they may read.

    `others` are mentions outside the thing that something in the ledger is about; `calls` says which agencies have an
    interest that the reader's own is told of, and whom to call.
    """

    id: UUID
    kind: str
    mentions: tuple[ShownMention, ...]
    total: int
    agencies: tuple[str, ...]
    ledger: tuple[LedgerLine, ...]
    others: Mapping[UUID, ShownMention]
    contradictions: tuple[Contradiction, ...]
    calls: tuple[Call, ...]


@dataclass(frozen=True, slots=True)
class _Member:
    """A mention that the reader may read, before it is opened."""

    mention: UUID
    report: UUID
    agency: str


def thing_of(mention: UUID, by: Actor) -> ThingView | None:
    """The thing that a mention belongs to, or None unless the actor may read the mention."""
    own = shown_mentions([mention], by).get(mention)
    if own is None:
        return None
    thing = Placing.objects.filter(pk=mention).values_list("thing", flat=True).first()
    alone = {mention: _Member(mention, own.mention.report, own.mention.agency)}
    readable = _readable_of(thing, by) if thing else alone
    rows, others = _ledger(readable, by)
    groups = together(readable, holding_of(rows).values())
    members = next(group for group in groups if mention in group)
    ledger = lines_of(row for row in rows if row.left_id in members or row.right_id in members)
    agencies = tuple(sorted({readable[one].agency for one in members}))
    shown = shown_mentions(sorted(members)[:SHOWN], by)
    named = {end for line in ledger for end in line.pair}
    return ThingView(
        id=min(members),
        kind=own.mention.kind,
        mentions=tuple(shown[one] for one in sorted(shown)),
        total=len(members),
        agencies=agencies,
        ledger=ledger,
        others={one: held for one, held in others.items() if one in named},
        contradictions=_contradictions(members, ledger),
        calls=calls_about(thing, by) if thing and by.agency in agencies else (),
    )


def _readable_of(thing: UUID, by: Actor) -> dict[UUID, _Member]:
    """The mentions of a thing that the actor may read. Two SQL queries."""
    rows = Placing.objects.filter(thing=thing).order_by().values_list("mention_id", "report_id", "agency_id")
    members = [_Member(*row) for row in rows]
    mine = readable_reports({one.report for one in members}, by)
    return {one.mention: one for one in members if one.report in mine}


def _ledger(readable: Mapping[UUID, _Member], by: Actor) -> tuple[tuple[Row, ...], Mapping[UUID, ShownMention]]:
    """The judgements on these between two that the actor may read, and the mentions beyond them, opened."""
    rows = rows_touching(readable.keys())
    others = shown_mentions({end for row in rows for end in (row.left_id, row.right_id)} - readable.keys(), by)
    known = readable.keys() | others.keys()
    return tuple(row for row in rows if row.left_id in known and row.right_id in known), others


def _contradictions(members: Collection[UUID], ledger: Iterable[LedgerLine]) -> tuple[Contradiction, ...]:
    """Those of whose judgements the reader knows both."""
    known = {line.id for line in ledger}
    return tuple(one for one in contradictions_around(members) if one.same in known and one.different in known)
