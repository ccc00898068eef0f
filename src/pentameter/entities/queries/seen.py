"""Which mentions are one thing to one reader: by the judgements between mentions that they may read, and no others.

Two mentions may be one thing only because of a third that the reader may not read, or two things only because of one.
Showing either would tell what stands in it. So the canonical things are worked out anew over what the reader may read,
island by island, and each is named after its smallest mention among those.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities import models
from pentameter.entities.models import Placing
from pentameter.entities.queries.readability import may_read
from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Finding, Judgement, Way
from pentameter.intelligence.api import some_of
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import in_order


@dataclass(frozen=True, slots=True)
class Things:
    """Mentions that the reader may read: the thing that each is part of to them, and the report that it stands in."""

    of: Mapping[UUID, UUID]
    report: Mapping[UUID, UUID]

    def mentions(self, thing: UUID) -> tuple[UUID, ...]:
        """The mentions of a thing."""
        return tuple(sorted(mention for mention, of in self.of.items() if of == thing))


def things_seen(mentions: Collection[UUID], by: Actor) -> Things:
    """The things that these mentions, all of which the reader may read, are part of. Two SQL queries.

    Every mention of those things that the reader may read is in the answer; one that is placed nowhere yet is a thing
    by itself.
    """
    report_of = {mention: report for some in some_of(mentions) for mention, report in _around(some, by)}
    seen = canonical(sorted(report_of, key=in_order), _judgements(report_of))
    return Things({mention: mention for mention in mentions} | dict(seen.thing_of), report_of)


def _around(mentions: Collection[UUID], by: Actor) -> Iterator[tuple[UUID, UUID]]:
    """The mentions on the islands of these that the reader may read, with their reports. One SQL query.

    Whether a report may be read is asked of each row as a column. As a condition it would let the database begin with
    all that somebody may read.
    """
    rows = Placing.objects.order_by()
    asked = rows.filter(island__in=rows.filter(pk__in=mentions).values("island"))
    columns = asked.annotate(mine=may_read(by, "report_id")).values_list("mention_id", "report_id", "mine")
    return ((mention, report) for mention, report, mine in columns if mine)


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
