"""The ground of the tests of justice: an investigation of Durham's that was sent to prosecutors, with a suspect.

Everybody is invented.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from cast import agency, cleveland_sergeant, durham_constable, garda, in_database, outsider, prosecutor
from pentameter.justice.models import Suspect
from pentameter.justice.rules.kinds import Kind, Outcome
from pentameter.justice.rules.people import Person
from pentameter.justice.rules.screen import Check, Looked
from pentameter.justice.services.checking import record_check
from pentameter.justice.services.investigations import Plan, add_agency, open_investigation
from pentameter.justice.services.protection import keep_answers
from pentameter.justice.services.recording import Saying, record_event
from pentameter.justice.services.suspects import add_suspect
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor, Jurisdiction

NAME = "Ignatius Testperson"
REASONS = "Nobody and nothing speaks for it; the duty desk was asked and had nothing to add."
TRAFFICKING = "MSA15-2"


def ago(days: int) -> date:
    """The day that was so many days ago."""
    return clock.today() - timedelta(days=days)


def people() -> None:
    """Everybody who appears, with their agencies."""
    for person in (durham_constable(), prosecutor(), second_prosecutor(), cleveland_sergeant(), outsider(), garda()):
        in_database(person)


def second_prosecutor() -> Actor:
    """A colleague of the prosecutor's."""
    first = prosecutor()
    return replace(first, id=str(uuid5(UUID(first.id), "another")), name="Quentin Abara")


def investigation(*, sent: bool = True, by: Actor | None = None, wave: UUID | None = None, name: str = "Larch") -> UUID:
    """An investigation in England and Wales, led by the Durham constable's force or whoever is named."""
    people()
    plan = Plan(name, Jurisdiction.ENGLAND_WALES, ago(200), wave)
    made = open_investigation(plan=plan, by=by or durham_constable())
    if sent:
        agency(prosecutor())
        add_agency(investigation_id=made, slug=prosecutor().agency, by=by or durham_constable())
    return made


def suspect(inside: UUID | None = None, *, name: str = NAME, asked: bool = True, by: Actor | None = None) -> UUID:
    """A suspect, of whom it was asked whether they are somebody protected: they are not."""
    person = Person(name=name, born="1979-04-01")
    made = add_suspect(investigation_id=inside or investigation(), person=person, by=by or durham_constable())
    if asked:
        keep_answers(answers={made: False}, mark=0, by=SYSTEM)
    return made


def version(suspect_id: UUID) -> int:
    """The version that somebody who opens the page now has."""
    return Suspect.objects.get(pk=suspect_id).version


def records(suspect_id: UUID, kind: Kind, days: int, by: Actor | None = None, **more: object) -> UUID:
    """Something that happened so many days ago is recorded now."""
    saying = replace(Saying(kind, ago(days)), **more)
    who = by or (prosecutor() if kind is Kind.CHARGED else durham_constable())
    return record_event(suspect_id=suspect_id, saying=saying, version=version(suspect_id), by=who)[0]


def arrested(suspect_id: UUID, days: int = 100, offence: str = TRAFFICKING) -> UUID:
    """An arrest."""
    return records(suspect_id, Kind.ARRESTED, days, offence=offence)


def checked(
    suspect_id: UUID, days: int = 60, outcome: Outcome = Outcome.MAY_BE_CHARGED, by: Actor | None = None
) -> UUID:
    """A check, with the duty desk asked."""
    check = Check(outcome, "s45_adult", frozenset({Looked.DESK, Looked.INTERVIEW}), REASONS)
    who = by or prosecutor()
    return record_check(suspect_id=suspect_id, check=check, on=ago(days), version=version(suspect_id), by=who)


def charged(suspect_id: UUID, days: int = 50, offence: str = TRAFFICKING) -> UUID:
    """A charge with what was done in the spring of 2026."""
    more = {"outcome": Outcome.CHARGE, "offence": offence, "first": ago(300), "last": ago(250)}
    return records(suspect_id, Kind.CHARGED, days, **more)


def convicted(suspect_id: UUID, charge: UUID, days: int = 10) -> UUID:
    """A conviction."""
    return records(suspect_id, Kind.VERDICT, days, outcome=Outcome.CONVICTED, about=str(charge))


def convicted_suspect(inside: UUID | None = None) -> UUID:
    """A suspect who was arrested, checked, charged and convicted."""
    made = suspect(inside)
    arrested(made)
    checked(made)
    convicted(made, charged(made))
    return made
