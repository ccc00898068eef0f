"""Keeping what was answered on whether suspects may be somebody protected. Nothing else of the answer comes here."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked
from pentameter.justice.models import Protection
from pentameter.justice.rules.screen import Answer
from pentameter.justice.services.loading import HeldSuspect, held_suspect, keep
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor


@transaction.atomic
def keep_answers(
    *, answers: Mapping[UUID, bool | None], mark: int, by: Actor, versions: Mapping[UUID, int] | None = None
) -> None:
    """Keep answers that were found when holds had come as far as `mark`: may be, is not, or None: it is not known.

    What once was "may be" stays so. `versions`: each suspect's, when it was read who it is. Of whom something was
    changed since, only "may be" is kept: another may be meant now, and is asked about at the next step.
    """
    now, read = clock.now(), versions or {}
    for suspect_id in sorted(answers):
        held = held_suspect(suspect_id, Operation.MARK_SUSPECT, by)
        if answers[suspect_id] or held.row.version == read.get(suspect_id, held.row.version):
            _keep(held, answers[suspect_id], mark, now)
    looked(Act.SUSPECT_ASKED_ABOUT, by=by, kind="suspect", ids=sorted(answers))


def _keep(held: HeldSuspect, may_be: bool | None, mark: int, now: datetime) -> None:
    before = Protection.objects.filter(suspect=held.row).first()
    since = before.may_be_since if before else None
    since = since or (now if may_be else None)
    answer = Answer.MAY_BE if since else Answer.UNKNOWN if may_be is None else Answer.NOTHING
    Protection.objects.update_or_create(
        suspect=held.row,
        defaults={"answer": answer.value, "mark": mark, "asked_at": now, "may_be_since": since},
    )
    kept = (held.row.check_state, held.row.check_told)
    if before is None or before.answer != answer.value or (held.check_state.value, held.check_told.value) != kept:
        keep(held.opened, counted=False)  # also where reports say something new since the list was last told
