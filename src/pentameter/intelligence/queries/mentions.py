"""Mentions for those downstream: opened for linking, and shown to whoever may read their reports, and no one else."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from pentameter.intelligence.keys import AgencyKeys, every_key, keys_of
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.queries.readable import readable
from pentameter.kernel.actor import Actor

AT_ONCE = 5000
"""How many identifiers a query names, which every database allows."""


@dataclass(frozen=True, slots=True)
class OpenMention:
    """A mention, opened. `values` are the facts of `MentionDraft`; `identifier_index` finds the same identifier.

    `area`, `place` and `postcode` are where the report says that it happened.
    """

    id: UUID
    report: UUID
    agency: str
    kind: str
    position: int
    reported_on: date
    values: Mapping[str, str]
    identifier_index: str
    area: str = ""
    place: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class MentionGround:
    """The report behind a mention, as far as a reader of it may know: grade with its scheme, and handling."""

    report: UUID
    own_reference: str
    agency: str
    reported_on: date
    event_from: date | None
    event_to: date | None
    area: str
    place: str
    theme: str
    scheme: str
    source_grade: str
    information_grade: str
    handling: str
    conditions: str
    malicious: bool
    route: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownMention:
    """A mention that the reader may see, with its ground."""

    mention: OpenMention
    ground: MentionGround


def mentions_of_reports(reports: Collection[UUID]) -> tuple[OpenMention, ...]:
    """All that these reports mention, opened for linking inside the system. Never for a page."""
    opening = Opening()
    return tuple(opening.of(row) for some in some_of(reports) for row in _rows().filter(report_id__in=some))


def mentions_by_id(mentions: Collection[UUID]) -> dict[UUID, OpenMention]:
    """These mentions, opened for linking inside the system. Never for a page."""
    opening = Opening()
    return {row.id: opening.of(row) for some in some_of(mentions) for row in _rows().filter(pk__in=some)}


def areas_of_reports(reports: Collection[UUID]) -> dict[UUID, str]:
    """The area that each of these reports is about; "" where it says none."""
    rows = (Report.objects.filter(pk__in=some).order_by().values_list("id", "area") for some in some_of(reports))
    return dict(chain.from_iterable(rows))


def shown_mentions(mentions: Collection[UUID], by: Actor) -> dict[UUID, ShownMention]:
    """Of these mentions, those in reports that the actor may read. What is kept back is not even fetched."""
    opening = Opening()
    found = (_rows().filter(pk__in=some, report__in=_behind(some, by)) for some in some_of(mentions))
    return {row.id: ShownMention(opening.of(row), ground_of(row.report)) for rows in found for row in rows}


def readable_reports(reports: Collection[UUID], by: Actor) -> frozenset[UUID]:
    """Of these reports, those that the actor may read."""
    mine = readable_ids(by)
    return frozenset(one for some in some_of(reports) for one in mine.filter(pk__in=some))


def readable_ids(by: Actor) -> QuerySet[Report, UUID]:
    """The identifiers of all reports that the actor may read, for a condition of another context's query."""
    return Report.objects.filter(readable(by)).order_by().values_list("id", flat=True)


def _behind(mentions: Collection[UUID], by: Actor) -> frozenset[UUID]:
    """The reports of these mentions that the actor may read: few are looked at, where a subquery would take all."""
    return frozenset(readable_ids(by).filter(mentions__in=mentions))


def _rows() -> QuerySet[Mention]:
    return Mention.objects.select_related("report").order_by("report_id", "position")


def some_of(identifiers: Iterable[UUID]) -> Iterator[tuple[UUID, ...]]:
    """These identifiers, as many at a time as a query may name."""
    waiting = iter(identifiers)
    while some := tuple(islice(waiting, AT_ONCE)):
        yield some


class Opening(dict[str, AgencyKeys]):
    """Opens mentions, asking once for the keys of all agencies."""

    def __missing__(self, agency: str) -> AgencyKeys:
        self.update(every_key())
        if agency not in self:
            self[agency] = keys_of(agency)  # and says so where it does not open
        return self[agency]

    def facts(self, agency: str, mention: UUID, sealed: bytes | memoryview) -> Mapping[str, str]:
        """What an agency said of a thing."""
        return cast(dict[str, str], self[agency].unseal(sealed, bound_to=f"mention:{mention}"))

    def of(self, row: Mention) -> OpenMention:
        """The mention, opened."""
        return OpenMention(
            id=row.id,
            report=row.report_id,
            agency=row.report.agency_id,
            kind=row.kind,
            position=row.position,
            reported_on=row.report.reported_on,
            values=self.facts(row.report.agency_id, row.id, row.sealed),
            identifier_index=row.identifier_index,
            area=row.report.area,
            place=row.report.place,
            postcode=row.report.postcode,
        )


def ground_of(report: Report) -> MentionGround:
    """The report as the ground of what it mentions."""
    return MentionGround(
        report=report.id,
        own_reference=report.own_reference,
        agency=report.agency_id,
        reported_on=report.reported_on,
        event_from=report.event_from,
        event_to=report.event_to,
        area=report.area,
        place=report.place,
        theme=report.theme,
        scheme=report.scheme,
        source_grade=report.source_grade,
        information_grade=report.information_grade,
        handling=report.handling,
        conditions=report.conditions,
        malicious=report.malicious,
        route=tuple(report.route),
    )
