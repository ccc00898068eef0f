"""The non-punishment check: who looked, at what, on which ground, with what outcome, and why."""

from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.justice.models import PipelineEvent
from pentameter.justice.rules import screen
from pentameter.justice.rules.kinds import Kind
from pentameter.justice.rules.recording import may_record, may_record_kind
from pentameter.justice.rules.screen import Check
from pentameter.justice.rules.standing import Event
from pentameter.justice.services.loading import NotYet, held_suspect, insist, keep
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id

NEW_SIGNS = (
    "Something new points to a victim, or no longer does, since you opened the page. Nothing of yours was saved. Read "
    "what is there now, and send it again if it still holds."
)


@transaction.atomic
def record_check(*, suspect_id: UUID, check: Check, on: date, version: int, by: Actor, knew: str | None = None) -> UUID:
    """Record a check. It remembers the signs that it knew: what is new after it asks for another.

    `knew`: the signs that were shown to whoever checked, in short; what is new since is read first.

    Raises:
        NotYet: where it is not whole, or another person has to make it.
    """
    held = held_suspect(suspect_id, Operation.CHECK_SUSPECT, by)
    insist(may_record_kind(Kind.CHECKED, by.role))
    held.insist_on(version)
    if knew is not None and knew != screen.print_of(held.signs):
        raise NotYet(NEW_SIGNS)
    place = held.opened.investigation.place
    insist(screen.may_check(check, place, held.signs))
    made, now = new_id(), clock.now()
    new = Event(str(made), Kind.CHECKED, on, check.outcome, by=by.id, known_at=now)
    insist(may_record(held.events, new, place, today=clock.today()))
    PipelineEvent.objects.create(
        id=made,
        suspect=held.row,
        kind=Kind.CHECKED.value,
        on=on,
        outcome=check.outcome.value if check.outcome else "",
        ground=check.ground,
        looked=" ".join(sorted(one.value for one in check.looked)),
        seen=" ".join(sorted(screen.keys_of(held.signs))),
        words=held.sealed("event", made, {"note": check.reasons.strip()}),
        known_at=now,
        recorded_by=by.id,
        agency_id=by.agency or None,
    )
    keep(held.opened)
    outcome = check.outcome.value if check.outcome else ""
    detail = {"check": str(made), "outcome": outcome, "ground": check.ground}
    record(Act.CHECK_MADE, by=by, subject=("suspect", suspect_id), detail=detail)
    return made
