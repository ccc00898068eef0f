"""Checking again what stands: somebody may have become protected since. What is held then is hidden at once."""

from datetime import timedelta

from pentameter.bulletins.comments.models import Comment
from pentameter.bulletins.moderation.models import Case
from pentameter.bulletins.moderation.rules.acts import NEVER, Act, State
from pentameter.bulletins.moderation.services.checking import check_comment
from pentameter.bulletins.moderation.services.deciding import Judgement, decide
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

EVERY = timedelta(hours=6)
_AT_ONCE = 25
_WHY = "The check holds these words now. They held nothing when they were published."


def recheck(*, by: Actor) -> int:
    """Check the published comments again whose last check is oldest. Gives how many are held now."""
    due = Case.objects.filter(state=State.PUBLISHED.value, checked_at__lt=clock.now() - EVERY).order_by("checked_at")
    return sum(_recheck(case, by) for case in due[:_AT_ONCE])


def _recheck(case: Case, by: Actor) -> bool:
    comment = Comment.objects.select_related("reader").filter(pk=case.pk).first()
    Case.objects.filter(pk=case.pk).update(checked_at=clock.now())
    if comment is None or comment.reader is None or comment.taken_back_at is not None:
        return False
    found = check_comment(comment, case.published_version).found
    if not found & NEVER or comment.version != case.published_version:
        return False
    Case.objects.filter(pk=case.pk).update(held=True, reasons=",".join(sorted(found)))
    judgement = Judgement(case.pk, Act.ESCALATE, case.version, case.published_version, words=_WHY)
    decide(judgement=judgement, by=by)
    return True
