"""Who needs to know a case: assigned, by a share until a day, or by broken glass in an emergency."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import never_was, require
from pentameter.victims.models import Case, NeedToKnow
from pentameter.victims.queries.cases import NeedLine, needs_of
from pentameter.victims.queries.consents import consent_stands
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.queries.protections import today_of
from pentameter.victims.rules.alerts import GLASS
from pentameter.victims.rules.cases import CaseState, NeedKind
from pentameter.victims.rules.consent import Purpose
from pentameter.victims.rules.knowing import glass_until, may_be_assigned, may_be_shown, may_share_until
from pentameter.victims.rules.references import written
from pentameter.victims.services.fitting import DoesNotFit, fits
from pentameter.victims.services.holding import held
from pentameter.victims.services.keeping import alert_desk


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone of the organisation that supports her."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who needs to know, and whom the actor may add. `colleagues`: those who could work with her."""

    frame: Frame
    needs: tuple[NeedLine, ...]
    colleagues: tuple[Colleague, ...]
    may_assign: bool
    may_share: bool
    may_break_glass: bool


@transaction.atomic
def show_people(*, case_id: UUID, by: Actor) -> PeoplePage:
    """Who needs to know a case, and needed to."""
    case = opened(case_id, by, Operation.VIEW_CASE, Compartment.IDENTITY)
    writable = case.state is CaseState.OPEN
    may_assign = writable and case.may(by, Operation.ASSIGN_CASE, Compartment.IDENTITY)
    page = PeoplePage(
        frame=frame_of(case, by),
        needs=needs_of(case),
        colleagues=_colleagues(case) if may_assign else (),
        may_assign=may_assign,
        may_share=writable and case.may(by, Operation.SHARE_CASE, Compartment.IDENTITY),
        may_break_glass=case.may(by, Operation.BREAK_GLASS, Compartment.IDENTITY),
    )
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    return page


@transaction.atomic
def assign_case(*, case_id: UUID, person: UUID, by: Actor) -> None:
    """Say who works with her. To say it twice changes nothing."""
    case = held(case_id=case_id, operation=Operation.ASSIGN_CASE, compartment=Compartment.IDENTITY, by=by)
    who = _person(person, "person")
    fits("person", may_be_assigned(who, support_agency=case.row.support_agency_id or ""))
    need = _give(case, who, NeedKind.ASSIGNED, until=None, by=by)
    record(Event.CASE_ASSIGNED, by=by, subject=("case", case_id), detail={"need": str(need), "person": who.id})


@transaction.atomic
def share_case(*, case_id: UUID, username: str, until: date, purpose: str, by: Actor) -> None:
    """Share a case with a named person until the end of a day, as she consents to. It ends with her consent."""
    case = held(case_id=case_id, operation=Operation.SHARE_CASE, compartment=Compartment.IDENTITY, by=by)
    who = _named(username)
    fits("username", may_be_shown(who))
    fits("until", may_share_until(until, today=today_of(case.row)))
    last = _end_of(until, case.row.zone)
    fits("username", consent_stands(case, Purpose.SHARE, who.agency, last - timedelta(seconds=1)))
    need = _give(case, who, NeedKind.SHARE, until=last, by=by, purpose=purpose)
    detail = {"need": str(need), "person": who.id, "until": until.isoformat()}
    record(Event.CASE_SHARED, by=by, subject=("case", case_id), purpose=purpose, detail=detail)


@transaction.atomic
def break_glass(*, reference: str, purpose: str, by: Actor) -> UUID | None:
    """Open a case in an emergency for four hours. The desk and the record know of it; None if there is no such case.

    A reference that leads nowhere is recorded too: glass is not to be broken by trying.
    """
    subject = Subject("case", "", Compartment.IDENTITY)
    require(decide(by, Operation.BREAK_GLASS, subject, purpose=purpose))
    row = Case.objects.filter(reference=written(reference)).exclude(state=CaseState.ERASED.value).first()
    if row is None:
        record(Event.GLASS_BROKEN, by=by, subject=("case", ""), purpose=purpose, detail={"found": False})
        return None
    now = clock.now()
    need = _give(OpenCase(row, False, None), by, NeedKind.BREAK_GLASS, until=glass_until(now), by=by, purpose=purpose)
    alert_desk(row, GLASS, f"{GLASS}:{need}", _BROKEN.format(row.reference), due_on=today_of(row))
    record(Event.GLASS_BROKEN, by=by, subject=("case", row.id), purpose=purpose, detail={"need": str(need)})
    return row.id


@transaction.atomic
def end_need(*, case_id: UUID, need_id: UUID, by: Actor) -> None:
    """End an assignment, a share or broken glass before its time. It can be ended in a closed case too."""
    held(case_id=case_id, operation=Operation.ASSIGN_CASE, compartment=Compartment.IDENTITY, by=by, closed=True)
    ended = NeedToKnow.objects.filter(pk=need_id, case_id=case_id, ended_at=None).update(ended_at=clock.now())
    if not ended and not NeedToKnow.objects.filter(pk=need_id, case_id=case_id).exists():
        raise never_was()
    record(Event.SHARE_ENDED, by=by, subject=("case", case_id), detail={"need": str(need_id)})


def _give(case: OpenCase, who: Actor, kind: NeedKind, *, until: datetime | None, by: Actor, purpose: str = "") -> UUID:
    """A need to know of this kind from now on. It takes the place of an earlier one of the same kind."""
    now = clock.now()
    theirs = NeedToKnow.objects.filter(case=case.row, person=who.id, kind=kind.value, ended_at=None)
    theirs.update(ended_at=now)
    identifier = new_id()
    NeedToKnow.objects.create(
        id=identifier,
        case=case.row,
        person=who.id,
        kind=kind.value,
        purpose=purpose,
        began_at=now,
        given_by=by.id,
        until=until,
    )
    return identifier


def _colleagues(case: OpenCase) -> tuple[Colleague, ...]:
    """Those who could be assigned. Two SQL queries."""
    agency = case.row.support_agency_id
    if agency is None:
        return ()
    wanted = accounts.PeopleFilter(agency=agency, role=Role.CASEWORKER.value, state="open")
    return tuple(Colleague(str(one.id), one.name) for one in accounts.people(wanted).lines)


def _person(person: UUID, field: str) -> Actor:
    found = accounts.actor_of_user(person, second_factor=True)
    if found is None:
        raise DoesNotFit(field, "This person has no open account. Choose another.")
    return found


def _named(username: str) -> Actor:
    wanted = username.strip().casefold()
    lines = accounts.people(accounts.PeopleFilter(text=username.strip(), state="open")).lines
    found = next((one for one in lines if one.username.casefold() == wanted), None)
    if found is None:
        sentence = f"Nobody with an open account has the username {username.strip()}. Check how it is written."
        raise DoesNotFit("username", sentence)
    return _person(found.id, "username")


def _end_of(day: date, zone: str) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(zone))


_BROKEN = "The glass was broken for {}. See who did, and whether it was needed."
