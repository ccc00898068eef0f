"""Answering the sender of a tip-off, asking them something, and closing it without a report."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.bulletins.tipdesk.models import Reply, Tip
from pentameter.bulletins.tipdesk.rules.states import Reason, Step
from pentameter.bulletins.tipdesk.sealed import sealed_words, words_for_sender
from pentameter.bulletins.tipdesk.services.bringing import bring
from pentameter.bulletins.tipdesk.services.loading import held, stepped
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused

_NOBODY = "This was a comment: there is no code with which its writer could read a reply."


@dataclass(frozen=True, slots=True)
class Answer:
    """What is written to the sender, and whether it asks for something."""

    words: str
    asks: bool = False


def answer_tip(*, tip_id: UUID, answer: Answer, version: int, by: Actor) -> None:
    """Write to the sender. Only their code opens it; the desk can read its own copy again."""
    tip = _answered(tip_id=tip_id, answer=answer, version=version, by=by)
    _bring_later(tip, by)


def close_tip(*, tip_id: UUID, reason: Reason, version: int, by: Actor) -> None:
    """Close it without a report."""
    tip = _closed(tip_id=tip_id, reason=reason, version=version, by=by)
    _bring_later(tip, by)


@transaction.atomic
def _answered(*, tip_id: UUID, answer: Answer, version: int, by: Actor) -> Tip:
    step = Step.ASK if answer.asks else Step.REPLY
    tip = held(tip_id=tip_id, operation=Operation.ANSWER_TIP, step=step, version=version, by=by)
    if not tip.reply_key:
        raise Refused(_NOBODY)
    identifier = new_id()
    Reply.objects.create(
        id=identifier,
        tip=tip,
        sealed=sealed_words(identifier, answer.words),
        for_sender=words_for_sender(identifier, tip.reply_key, answer.words),
        asks=answer.asks,
        written_at=clock.now(),
        written_by=by.id,
    )
    stepped(tip, step)
    record(Event.TIP_ANSWERED, by=by, subject=("tip", tip_id), detail={"asks": answer.asks})
    return tip


@transaction.atomic
def _closed(*, tip_id: UUID, reason: Reason, version: int, by: Actor) -> Tip:
    tip = held(tip_id=tip_id, operation=Operation.ANSWER_TIP, step=Step.CLOSE, version=version, by=by)
    tip.closed_because = reason.value
    stepped(tip, Step.CLOSE)
    record(Event.TIP_CLOSED, by=by, subject=("tip", tip_id), detail={"because": reason.value})
    return tip


def _bring_later(tip: Tip, by: Actor) -> None:
    """Once what was decided is kept. If that fails, the next beat brings it."""
    if tip.origin == "form":
        transaction.on_commit(lambda: bring(tip=tip, by=by), robust=True)
