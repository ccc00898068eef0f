"""The ground of the tests of support: a caseworker at work in a case. Everything in it is invented."""

from datetime import date, timedelta
from uuid import UUID

from django.test import Client

from cast import caseworker, durham_constable, duty_desk, in_database, sign_in
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case, NeedToKnow
from pentameter.victims.rules.cases import Age, CaseState, NeedKind
from pentameter.victims.rules.contents import StayWords, TaskWords
from pentameter.victims.rules.support import EntryKind, FlagKind
from pentameter.victims.services.assessments import Assessment
from pentameter.victims.services.flags import Flag
from pentameter.victims.services.plans import Task
from pentameter.victims.services.stays import Stay
from victims.ground import supported

CANARY = "canary-support"
STAY = "canary-whereabouts-of-a-stay"
DAY = timedelta(days=1)


def today() -> date:
    """Where the case's law is."""
    return clock.today()


def case(*, age: Age = Age.ADULT) -> UUID:
    """A person found a week ago, whom the caseworker's organisation supports."""
    return supported(found_on=today() - 7 * DAY, age=age).case_id


def assigned(case_id: UUID, person: Actor | None = None) -> Actor:
    """Someone who works with her in person."""
    actor = person or caseworker()
    in_database(actor)
    NeedToKnow.objects.create(
        case_id=case_id,
        person=actor.id,
        kind=NeedKind.ASSIGNED.value,
        began_at=clock.now(),
        given_by=duty_desk().id,
    )
    return actor


def closed(case_id: UUID) -> None:
    """The case takes nothing more."""
    Case.objects.filter(pk=case_id).update(state=CaseState.CLOSED.value)


def seen_by(person: Actor) -> Client:
    """A browser in which the person is signed in."""
    return sign_in(Client(), person)


def at(case_id: UUID, rest: str = "") -> str:
    """An address below the support of the case."""
    return f"/cases/{case_id}/support/{rest}"


def task(*, due_on: date | None = None, what: str = f"Ask for a dentist, {CANARY}") -> Task:
    """A task."""
    return Task(TaskWords(what, "She prefers mornings."), due_on or today() + 3 * DAY, caseworker().id)


def risk(*, level: str = "medium", seen: UUID | None = None, kind: EntryKind = EntryKind.RISK) -> Assessment:
    """An assessment of today."""
    return Assessment(kind, level, f"What was found, {CANARY}", today(), today() + 28 * DAY, seen)


def flag(kind: FlagKind = FlagKind.DO_NOT_CALL, *, until: date | None = None) -> Flag:
    """A flag since today."""
    return Flag(kind, f"A reason, {CANARY}", today(), until)


def stay(*, since: date | None = None, until: date | None = None, where: str = STAY) -> Stay:
    """Where she is."""
    return Stay(StayWords("safe_house", "Northern Support", where), since or today(), until)


def typed_day(name: str, day: date) -> dict[str, object]:
    """A day in its three boxes."""
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


OFFICERS = (durham_constable,)
