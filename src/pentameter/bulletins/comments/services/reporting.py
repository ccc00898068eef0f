"""Reporting a comment: anyone may, once, with a reason. Enough reports hide it until somebody has looked."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError

from pentameter.bulletins.comments.addresses import digest_of, new_secret, secret_digest
from pentameter.bulletins.comments.models import Comment, Report
from pentameter.bulletins.comments.queries.privilege import ruling_of, written_of
from pentameter.bulletins.comments.queries.reported import record_of, set_aside, waiting_reports
from pentameter.bulletins.comments.rules.life import is_shown
from pentameter.bulletins.comments.rules.limits import Tried
from pentameter.bulletins.comments.rules.reporting import Reason, hides, report_counts
from pentameter.bulletins.comments.services.limiting import count_try
from pentameter.bulletins.comments.transactions import together
from pentameter.bulletins.site.services import turn_edition
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused, never_was

TWICE = "You have reported this comment already. Once is enough: somebody looks at every report."
WORDS = 500


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why a comment should not stand, and who says so: a reader, or whoever has this connection."""

    reason: Reason
    rule: str
    words: str
    connection: str
    reader_id: UUID | None = None

    @property
    def reporter(self) -> str:
        """A keyed digest of who reports."""
        return digest_of("reporter", str(self.reader_id) if self.reader_id else f"from {self.connection}")


def report_comment(*, comment_id: UUID, complaint: Complaint) -> str:
    """Report a comment that can be read. Gives the code by which the reporter can see what became of it."""
    comment = Comment.objects.select_related("standing", "discussion").filter(pk=comment_id).first()
    if comment is None or not is_shown(written_of(comment), ruling_of(comment), held=comment.discussion.held):
        raise never_was()
    count_try(Tried.REPORT, who=complaint.reporter)
    receipt = new_secret()
    try:
        with together():
            _file(comment, complaint, receipt)
            _hide_if_enough(comment)
    except IntegrityError:
        raise Refused(TWICE, conflict=True) from None
    return receipt


def _file(comment: Comment, complaint: Complaint, receipt: str) -> None:
    Report.objects.create(
        comment=comment,
        wording_version=comment.standing.wording_version,
        reason=complaint.reason.value,
        rule=complaint.rule if complaint.reason is Reason.RULE else "",
        words=complaint.words[:WORDS],
        reader_id=complaint.reader_id,
        reporter=complaint.reporter,
        receipt=secret_digest(receipt),
        counts=report_counts(record_of(complaint.reporter)),
        at=clock.now(),
    )


def _hide_if_enough(comment: Comment) -> None:
    version = comment.standing.wording_version
    if hides(waiting_reports(comment.pk), set_aside=set_aside(comment.pk, version)):
        Comment.objects.filter(pk=comment.pk, hidden_at=None).update(hidden_at=clock.now())
        turn_edition()
