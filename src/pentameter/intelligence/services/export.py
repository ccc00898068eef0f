"""Carrying reports away as CSV: every row says who may be told, and the record says what was taken and why."""

import csv
import hashlib
import io
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.intelligence.intake.cells import safe
from pentameter.intelligence.models import Report
from pentameter.intelligence.queries.readable import readable
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.vocabulary import HANDLING_CODES, Scheme
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require

MOST = 20_000
_PLAIN = ("reported_on", "event_from", "event_to", "area", "place", "postcode", "theme")
_LISTS = ("acts", "means", "purposes", "indicators")
_GRADE = ("scheme", "source_grade", "information_grade", "malicious")
_REST = ("advertised", "price", "currency", "text")
HEADINGS = (
    *("agency", "report_ref", "handling_code", "handling_meaning", "handling_conditions", "handling_recipients"),
    *(*_PLAIN, *_LISTS, *_GRADE, *_REST),
)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was carried away."""

    count: int
    csv: bytes


@transaction.atomic
def export_reports(*, by: Actor, narrowed: Filter, purpose: str) -> Exported:
    """The reports of a list that the actor may read, as CSV, each with its handling code and conditions."""
    require(decide(by, Operation.EXPORT_REPORTS, purpose=purpose))
    found = Report.objects.filter(narrowed.condition()).filter(readable(by)).order_by("-reported_on", "-id")
    reports = list(found.prefetch_related("recipients")[: MOST + 1])
    if len(reports) > MOST:
        raise Refused(f"More than {MOST:,} reports are too many for one file. Narrow the list, and export its parts.")
    detail = {"count": len(reports), "ids_sha256": _digest([report.id for report in reports])}
    record(Event.REPORTS_EXPORTED, by=by, subject=("report", ""), purpose=purpose, detail=detail)
    return Exported(len(reports), _csv(reports))


def _digest(ids: list[UUID]) -> str:
    return hashlib.sha256("\n".join(map(str, ids)).encode()).hexdigest()


def _csv(reports: list[Report]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([safe(cell) for cell in _cells(report)] for report in reports)
    return out.getvalue().encode("utf-8-sig")


def _cells(report: Report) -> list[str]:
    recipients = "; ".join(sorted(one.agency_id for one in report.recipients.all()))
    meaning = HANDLING_CODES[Scheme(report.scheme)][report.handling]
    lists = ("; ".join(getattr(report, name)) for name in _LISTS)
    return [
        *(report.agency_id, report.own_reference, report.handling, meaning, report.conditions, recipients),
        *(_word(getattr(report, name)) for name in _PLAIN),
        *lists,
        *(_word(getattr(report, name)) for name in (*_GRADE, *_REST)),
    ]


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
