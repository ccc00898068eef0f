"""Appealing against a decision, within 20 days; another moderator looks at it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from pentameter.bulletins.comments.models import Appeal, Measure, Standing
from pentameter.bulletins.comments.rules.ladder import may_appeal
from pentameter.bulletins.comments.rules.life import Decided
from pentameter.bulletins.comments.rules.texts import clean, folded
from pentameter.bulletins.comments.transactions import together
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused, never_was, require

LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Appealable:
    """A decision that a reader may appeal against."""

    decision: UUID
    decided_at: datetime


def appeal(*, decision: UUID, words: str, reader_id: UUID) -> UUID:
    """Ask for another look at what was decided of a comment or an account of one's own."""
    against, text = _against(decision, reader_id), clean(words).text
    appealed = Appeal.objects.filter(decision=decision).exists()
    require(may_appeal(clock.day_of(against.decided_at), appealed=appealed, today=clock.today()))
    if not folded(text):
        raise Refused("Say in a sentence or two why it should be looked at again.")
    if len(text) > LONGEST:
        raise Refused(f"Your appeal has {len(text):,} characters. Shorten it to {LONGEST:,} or fewer.")
    try:
        with together():
            return Appeal.objects.create(reader_id=reader_id, decision=decision, words=text, at=clock.now()).pk
    except IntegrityError:
        raise Refused("You have appealed against this already. You are told what comes of it.") from None


def _against(decision: UUID, reader_id: UUID) -> Appealable:
    states = (Decided.REMOVED.value, Decided.TO_EDIT.value, Decided.MOVED.value)
    of_comment = Standing.objects.filter(decision=decision, comment__reader_id=reader_id, state__in=states).first()
    if of_comment is not None:
        return Appealable(decision, of_comment.decided_at)
    of_account = Measure.objects.filter(pk=decision, reader_id=reader_id).first()
    if of_account is None:
        raise never_was()
    return Appealable(decision, of_account.began_at)
