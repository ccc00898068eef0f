"""Recording what bears on protection. Every later context records here; the clocks are worked out from the set."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import require
from pentameter.victims.models import CaseEvent, Standing
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.protections import case_value, today_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Event
from pentameter.victims.rules.protection import Protection, protection
from pentameter.victims.rules.recording import may_record
from pentameter.victims.services.holding import held


@transaction.atomic
def record_event(*, case_id: UUID, event: Event, origin: str, by: Actor) -> UUID:
    """Record one thing that happened. Answers its id.

    Raises:
        Refused: where it cannot have happened, or may not be recorded so.
    """
    case = held(case_id=case_id, operation=Operation.RECORD_EVENT, compartment=Compartment.DECISION, by=by)
    require(may_record(event, case_value(case), today=today_of(case.row)))
    recorded = add_event(case, event, origin=origin, by=by, at=clock.now())
    restate(case)
    detail = {"kind": event.kind.value, "id": str(recorded)}
    record(Act.PROTECTION_RECORDED, by=by, subject=("case", case_id), detail=detail)
    return recorded


def add_event(case: OpenCase, event: Event, *, origin: str, by: Actor, at: datetime) -> UUID:
    """Write an event's row, in the caller's transaction, without asking whether it may be."""
    identifier = new_id()
    words = {name: getattr(event, name) for name in ("ground", "evidence", "decider", "reasons")}
    CaseEvent.objects.create(
        id=identifier,
        case=case.row,
        kind=event.said or event.kind.value,
        on=event.on,
        outcome=event.outcome or "",
        about=event.about or "",
        until=event.until,
        clock=event.clock or "",
        facts=event.facts or "",
        review_on=event.review_on,
        sealed=case.key.seal(words, bound_to=bound("event", identifier)) if any(words.values()) else None,
        origin=origin,
        known_at=at,
        recorded_by=by.id,
    )
    return identifier


def restate(case: OpenCase, *, today: date | None = None) -> Protection:
    """Work the clocks out anew and keep how they stand, for lists. In the caller's transaction."""
    now = protection(case_value(case), rule_book(), today=today or today_of(case.row))
    for answer in now.clocks:
        Standing.objects.update_or_create(
            case=case.row,
            clock=answer.clock.value,
            defaults={
                "on": now.on,
                "state": answer.state.value,
                "since": answer.since,
                "earliest_end": answer.earliest_end,
                "minimum_met_on": answer.minimum_met_on,
                "ended_on": answer.ended_on,
                "sentence": answer.sentence,
            },
        )
    return now
