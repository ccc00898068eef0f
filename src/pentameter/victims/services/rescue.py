"""Registering a person who was rescued: four fields and a language, at two in the morning, on a phone."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction
from pentameter.kernel.ids import new_id, reference
from pentameter.kernel.verdict import Refused, require
from pentameter.operations import api as operations
from pentameter.victims.keys import make_key
from pentameter.victims.models import Case
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.queries.protections import today_of
from pentameter.victims.rules.alerts import RESCUE
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import (
    Age,
    Agreement,
    CaseState,
    Identity,
    Practical,
    Whereabouts,
    may_be_rescued_on,
)
from pentameter.victims.rules.events import Event, EventKind
from pentameter.victims.rules.protection import Protection
from pentameter.victims.services.events import add_event, restate
from pentameter.victims.services.keeping import alert_desk, holds_changed
from pentameter.victims.services.people import count_person
from pentameter.victims.services.referrals import ask_at_rescue


@dataclass(frozen=True, slots=True)
class Rescue:
    """What is known at the rescue. All may be empty but the age; `found_on` None is today where the law is.

    `agreement` None: support is not asked for here, as where it was found elsewhere.
    """

    identity: Identity
    age: Age
    practical: Practical
    whereabouts: Whereabouts
    found_on: date | None = None
    place: str = ""
    wave: UUID | None = None
    agreement: Agreement | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """The case that was opened, and what protects her from now on."""

    case_id: UUID
    reference: str
    protection: Protection


@transaction.atomic
def register_rescue(*, rescue: Rescue, by: Actor) -> Registered:
    """Open the case of a person who was rescued. Her protection begins with the day on which she was found.

    Where no wave is named it is the one that runs. A support organisation is asked, unless an adult does not agree.
    """
    require(decide(by, Operation.REGISTER_RESCUE, Subject("case", "", Compartment.IDENTITY, owner_agency=by.agency)))
    case = open_case(replace(rescue, wave=rescue.wave or _running_wave(by)), by)
    now = restate(case)
    if rescue.agreement is not None:
        ask_at_rescue(case, agrees=_AGREES[rescue.agreement], by=by)
    detail = {"wave": str(case.row.wave_id or ""), "agreement": rescue.agreement or ""}
    record(Act.CASE_OPENED, by=by, subject=("case", case.row.id), detail=detail)
    return Registered(case.row.id, case.row.reference, now)


def open_case(rescue: Rescue, by: Actor) -> OpenCase:
    """Write the case with its key, its first event and the desk's alert, in the caller's transaction."""
    identifier = new_id()
    place, zone = _law(rescue.place, by)
    row = Case(
        id=identifier,
        reference=reference("H", identifier),
        agency_id=by.agency,
        support_agency_id=by.agency if by.sector is AgencySector.SUPPORT else None,
        wave_id=rescue.wave,
        place=place,
        zone=zone,
        state=CaseState.OPEN.value,
        age=rescue.age.value,
        opened_at=clock.now(),
        opened_by=by.id,
    )
    row.rescued_on = rescue.found_on or today_of(row)
    require(may_be_rescued_on(row.rescued_on, today=today_of(row)))
    row.save(force_insert=True)
    safe = make_key(identifier)
    row.identity = safe.seal(rescue.identity.as_json(), bound_to=bound("identity", identifier))
    row.practical = safe.seal(rescue.practical.as_json(), bound_to=bound("practical", identifier))
    row.whereabouts = safe.seal(rescue.whereabouts.as_json(), bound_to=bound("whereabouts", identifier))
    row.save(update_fields=["identity", "practical", "whereabouts"])
    count_person(row.wave_id, rescue.age, rescue.identity)
    case = OpenCase(row, assigned=False, safe=safe)
    add_event(case, Event(EventKind.RECOGNISED, on=row.rescued_on), origin="rescue", by=by, at=row.opened_at)
    alert_desk(row, RESCUE, f"{RESCUE}:{row.id}", _REGISTERED.format(row.reference), due_on=row.rescued_on)
    holds_changed()
    return case


def _law(place: str, by: Actor) -> tuple[str, str]:
    """Where the law is, and its time zone. A place whose rules are not known is kept as it is, and protects."""
    wanted = place or _places.get(by.jurisdiction, "") if by.jurisdiction else place
    if not wanted:
        raise Refused("Say where she was found: the law of that place decides how long she is protected.")
    known = rule_book().places.get(wanted)
    return wanted, (known.zone if known and known.zone else accounts.time_zone(by.agency))


def _running_wave(by: Actor) -> UUID | None:
    """The wave of the actor's agency that runs today; else the one that began last; None while none runs."""
    today = clock.today(ZoneInfo(accounts.time_zone(by.agency)))
    own = operations.wave_for(by.agency, today)
    if own is not None:
        return own.id
    running = operations.running(today)
    return running[-1].wave.id if running else None


_REGISTERED = "A person was registered under {}. See that support is found, and call back."
_AGREES = {Agreement.YES: True, Agreement.NOT_ASKED: None, Agreement.NO: False}
_places = {one: one.value for one in Jurisdiction} | {Jurisdiction.UK_WIDE: "united_kingdom"}
