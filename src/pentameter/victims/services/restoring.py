"""Restores are marked, and confirmed by two people at the duty desk."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, last_signed_at, looked, record, rows_lost
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require
from pentameter.victims.models import Restoration
from pentameter.victims.queries.restorations import RestoreLine, restored_of, restores
from pentameter.victims.rules.restored import may_confirm
from pentameter.victims.services.keeping import holds_changed


@transaction.atomic
def mark_restored(*, stands_for: datetime, by: Actor) -> None:
    """Say that this installation came from a backup. From now on nobody is called clear until it is confirmed."""
    row = Restoration.objects.create(stands_for=stands_for, restored_at=clock.now())
    holds_changed()
    record(Event.RESTORED, by=by, subject=("restoration", row.pk), detail={"stands_for": stands_for.isoformat()})


def notice_losses(*, by: Actor) -> bool:
    """Mark a restore that nobody marked: signed checkpoints go further than the record. Whether it was one.

    A machine that is set back, or a database that is copied over, is a restore as well.
    """
    stands_for, signed = rows_lost(), last_signed_at()
    if stands_for is None or Restoration.objects.filter(restored_at__gt=signed).exists():
        return False
    mark_restored(stands_for=stands_for, by=by)
    return True


@transaction.atomic
def show_restores(*, by: Actor) -> tuple[RestoreLine, ...]:
    """The latest restores, newest first."""
    require(decide(by, Operation.CONFIRM_RESTORE))
    found = restores()
    looked(Event.RESTORES_SHOWN, by=by, kind="restoration", ids=[one.id for one in found])
    return found


@transaction.atomic
def confirm_restore(*, restore_id: UUID, by: Actor) -> bool:
    """Confirm that what was recorded since the backup was entered again. True once a second person has, too."""
    require(decide(by, Operation.CONFIRM_RESTORE))
    row = Restoration.objects.select_for_update().filter(pk=restore_id).first()
    if row is None:
        raise never_was()
    require(may_confirm(restored_of(row), by.id))
    second = bool(row.first_by)
    now = clock.now()
    changed = {"second_by": by.id, "second_at": now} if second else {"first_by": by.id, "first_at": now}
    Restoration.objects.filter(pk=row.pk).update(**changed)
    record(Event.RESTORE_CONFIRMED, by=by, subject=("restoration", row.pk), detail={"second": second})
    return second
