"""The stage of the tests of the register: investigations with arrests, charges, verdicts and appeals, as rows."""

from datetime import UTC, date, datetime, time

from cast import agency, durham_constable
from pentameter.justice.models import Investigation, PipelineEvent, Suspect
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.ids import new_id, reference

FORCED = "AITC04-4"
SEXUAL = "SOA03-57"


def suspect(place: Jurisdiction = Jurisdiction.ENGLAND_WALES) -> Suspect:
    """A suspect in an investigation of their own."""
    one, other = new_id(), new_id()
    led = Investigation.objects.create(
        id=one,
        reference=reference("I", one),
        name="Demo",
        agency=agency(durham_constable()),
        jurisdiction=place.value,
        opened_on=date(2007, 1, 1),
        opened_at=at("2007-01-01"),
        opened_by="somebody",
    )
    return Suspect.objects.create(
        id=other, reference=reference("S", other), investigation=led, added_at=at("2007-01-01"), stage="suspected"
    )


def at(day: str, clock: time = time(12)) -> datetime:
    """A moment of a day, in UTC."""
    return datetime.combine(date.fromisoformat(day), clock, tzinfo=UTC)


def event(of: Suspect, kind: str, on: str, *, known: str = "", **said: object) -> PipelineEvent:
    """Something that happened on a day, recorded on that day if nothing else is said."""
    if kind == "charged":
        said.setdefault("offence_from", date(2007, 1, 1))
    return PipelineEvent.objects.create(
        suspect=of, kind=kind, on=date.fromisoformat(on), known_at=at(known or on), recorded_by="somebody", **said
    )


def convicted(
    on: str, law: str = FORCED, *, known: str = "", place: Jurisdiction = Jurisdiction.ENGLAND_WALES
) -> PipelineEvent:
    """An arrest and a charge in March 2007 under a law, and a conviction on a day. Answers the charge."""
    who = suspect(place)
    event(who, "arrested", "2007-03-01", offence=law)
    charge = event(who, "charged", "2007-03-05", offence=law)
    event(who, "verdict", on, known=known, outcome="convicted", about=charge)
    return charge
