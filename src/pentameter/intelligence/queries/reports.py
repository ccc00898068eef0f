"""Lists of reports: what an actor may read, and how many there are beyond that."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from pentameter.intelligence.models import Report
from pentameter.intelligence.queries.readable import readable
from pentameter.kernel.actor import Actor

PAGE = 25
NO_AREA = "none"
"""Asks for the reports that name no area, where an empty area asks for all."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to. Empty means all."""

    wave: UUID | None = None
    agency: str = ""
    area: str = ""
    theme: str = ""
    scheme: str = ""
    source_grade: str = ""
    information_grade: str = ""
    week: date | None = None
    words: str = ""
    advertised: bool = False

    def condition(self) -> Q:
        """The filter as a condition for the database."""
        condition = Q(**self._exact())
        if self.words:
            condition &= Q(text__icontains=self.words) | Q(own_reference__iexact=self.words)
        return condition

    def columns(self) -> frozenset[str]:
        """The columns that the condition looks at."""
        return frozenset(self._exact()) | (frozenset({"text", "own_reference"}) if self.words else frozenset())

    def _exact(self) -> dict[str, object]:
        asked: dict[str, object] = {
            "wave_id": self.wave,
            "agency_id": self.agency,
            "area": self.area,
            "theme": self.theme,
            "scheme": self.scheme,
            "source_grade": self.source_grade,
            "information_grade": self.information_grade,
            "week": self.week,
            "advertised": self.advertised,
        }
        exact = {name: value for name, value in asked.items() if value}
        return exact | ({"area": ""} if self.area == NO_AREA else {})


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list."""

    id: UUID
    own_reference: str
    agency: str
    agency_name: str
    reported_on: date
    area: str
    place: str
    theme: str
    scheme: str
    source_grade: str
    information_grade: str
    handling: str
    malicious: bool
    text: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A page of a list. `withheld` counts what the actor may not read, and is None where even that may not be told."""

    lines: tuple[ReportLine, ...]
    total: int
    number: int
    pages: int
    withheld: int | None = None
    may_export: bool = False
    may_send: bool = False

    @property
    def first(self) -> int:
        """The number of the page's first line in the whole list."""
        return (self.number - 1) * PAGE + 1


def page_of(actor: Actor, narrowed: Filter, *, number: int, count_withheld: bool) -> ReportPage:
    """A page of the reports that the actor may read, latest first.

    Where words are asked for, nothing is told of the others: a count would say what stands in them.
    """
    matching = Report.objects.filter(narrowed.condition())
    mine = matching.filter(readable(actor))
    total = mine.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(1, number), pages)
    return ReportPage(
        lines=_lines(mine, (number - 1) * PAGE),
        total=total,
        number=number,
        pages=pages,
        withheld=matching.count() - total if count_withheld and not narrowed.words else None,
    )


def latest(actor: Actor, narrowed: Filter, *, until: date, limit: int) -> tuple[ReportLine, ...]:
    """The latest reports up to a day that the actor may read.

    The day is what leads an unanalysed SQLite to the index by day, where it reads a few rows instead of all.
    """
    reports = Report.objects.filter(narrowed.condition(), reported_on__lte=until)
    return _lines(reports.filter(readable(actor)), 0, limit)


def _lines(reports: QuerySet[Report], start: int, limit: int = PAGE) -> tuple[ReportLine, ...]:
    ordered = reports.order_by("-reported_on", "-id")
    return lines_of(ordered[start : start + limit])


def lines_of(reports: QuerySet[Report]) -> tuple[ReportLine, ...]:
    """Reports that are the actor's to read, as lists show them, in the order in which they are asked for."""
    return tuple(_line(report) for report in reports.select_related("agency"))


def _line(report: Report) -> ReportLine:
    return ReportLine(
        id=report.id,
        own_reference=report.own_reference,
        agency=report.agency_id,
        agency_name=report.agency.name,
        reported_on=report.reported_on,
        area=report.area,
        place=report.place,
        theme=report.theme,
        scheme=report.scheme,
        source_grade=report.source_grade,
        information_grade=report.information_grade,
        handling=report.handling,
        malicious=report.malicious,
        text=report.text,
    )
