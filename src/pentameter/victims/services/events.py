"""Recording what bears on protection. Every later context records here; the clocks are worked out from the set."""

from dataclasses import replace
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
from pentameter.victims.rules.ahead import endings
from pentameter.victims.rules.alerts import CLOSED, DETERMINED, Due, due
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.correcting import shortens
from pentameter.victims.rules.events import Clock, Event, EventKind
from pentameter.victims.rules.protection import Protection, protection
from pentameter.victims.rules.recording import may_record, may_record_as, may_record_when_closed
from pentameter.victims.rules.wording import said
from pentameter.victims.services.holding import held
from pentameter.victims.services.keeping import holds_changed, keep_standings, raise_alerts


@transaction.atomic
def record_event(*, case_id: UUID, event: Event, origin: str, by: Actor, closed: bool = False) -> UUID:
    """Record one thing that happened. Answers its id. What ends protection early is determined, and asks for more.

    `closed`: a decision that is to be taken also on a closed case, where it does not shorten protection.

    Raises:
        Refused: where it cannot have happened, or may not be recorded so.
    """
    determines = event.kind is EventKind.DISQUALIFIED
    operation = Operation.DETERMINE if determines else Operation.RECORD_EVENT
    case = held(case_id=case_id, operation=operation, compartment=Compartment.DECISION, by=by, closed=closed)
    value, today = case_value(case), today_of(case.row)
    require(may_record_as(event.kind, by.role))
    require(may_record(event, value, today=today, born=case.identity.born if case.safe else ""))
    if case.state is CaseState.CLOSED:
        with_it = replace(value, events=value.events | {event})
        require(may_record_when_closed(by.role, shortens=shortens(value, with_it, rule_book(), today=today)))
    recorded = add_event(case, event, origin=origin, by=by, at=clock.now())
    _tell(case, event, recorded)
    detail = {"kind": event.kind.value, "id": str(recorded)}
    record(Act.PROTECTION_RECORDED, by=by, subject=("case", case_id), detail=detail)
    return recorded


def _tell(case: OpenCase, event: Event, recorded: UUID) -> None:
    """Work the clocks out anew, and alert to what follows from what was recorded."""
    found = list(alert_now(case))
    name = case.row.reference
    if event.kind is EventKind.DISQUALIFIED:
        what = f"{name}: a determination of {said(event.day)} ends protection early. See what she can ask for."
        found.append(Due(f"{DETERMINED}:{recorded}", DETERMINED, what, event.on, None))
    if case.state is CaseState.CLOSED:
        what = f"{name} is closed, and {event.kind.words} was recorded. See whether the case has to be opened again."
        found.append(Due(f"{CLOSED}:{recorded}", CLOSED, what, event.on, None))
    raise_alerts({case.row.id: (case.row.support_agency_id, found)}, at=clock.now())


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


def alert_now(case: OpenCase) -> tuple[Due, ...]:
    """How the clocks stand now, kept for lists, and the alerts that are due by it. In the caller's transaction."""
    now = restate(case)
    ahead = endings(case_value(case), rule_book(), today=now.on)
    return due(case.row.id, case.row.reference, now, ahead)


def restate(case: OpenCase, *, today: date | None = None) -> Protection:
    """Work the clocks out anew and keep how they stand, for lists. In the caller's transaction."""
    now = protection(case_value(case), rule_book(), today=today or today_of(case.row))
    unsure = now.removal.outstanding and not now.removal.protected
    if unsure or (now.removal.protected and _kept_before(case, now.on)):
        holds_changed()
    keep_standings({case.row.id: now})
    return now


def _kept_before(case: OpenCase, day: date) -> bool:
    """Whether her standing was kept on an earlier day: it may have ended with that day, and a list have passed her."""
    return Standing.objects.filter(case=case.row, clock=Clock.REMOVAL.value, on__lt=day).exists()
