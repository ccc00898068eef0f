"""Which mentions are one thing to one reader: by the judgements between mentions that they may read, and no others.

Two mentions may be one thing only because of a third that the reader may not read, or two things only because of one.
Showing either would tell what stands in it. So the canonical things are worked out anew over what the reader may read,
island by island, and each is named after its smallest mention among those.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities import models
from pentameter.entities.models import Placing
from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Finding, Judgement, Way
from pentameter.intelligence.api import readable_reports, some_of
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Things:
    """Mentions that the reader may read: the thing that each is part of to them, and the report that it stands in."""

    of: Mapping[UUID, UUID]
    report: Mapping[UUID, UUID]

    def mentions(self, thing: UUID) -> tuple[UUID, ...]:
        """The mentions of a thing."""
        return tuple(sorted(mention for mention, of in self.of.items() if of == thing))


def things_seen(mentions: Collection[UUID], by: Actor) -> Things:
    """The things that these mentions, all of which the reader may read, are part of. Four SQL queries.

    Every mention of those things that the reader may read is in the answer; one that is placed nowhere yet is a thing
    by itself.
    """
    rows = Placing.objects.order_by()
    islands = {one for some in some_of(mentions) for one in _islands(rows.filter(pk__in=some).values_list("island"))}
    placed = [
        row for some in some_of(islands) for row in rows.filter(island__in=some).values_list("mention_id", "report_id")
    ]
    mine = readable_reports({report for _, report in placed}, by)
    report_of = {mention: report for mention, report in placed if report in mine}
    seen = canonical(sorted(report_of), _judgements(report_of))
    return Things({mention: mention for mention in mentions} | dict(seen.thing_of), report_of)


def _islands(rows: Collection[tuple[UUID]]) -> set[UUID]:
    return {island for (island,) in rows}


def _judgements(known: Collection[UUID]) -> list[Judgement]:
    """The judgements that hold between two of these mentions."""
    standing = models.Judgement.objects.filter(undoing=None).order_by()
    columns = ("id", "left_id", "right_id", "finding", "way", "made_at", "score")
    rows = (row for some in some_of(known) for row in standing.filter(left__in=some).values_list(*columns))
    return [
        Judgement(id_, left, right, Finding(finding), Way(way), made_at, score or 0.0)
        for id_, left, right, finding, way, made_at, score in rows
        if right in known
    ]
