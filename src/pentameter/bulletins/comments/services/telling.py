"""Telling those who reported a comment what became of it."""

from datetime import datetime
from uuid import UUID

from pentameter.bulletins.comments.models import Report
from pentameter.bulletins.comments.rules.reporting import OUTCOMES, Outcome
from pentameter.bulletins.comments.services.letters import write_letter
from pentameter.kernel import clock


def answer_reports(*, comment_id: UUID, until: datetime, outcome: Outcome) -> int:
    """Answer the reports of a comment made by `until`. Who registered gets a letter; the others look it up."""
    waiting = list(Report.objects.filter(comment_id=comment_id, answered_at=None, at__lte=until))
    for report in waiting:
        told = {"answer": outcome.value, "answered_at": clock.now()}
        if Report.objects.filter(pk=report.pk, answered_at=None).update(**told) and report.reader_id:
            write_letter(
                reader_id=report.reader_id,
                about=f"report {report.pk}",
                subject="What became of your report",
                body=f"You reported a comment.\n\n{OUTCOMES[outcome]}\n\nThank you for looking out for others.",
            )
    return len(waiting)


def answer_reports_of_what_is_gone(*, comment_id: UUID) -> None:
    """Answer all reports of a comment that its writer took back."""
    answer_reports(comment_id=comment_id, until=clock.now(), outcome=Outcome.GONE)
