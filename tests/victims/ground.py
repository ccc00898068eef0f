"""The ground of these tests: agencies of the cast, and a person who was rescued. She is invented."""

from datetime import date, timedelta
from uuid import UUID

from cast import agency, caseworker, decision_maker, durham_constable, duty_desk, garda, in_database, outsider
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case
from pentameter.victims.rules.cases import Age, Identity, Practical, Whereabouts
from pentameter.victims.services.knowing import assign_case
from pentameter.victims.services.rescue import Registered, Rescue, register_rescue

WHERE = "a room that nobody needs to know, canary-whereabouts"
NAME = "Zorana Testova"


def agencies() -> None:
    """Durham, Kent, the Garda, the national centre, a support organisation, the competent authority."""
    for person in (durham_constable(), outsider(), garda(), duty_desk(), caseworker(), decision_maker()):
        agency(person)


def a_rescue(*, found_on: date | None = None, age: Age = Age.ADULT, name: str = NAME, place: str = "") -> Rescue:
    """What an officer types at night."""
    return Rescue(
        identity=Identity(name=name),
        age=age,
        practical=Practical(language="sq"),
        whereabouts=Whereabouts(where=WHERE),
        found_on=found_on,
        place=place,
    )


def rescued(by: Actor | None = None, *, found_on: date | None = None, age: Age = Age.ADULT) -> Registered:
    """A person whom the Durham constable registered, or whoever is named."""
    agencies()
    actor = by or durham_constable()
    in_database(actor)
    return register_rescue(rescue=a_rescue(found_on=found_on, age=age), by=actor)


def supported(*, found_on: date | None = None, age: Age = Age.ADULT) -> Registered:
    """The same, supported by the caseworker's organisation."""
    done = rescued(found_on=found_on, age=age)
    in_database(caseworker())
    Case.objects.filter(pk=done.case_id).update(support_agency_id=caseworker().agency)
    return done


def many(count: int, *, by: Actor | None = None) -> list[Registered]:
    """So many people, rescued on as many different days."""
    agencies()
    actor = by or durham_constable()
    in_database(actor)
    today = clock.today()
    days = (today - timedelta(days=number % 40) for number in range(count))
    return [register_rescue(rescue=a_rescue(found_on=day), by=actor) for day in days]


def worked_with() -> Registered:
    """Someone whom the caseworker works with in person."""
    done = supported()
    assign_case(case_id=done.case_id, person=UUID(caseworker().id), by=caseworker())
    return done
