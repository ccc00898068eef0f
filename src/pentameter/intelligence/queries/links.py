"""What reports say of two things together, for those who may read them: the ground of the network."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from pentameter.intelligence import models
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.queries.mentions import MentionGround, Opening, ShownMention, ground_of, some_of
from pentameter.intelligence.queries.readable import readable
from pentameter.intelligence.queries.reports import EVERYTHING, Filter
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class SaidLink:
    """What a report says of two things that it mentions."""

    report: UUID
    source: UUID
    relation: Relation
    target: UUID


@dataclass(frozen=True, slots=True)
class Between:
    """Reports whose event, or whose writing where no event is dated, lies between two days; None is open."""

    first: date | None = None
    last: date | None = None

    def condition(self) -> Q:
        """The same, as a condition for the database."""
        condition = Q()
        if self.first is not None:
            condition &= Q(ends_on__gte=self.first)
        if self.last is not None:
            condition &= Q(begins_on__lte=self.last)
        return condition


ALWAYS = Between()


def reports_between(
    by: Actor,
    narrowed: Filter = EVERYTHING,
    between: Between = ALWAYS,
    *,
    among: Collection[UUID] | None = None,
    limit: int,
) -> tuple[MentionGround, ...]:
    """The latest reports that the actor may read, at most `limit`, latest first; only those `among`, where given.

    What is kept back from the actor is not even fetched.
    """
    mine = latest_between(by, narrowed, between)
    if among is None:
        return tuple(ground_of(report) for report in mine[:limit])
    found = [report for some in some_of(among) for report in mine.filter(pk__in=some)]
    found.sort(key=lambda report: (report.reported_on, report.id), reverse=True)
    return tuple(ground_of(report) for report in found[:limit])


def latest_between(by: Actor, narrowed: Filter, between: Between) -> QuerySet[Report]:
    """The reports that the actor may read, the latest first."""
    dated = Report.objects.annotate(
        begins_on=Coalesce("event_from", "event_to", "reported_on"),
        ends_on=Coalesce("event_to", "event_from", "reported_on"),
    )
    return dated.filter(readable(by), narrowed.condition(), between.condition()).order_by("-reported_on", "-id")


def mentions_in(reports: Collection[UUID], by: Actor) -> tuple[ShownMention, ...]:
    """Everything that these reports mention, of those that the actor may read."""
    mine = Report.objects.filter(readable(by))
    rows = Mention.objects.select_related("report").order_by("report_id", "position")
    found = [row for some in some_of(reports) for row in rows.filter(report_id__in=some, report__in=mine)]
    opening = Opening()
    return tuple(ShownMention(opening.of(row), ground_of(row.report)) for row in found)


def links_said(reports: Collection[UUID], by: Actor) -> tuple[SaidLink, ...]:
    """What these reports say of two things, of those that the actor may read. For others a link does not exist."""
    mine = Report.objects.filter(readable(by))
    rows = models.SaidLink.objects.filter(report__in=mine).order_by("report_id", "id")
    found = (rows.filter(report_id__in=some) for some in some_of(reports))
    return tuple(
        SaidLink(row.report_id, row.source_id, Relation(row.relation), row.target_id) for some in found for row in some
    )
