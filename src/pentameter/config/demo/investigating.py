"""Registers the demo's investigations through the same services as any other: all of them or none, and only once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.config.demo.investigations import INVESTIGATIONS, LOOKED_UP, DemoInvestigation, DemoSuspect, Step
from pentameter.config.demo.seeding import OPERATION
from pentameter.decisions.services.suspects import ask_about_suspects
from pentameter.intelligence.api import MentionKind, PersonRole, mentions_by_id
from pentameter.intelligence.models import Mention
from pentameter.justice.models import Investigation, Suspect
from pentameter.justice.rules.grounds import grounds
from pentameter.justice.rules.kinds import ABOUT_A_CHARGE, OF_PROSECUTOR, Kind
from pentameter.justice.rules.people import Person
from pentameter.justice.rules.screen import Check, Looked
from pentameter.justice.services.checking import record_check
from pentameter.justice.services.investigations import Plan, add_agency, open_investigation
from pentameter.justice.services.recording import ALL, Saying, record_event
from pentameter.justice.services.suspects import add_suspect, mark_suspect
from pentameter.kernel.actor import SYSTEM, Actor, Jurisdiction
from pentameter.kernel.verdict import Refused
from pentameter.operations import api as operations

_LOOKED_THROUGH = 200
_PRESENT = frozenset({Looked.DESK, Looked.INTERVIEW, Looked.REPORTS})


@dataclass(frozen=True, slots=True)
class _Named:
    """A person whom reports name as a suspect."""

    name: str
    mention: UUID


@transaction.atomic
def register_investigations(today: date) -> int:
    """Register the demo's investigations as of `today`, if there is none yet. Answers how many were registered."""
    if Investigation.objects.exists():
        return 0
    people = {one.username: one.id for one in demo_people()}
    begun = [(one, list(_begin(one, today, people))) for one in INVESTIGATIONS]
    ask_about_suspects(by=SYSTEM)
    for told, suspects in begun:
        for one, suspect_id in zip(told.suspects, suspects, strict=True):
            _happened(told, one, suspect_id, today, people)
    return len(INVESTIGATIONS)


def _begin(told: DemoInvestigation, today: date, people: dict[str, UUID]) -> Iterator[UUID]:
    officer = _person(people[told.officer])
    began = today - timedelta(days=told.begun)
    wave = operations.wave_for(told.agency, began) or operations.current_wave(OPERATION, began)
    plan = Plan(told.name, Jurisdiction(told.place), began, wave.id if wave else None)
    made = open_investigation(plan=plan, by=officer)
    for slug in (*told.others, *((told.prosecution,) if told.prosecution else ())):
        add_agency(investigation_id=made, slug=slug, by=officer)
    named = _suspects_of(told.agency)
    for one in told.suspects:
        found = None if one.named or not one.steps else next(named, None)
        person = Person(name=found.name if found else one.name, born="" if found else one.born)
        mention = found.mention if found else None
        yield add_suspect(investigation_id=made, person=person, mention=mention, by=officer)


def _suspects_of(agency: str) -> Iterator[_Named]:
    """People whom the agency's own reports name as suspects, each name once."""
    rows = Mention.objects.filter(kind=MentionKind.PERSON.value, report__agency_id=agency)
    ids = list(rows.order_by("id").values_list("id", flat=True)[:_LOOKED_THROUGH])
    opened, seen = mentions_by_id(ids), set()
    for one in ids:
        values = opened[one].values
        name = values.get("name", "")
        if values.get("role") == PersonRole.SUSPECT.value and " " in name and name not in seen:
            seen.add(name)
            yield _Named(name, one)


def _happened(
    told: DemoInvestigation, one: DemoSuspect, suspect_id: UUID, today: date, people: dict[str, UUID]
) -> None:
    officer = _person(people[told.officer])
    prosecutor = _person(people[told.prosecutor]) if told.prosecutor else officer
    for step in one.steps:
        by = prosecutor if step.kind in OF_PROSECUTOR else officer
        _step(step, suspect_id, Jurisdiction(told.place), today, by)
    if one.mark:
        mark_suspect(suspect_id=suspect_id, words=one.mark, by=officer)


def _step(step: Step, suspect_id: UUID, place: Jurisdiction, today: date, by: Actor) -> None:
    on, version = today - timedelta(days=step.ago), Suspect.objects.get(pk=suspect_id).version
    if step.kind is Kind.CHECKED:
        check = Check(step.outcome, grounds(place)[0].code, _PRESENT, step.note)
        record_check(suspect_id=suspect_id, check=check, on=on, version=version, by=by)
        return
    first, last = (today - timedelta(days=one) for one in step.committed)
    is_charge = step.kind is Kind.CHARGED
    saying = Saying(
        kind=step.kind,
        on=on,
        outcome=step.outcome,
        offence=step.offence,
        first=first if is_charge else None,
        last=last if is_charge else None,
        about=ALL if step.kind in ABOUT_A_CHARGE else "",
        confirmed=LOOKED_UP if is_charge else "",
        note=step.note,
    )
    record_event(suspect_id=suspect_id, saying=saying, version=version, by=by)


def _person(user_id: UUID) -> Actor:
    found = accounts.actor_of_user(user_id, second_factor=True)
    if found is None:
        raise Refused("The people of the demonstration are not there.")
    return found
