"""Striking out what was recorded by mistake: with a reason, sealed; by two people where it would shorten protection."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require
from pentameter.victims.models import CaseEvent
from pentameter.victims.queries.frames import Frame
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.protection_pages import EventLine, protection_page
from pentameter.victims.queries.protections import case_value, event_value, today_of
from pentameter.victims.rules.alerts import CORRECTION, Due
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.correcting import may_agree, may_strike, shortens, without
from pentameter.victims.services.events import alert_now
from pentameter.victims.services.holding import held
from pentameter.victims.services.keeping import raise_alerts

CHANGED = "Somebody dealt with this event after you opened the page. Nothing of yours was saved. Load the page again."


@dataclass(frozen=True, slots=True)
class Struck:
    """What came of it. `waits`: another person has to agree, for what it says would be lost."""

    waits: str


@transaction.atomic
def strike_out(*, case_id: UUID, event_id: UUID, reason: str, by: Actor) -> Struck:
    """Strike an event out; or propose it, where she would be less protected without it."""
    case = _held(case_id, by)
    row = _row(case, event_id)
    event = event_value(row, case.safe)
    require(may_strike(event, by.role, reason=reason))
    value = case_value(case)
    lost = shortens(value, without(value, event), rule_book(), today=today_of(case.row))
    at, sealed = clock.now(), case.key.seal({"reason": reason.strip()}, bound_to=bound("struck", row.id))
    change = {"strike_asked_at": at, "strike_asked_by": by.id} if lost else {"struck_at": at, "struck_by": by.id}
    _change(row, struck_because=sealed, **change)
    found = list(alert_now(case))
    if lost:
        what = f"{case.row.reference}: a correction is proposed that would shorten protection. Another has to agree."
        found.append(Due(f"{CORRECTION}:{row.id}:{int(at.timestamp())}", CORRECTION, what, today_of(case.row), None))
    raise_alerts({case.row.id: (case.row.support_agency_id, found)}, at=at)
    _record(row, by, "proposed" if lost else "struck")
    return Struck(waits=lost)


@transaction.atomic
def agree_to_strike(*, case_id: UUID, event_id: UUID, by: Actor) -> None:
    """Agree, as another person, that an event be struck out."""
    case = _held(case_id, by)
    row = _proposed(case, event_id)
    require(may_strike(event_value(row, case.safe), by.role, reason="as proposed"))
    require(may_agree(asked_by=row.strike_asked_by, by=by.id))
    _change(row, struck_at=clock.now(), struck_by=by.id)
    raise_alerts({case.row.id: (case.row.support_agency_id, alert_now(case))}, at=clock.now())
    _record(row, by, "agreed")


@transaction.atomic
def leave_standing(*, case_id: UUID, event_id: UUID, by: Actor) -> None:
    """Turn a proposal down, or take it back: the event stays as it was recorded."""
    case = _held(case_id, by)
    row = _proposed(case, event_id)
    _change(row, strike_asked_at=None, strike_asked_by="", struck_because=None)
    _record(row, by, "left")


def _held(case_id: UUID, by: Actor) -> OpenCase:
    return held(case_id=case_id, operation=Operation.RECORD_EVENT, compartment=Compartment.DECISION, by=by)


def _row(case: OpenCase, event_id: UUID) -> CaseEvent:
    row = CaseEvent.objects.filter(pk=event_id, case=case.row).first()
    if row is None:
        raise never_was()
    if row.struck_at is not None or row.strike_asked_by:
        raise Refused(CHANGED, conflict=True)
    return row


def _proposed(case: OpenCase, event_id: UUID) -> CaseEvent:
    row = CaseEvent.objects.filter(pk=event_id, case=case.row).first()
    if row is None:
        raise never_was()
    if row.struck_at is not None or not row.strike_asked_by:
        raise Refused(CHANGED, conflict=True)
    return row


def _change(row: CaseEvent, **change: object) -> None:
    """Write only if nobody dealt with it meanwhile."""
    same = CaseEvent.objects.filter(pk=row.pk, struck_at=None, strike_asked_by=row.strike_asked_by)
    if not same.update(**change):
        raise Refused(CHANGED, conflict=True)


def _record(row: CaseEvent, by: Actor, what: str) -> None:
    detail = {"event": str(row.id), "kind": row.kind, "correction": what}
    record(Act.PROTECTION_CORRECTED, by=by, subject=("case", row.case_id), detail=detail)


@dataclass(frozen=True, slots=True)
class StrikePage:
    """The event that would be struck out, and what would be lost by it."""

    frame: Frame
    line: EventLine
    lost: str


@transaction.atomic
def show_strike(*, case_id: UUID, event_id: UUID, by: Actor) -> StrikePage:
    """What striking an event out would do."""
    case = _held(case_id, by)
    event = event_value(_row(case, event_id), case.safe)
    page = protection_page(case, by)
    value = case_value(case)
    lost = shortens(value, without(value, event), rule_book(), today=today_of(case.row))
    looked(Act.PROTECTION_SHOWN, by=by, kind="case", ids=[case_id])
    return StrikePage(page.frame, next(one for one in page.events if one.id == event_id), lost)


def told(done: Struck) -> str:
    """What the person who asked is told."""
    if done.waits:
        return f"It was proposed, and counts as before until another person agrees. {done.waits}"
    return "It was struck out, and stays readable. What protects her was worked out anew."
