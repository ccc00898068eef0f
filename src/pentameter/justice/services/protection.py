"""Keeping what was answered on whether a suspect may be somebody protected. Nothing else of the answer comes here."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.justice.models import Protection
from pentameter.justice.rules.screen import Answer
from pentameter.justice.services.loading import held_suspect, keep
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor


@transaction.atomic
def keep_answer(*, suspect_id: UUID, may_be: bool, mark: int, by: Actor) -> None:
    """Keep an answer of the day on which holds had come as far as `mark`. What once was "may be" stays so."""
    held = held_suspect(suspect_id, Operation.MARK_SUSPECT, by)
    now = clock.now()
    before = Protection.objects.filter(suspect=held.row).first()
    stays = before is not None and before.may_be_since is not None
    since = before.may_be_since if before is not None and stays else now if may_be else None
    answer = Answer.MAY_BE if since else Answer.NOTHING
    Protection.objects.update_or_create(
        suspect=held.row,
        defaults={"answer": answer.value, "mark": mark, "asked_at": now, "may_be_since": since},
    )
    if before is None or before.answer != answer.value:
        keep(held.opened)
    record(Act.SUSPECT_ASKED_ABOUT, by=by, subject=("suspect", suspect_id))
