"""Recording what happened to a suspect: on its day, whenever it is learned."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.justice.models import PipelineEvent
from pentameter.justice.rules import charging, screen
from pentameter.justice.rules.kinds import ABOUT_A_CHARGE, OF_PROSECUTOR, OTHER, Kind, Outcome
from pentameter.justice.rules.laws import NoSuchLaw, offence
from pentameter.justice.rules.recording import may_record, may_record_kind
from pentameter.justice.rules.standing import Event
from pentameter.justice.services.loading import HeldSuspect, NotYet, held_suspect, insist, keep
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id

ALL = "all"
"""Said instead of a charge: every charge for which it can be recorded."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What is recorded. `about` is a charge's id, or `ALL`; `confirmed` where the law's days were looked up."""

    kind: Kind
    on: date
    outcome: Outcome | None = None
    offence: str = ""
    first: date | None = None
    last: date | None = None
    about: str = ""
    confirmed: str = ""
    note: str = ""


@transaction.atomic
def record_event(*, suspect_id: UUID, saying: Saying, version: int, by: Actor) -> tuple[UUID, ...]:
    """Record something that happened. Answers the ids of its rows: several where it concerns several charges.

    Raises:
        NotYet: where it cannot stand, with the sentence for the form.
    """
    if saying.kind is Kind.CHECKED:
        raise NotYet("A non-punishment check is recorded on its own page.")
    held = held_suspect(suspect_id, _operation(saying.kind), by)
    insist(may_record_kind(saying.kind, by.role))
    held.insist_on(version)
    if saying.offence and not (saying.offence == OTHER and saying.kind in (Kind.ARRESTED, Kind.VERDICT)):
        _known(saying.offence)
    if saying.kind is Kind.ARRESTED and saying.offence:
        insist(charging.arrested_under(saying.offence, held.opened.investigation.place, saying.on))
    if saying.kind is Kind.CHARGED:
        _may_charge(held, saying)
    if saying.kind is Kind.VERDICT and saying.offence:
        _may_be_another(held, saying)
    made = tuple(_record(held, saying, about, by) for about in _abouts(held, saying))
    keep(held.opened)
    act = Act.CHARGE_RECORDED if saying.kind is Kind.CHARGED else Act.JUSTICE_RECORDED
    detail = {"kind": saying.kind.value, "events": [str(one) for one in made]}
    record(act, by=by, subject=("suspect", suspect_id), detail=detail)
    return made


def _record(held: HeldSuspect, saying: Saying, about: str, by: Actor) -> UUID:
    made, now = new_id(), clock.now()
    new = Event(
        *(str(made), saying.kind, saying.on, saying.outcome, saying.offence, about),
        by=by.id,
        known_at=now,
    )
    insist(may_record(held.events, new, held.opened.investigation.place, today=clock.today()))
    PipelineEvent.objects.create(
        id=made,
        suspect=held.row,
        kind=saying.kind.value,
        on=saying.on,
        outcome=saying.outcome.value if saying.outcome else "",
        offence=saying.offence,
        offence_from=saying.first,
        offence_to=saying.last,
        about_id=UUID(about) if about else None,
        words=held.sealed("event", made, {"note": saying.note.strip(), "confirmed": saying.confirmed.strip()}),
        known_at=now,
        recorded_by=by.id,
        agency_id=by.agency or None,
    )
    return made


def _may_charge(held: HeldSuspect, saying: Saying) -> None:
    insist(screen.may_charge(held.standing, held.seen, held.signs))
    insist(charging.may_be_days(saying.first, saying.last, charged_on=saying.on))
    if not saying.offence or saying.first is None:
        raise NotYet("Offence: choose the offence.")
    days = charging.Days(saying.first, saying.last or saying.first)
    place = held.opened.investigation.place
    insist(charging.under_law(saying.offence, place, days, confirmed=saying.confirmed))


def _may_be_another(held: HeldSuspect, saying: Saying) -> None:
    """A court convicts of another offence on one charge, whose days say which law counts."""
    if saying.about == ALL and len(held.standing.charges) > 1:
        raise NotYet("Charge: choose the one charge on which the court convicted of another offence.")
    for row in PipelineEvent.objects.filter(pk__in=[one for one in _abouts(held, saying) if one]):
        if row.offence_from:
            days = charging.Days(row.offence_from, row.offence_to or row.offence_from)
            insist(charging.convicted_under(saying.offence, held.opened.investigation.place, days))


def _abouts(held: HeldSuspect, saying: Saying) -> tuple[str, ...]:
    """The charges that it concerns; one that is not the suspect's own is none."""
    if saying.kind not in ABOUT_A_CHARGE:
        return ("",)
    charges = held.standing.charges
    if saying.about == ALL:
        going = tuple(one.id for one in charges.values() if _can(held, saying, one.id))
        return going or tuple(charges)[:1] or ("",)
    return (saying.about if saying.about in {one.id for one in held.events if one.kind is Kind.CHARGED} else "",)


def _can(held: HeldSuspect, saying: Saying, about: str) -> bool:
    new = Event("new", saying.kind, saying.on, saying.outcome, about=about)
    return may_record(held.events, new, held.opened.investigation.place, today=clock.today()).allowed


def _known(code: str) -> None:
    try:
        offence(code)
    except NoSuchLaw:
        raise NotYet("Offence: choose one of the register of laws.") from None


def _operation(kind: Kind) -> Operation:
    return Operation.CHARGE_SUSPECT if kind in OF_PROSECUTOR else Operation.RECORD_JUSTICE
