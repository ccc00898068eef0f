"""What is known of reports: those that wait, and how a reporter's earlier ones were answered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from pentameter.bulletins.comments.addresses import secret_digest
from pentameter.bulletins.comments.models import Report
from pentameter.bulletins.comments.rules.reporting import Outcome, Reason, Reported, ReporterRecord


def waiting_reports(comment_id: UUID) -> tuple[Reported, ...]:
    """The reports of a comment that nobody has answered."""
    rows = Report.objects.filter(comment_id=comment_id, answered_at=None).values_list("reason", "counts")
    return tuple(Reported(Reason(reason), counts) for reason, counts in rows)


def set_aside(comment_id: UUID, wording_version: int) -> int:
    """How many reports of these words a moderator did not agree to."""
    answered = Report.objects.filter(comment_id=comment_id, wording_version=wording_version)
    return answered.filter(answer=Outcome.NOT_AGREED.value).count()


def record_of(reporter: str) -> ReporterRecord:
    """How a reporter's earlier reports were answered."""
    counts = Report.objects.filter(reporter=reporter).aggregate(
        agreed=Count("id", filter=Q(answer=Outcome.AGREED.value)),
        not_agreed=Count("id", filter=Q(answer=Outcome.NOT_AGREED.value)),
    )
    return ReporterRecord(**counts)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report as its reporter sees it again. No outcome: nobody has looked yet."""

    at: datetime
    reason: Reason
    outcome: Outcome | None
    counts: bool


def report_by(receipt: str) -> ReportLine | None:
    """The report that a code was given for."""
    row = Report.objects.filter(receipt=secret_digest(receipt)).first()
    if row is None:
        return None
    return ReportLine(row.at, Reason(row.reason), Outcome(row.answer) if row.answer else None, row.counts)
