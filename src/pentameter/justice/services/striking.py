"""Striking out what was recorded by mistake: with a reason; the row stays readable."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.justice.models import PipelineEvent
from pentameter.justice.queries.events import event_of
from pentameter.justice.rules.kinds import Kind
from pentameter.justice.rules.recording import may_strike
from pentameter.justice.services.loading import held_suspect, insist, keep
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was


@transaction.atomic
def strike_out(*, event_id: UUID, reason: str, version: int, by: Actor) -> UUID:
    """Strike an event out. Answers the suspect's id.

    Raises:
        NotYet: where something rests on it, or another person has to.
    """
    held = held_suspect(suspect_of(event_id), operation_of(event_id), by)
    held.insist_on(version)
    row = next(one for one in held.rows if one.id == event_id)
    event = event_of(row)
    insist(may_strike(held.events, event, by=by.id, role=by.role, reason=reason))
    PipelineEvent.objects.filter(pk=event_id, struck_at=None).update(
        struck_at=clock.now(),
        struck_by=by.id,
        struck_because=held.sealed("struck", event_id, {"reason": reason.strip()}),
    )
    keep(held.opened)
    detail = {"event": str(event_id), "kind": row.kind}
    record(Act.JUSTICE_STRUCK, by=by, subject=("suspect", held.row.id), detail=detail)
    return held.row.id


def suspect_of(event_id: UUID) -> UUID:
    """Whose event it is."""
    found = PipelineEvent.objects.filter(pk=event_id).values_list("suspect_id", flat=True).first()
    if found is None:
        raise never_was()
    return found


def operation_of(event_id: UUID) -> Operation:
    """What an actor must be allowed to do, to strike it out: what it took to record it."""
    kind = PipelineEvent.objects.filter(pk=event_id).values_list("kind", flat=True).first()
    if kind == Kind.CHECKED.value:
        return Operation.CHECK_SUSPECT
    return Operation.CHARGE_SUSPECT if kind == Kind.CHARGED.value else Operation.RECORD_JUSTICE
