"""The ground of these tests: a person whose period has run out, what she agreed to, matters on her. All invented."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from cast import caseworker, decision_maker, in_database
from pentameter.decisions.models import Matter
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import Kind, Result
from pentameter.decisions.services.accounts import disclose_account, explain_absence, read_account
from pentameter.decisions.services.gate import decide_matter, serve_matter
from pentameter.decisions.services.matters import open_matter, take_up
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.api import Event, EventKind, Outcome, Purpose, record_event
from pentameter.victims.models import CaseEvent
from pentameter.victims.rules.consent import Said
from pentameter.victims.services.consent import withdraw_consent
from victims.ground import supported
from victims.records import says

ACCOUNT = "They kept my papers and said that I owed them, canary-account."
WEIGHT = (
    "She names the locked house and the debt as the telephone records do; I believe her, and what was done to her "
    "weighs heavily in this."
)
REASONS = (
    "Her claim rests on the men who hold the debt and know her village. The report on that district says that nobody "
    "there would keep her safe from them."
)
ABSENCE = (
    "Her caseworker asked her twice with an interpreter; she does not wish to speak of it. I go by the police report "
    "and the letter of the doctor instead."
)
FACTS = "The report of the raid, the letter of the doctor, and the telephone records."


def today() -> date:
    """The day where these cases are."""
    return clock.today()


def run_out() -> UUID:
    """The case of a person whose period has run out: nothing protects her from removal any more."""
    now = today()
    case_id = supported(found_on=now - timedelta(days=110)).case_id
    in_database(decision_maker())
    tell(case_id, EventKind.REASONABLE_GROUNDS, now - timedelta(days=100), Outcome.POSITIVE)
    tell(case_id, EventKind.CONCLUSIVE_GROUNDS, now - timedelta(days=60), Outcome.NEGATIVE)
    return case_id


def protected() -> UUID:
    """The case of a person who was found today."""
    case_id = supported().case_id
    in_database(decision_maker())
    return case_id


def tell(case_id: UUID, kind: EventKind, on: date, outcome: Outcome | None = None) -> None:
    """Record something that happened."""
    event = Event(kind, on=on, outcome=outcome, reasons="As recorded.")
    record_event(case_id=case_id, event=event, origin="test", by=decision_maker())


def agrees(case_id: UUID, agency: str = "") -> UUID:
    """She agrees that those who decide read her account, or one authority alone. Answers the consent's id."""
    return says(case_id, Said.GIVEN, purpose=Purpose.ACCOUNT, agency=agency, by=caseworker())


def takes_back(case_id: UUID, consent: UUID) -> None:
    """She takes that consent back."""
    withdraw_consent(case_id=case_id, consent_id=consent, by=caseworker())


def disclosed(case_id: UUID) -> UUID:
    """She agrees, and her caseworker discloses her account. Answers the consent's id."""
    consent = agrees(case_id)
    disclose_account(case_id=case_id, words=ACCOUNT, by=caseworker())
    return consent


def unspoken(case_id: UUID) -> None:
    """She does not wish to speak of it, and her caseworker says so."""
    explain_absence(case_id=case_id, words=ABSENCE, by=caseworker())


def taken_up(case_id: UUID, kind: Kind = Kind.REMOVAL, by: Actor | None = None) -> UUID:
    """A matter that the decision-maker opened and took up."""
    actor = by or decision_maker()
    made = open_matter(case_id=case_id, kind=kind, opened_on=None, by=actor)
    take_up(matter_id=made, because="", version=1, by=actor)
    return made


def opened_account(matter_id: UUID, by: Actor | None = None) -> str:
    """The decision-maker opens her account for it."""
    return read_account(matter_id=matter_id, purpose="to decide on removal", by=by or decision_maker())


def draft(result: Result = Result.REMOVED, **changed: object) -> Draft:
    """A decision in which nothing is missing."""
    whole = Draft(result=result, decided_on=today(), facts=FACTS, weight=WEIGHT, reasons=REASONS)
    return replace(whole, **changed)


def version(matter_id: UUID) -> int:
    """The version that the matter has now."""
    return Matter.objects.values_list("version", flat=True).get(pk=matter_id)


def decides(matter_id: UUID, said: Draft, by: Actor | None = None) -> None:
    """The decision-maker closes it."""
    decide_matter(matter_id=matter_id, draft=said, version=version(matter_id), by=by or decision_maker())


def serves(matter_id: UUID, on: date | None = None) -> date | None:
    """She is given the decision."""
    actor = decision_maker()
    day = on or today()
    return serve_matter(matter_id=matter_id, served_on=day, how="in_person", version=version(matter_id), by=actor)


def refused_grounds(case_id: UUID, *, served: bool = True) -> UUID:
    """A negative conclusive grounds decision, served today."""
    made = taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    decides(made, draft(Result.NEGATIVE))
    if served:
        serves(made)
    return made


def served_late(case_id: UUID, *, decided: int = 45, served: int | None = 5) -> UUID:
    """Negative grounds so many days ago, given to her so many days ago: for her clocks the days to ask are over."""
    made = refused_grounds(case_id, served=served is not None)
    decided_on = today() - timedelta(days=decided)
    Matter.objects.filter(pk=made).update(opened_on=decided_on, decided_on=decided_on)
    CaseEvent.objects.filter(case_id=case_id, origin="decisions").update(on=decided_on)
    if served is not None:
        given = today() - timedelta(days=served)
        Matter.objects.filter(pk=made).update(served_on=given, window_until=given + timedelta(days=30))
    return made


def newcomer() -> Actor:
    """A third decision-maker of the same authority."""
    return replace(decision_maker(), id=str(uuid5(UUID(int=2007), "newcomer")), name="Jonas Adeyinka")


def colleague() -> Actor:
    """Another decision-maker of the same authority."""
    return replace(decision_maker(), id=str(uuid5(UUID(int=2007), "colleague")), name="Ilse Brandvold")
