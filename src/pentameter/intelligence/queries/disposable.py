"""Reports as retention looks at them: whose they are and how old, and nothing of what they say."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.intelligence.models import Report
from pentameter.intelligence.vocabulary import Theme

_COLUMNS = ("id", "agency_id", "own_reference", "reported_on", "theme", "content")


@dataclass(frozen=True, slots=True)
class ReportAtReview:
    """A report: its number at its sender's, its day, whether its theme is known, whether it was disposed of already."""

    id: UUID
    agency: str
    own_reference: str
    reported_on: date
    theme_known: bool
    gone: bool


def report_at_review(report_id: UUID) -> ReportAtReview | None:
    """One report. One SQL query."""
    row = Report.objects.filter(pk=report_id).values_list(*_COLUMNS).first()
    return _value(*row) if row else None


def reports_at_review(
    agency: str, *, reported_by: date, besides: Collection[UUID] = (), limit: int
) -> tuple[ReportAtReview, ...]:
    """The oldest reports of an agency that were reported by a day, that are still there. One SQL query."""
    rows = Report.objects.filter(agency_id=agency, reported_on__lte=reported_by).exclude(content="")
    found = rows.exclude(pk__in=besides).order_by("reported_on", "id").values_list(*_COLUMNS)[:limit]
    return tuple(_value(*row) for row in found)


def _value(identifier: UUID, agency: str, reference: str, day: date, theme: str, content: str) -> ReportAtReview:
    return ReportAtReview(identifier, agency, reference, day, theme != Theme.UNKNOWN.value, not content)
