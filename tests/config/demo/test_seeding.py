"""The demo's cases are registered once, through the services, and stand where their stories say."""

from datetime import timedelta

import pytest

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.config.demo import seeding
from pentameter.config.demo.cases import CASES, Story
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations
from pentameter.victims.api import not_to_be_counted
from pentameter.victims.models import Case, Consent, NeedToKnow, Referral, Standing
from pentameter.victims.services.alerts import show_alerts

pytestmark = pytest.mark.django_db


@pytest.fixture
def registered() -> int:
    """The demo's people, its operation with two waves, and its cases."""
    accounts.seed_agencies(by=SYSTEM)
    accounts.seed_demo_people(by=SYSTEM)
    operations.create_operation(slug=seeding.OPERATION, name="Demo", purpose="To show.", by=SYSTEM)
    today = clock.today()
    for name, days, ended in (("First", 560, 420), ("Second", 45, None)):
        plan = operations.WavePlan(name, today - timedelta(days=days), today - timedelta(days=ended) if ended else None)
        operations.create_wave(operation=seeding.OPERATION, plan=plan, by=SYSTEM)
    return seeding.register_cases(today)


def test_every_case_is_registered_once(registered: int) -> None:
    assert registered == len(CASES) == Case.objects.count()
    assert seeding.register_cases(clock.today()) == 0
    assert Case.objects.count() == len(CASES)


def test_cases_stand_in_the_wave_in_which_they_were_found(registered: int) -> None:
    first, second = operations.waves_of(seeding.OPERATION)
    recent = sum(case.found < 60 for case in CASES)
    assert Case.objects.filter(wave_id=second.id).count() == recent
    assert Case.objects.filter(wave_id=first.id).count() == registered - recent


def test_who_is_supported_has_her_organisation_and_her_caseworker(registered: int) -> None:
    for slug in ("northern-support", "shoreline-refuge", "an-cuan"):
        assert Case.objects.filter(support_agency_id=slug).count() == sum(case.support == slug for case in CASES)
    people = {str(one.id): one.username for one in demo_people()}
    assigned = {people[one.person] for one in NeedToKnow.objects.filter(kind="assigned", ended_at=None)}
    assert assigned == {case.caseworker for case in CASES if case.caseworker}


def test_who_was_asked_may_be_counted_or_said_no(registered: int) -> None:
    said = Consent.objects.filter(purpose="statistics").values_list("said", flat=True)
    asked = [case for case in CASES if case.support]
    assert sorted(said) == sorted("given" if case.counted else "refused" for case in asked)
    left_out = not_to_be_counted(clock.now())
    assert {one.surname for one in left_out.people} == {case.surname for case in asked if not case.counted}
    assert len(left_out.people) == 2
    assert left_out.unreadable == 0


def test_who_registered_a_rescue_is_a_person_of_her_agency_who_exists(registered: int) -> None:
    agencies = {str(one.id): one.agency.slug for one in demo_people()}
    assert all(agencies[row.opened_by] == row.agency_id for row in Case.objects.all())
    spoke = set(Consent.objects.values_list("recorded_by", flat=True)) | set(
        Referral.objects.values_list("asked_by", flat=True)
    )
    assert spoke <= set(agencies)


def test_the_accounts_that_are_offered_are_few(registered: int) -> None:
    offered = {one.username for one in accounts.demo_accounts()}
    assert {"durham.constable", "second.decision.maker"} <= offered
    assert "kent.officer" not in offered


def test_one_protection_has_run_out_and_most_go_on(registered: int) -> None:
    ended = Standing.objects.filter(clock="removal", state="ended").count()
    decided = {Story.RUN_OUT, Story.POSITIVE, Story.NEGATIVE_WINDOW_OPEN}
    assert ended == sum(case.story in decided for case in CASES)
    assert Standing.objects.filter(clock="removal", state="unknown").count() == 0


def test_the_desk_is_left_with_what_came_of_the_last_event_alone(registered: int) -> None:
    desk = next(one.id for one in demo_people() if one.username == "duty.desk")
    actor = accounts.actor_of_user(desk, second_factor=True)
    assert actor is not None
    waits: dict[str, int] = {}
    for one in show_alerts(by=actor).open:
        waits[one.reference] = waits.get(one.reference, 0) + 1
    assert max(waits.values()) <= 4, "what was alerted to before it was dealt with"
