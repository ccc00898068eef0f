"""What needs whom today."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import (
    administrator,
    auditor,
    caseworker,
    cleveland_sergeant,
    decision_maker,
    durham_constable,
    duty_desk,
    moderator,
    national_analyst,
    removals_officer,
)
from decisions import persons
from operations import stage
from operations.views.scene import running
from pentameter.config.today import Urgency, home_page
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.services.matters import open_matter
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from public_door import BOTH
from victims.ground import rescued, supported

pytestmark = pytest.mark.django_db(databases=BOTH)


def acts(person: Actor, today: date | None = None) -> list[str]:
    return [task.act for task in home_page(person, today or clock.today()).tasks]


def test_what_is_late_comes_before_what_is_due_this_week() -> None:
    running()
    page = home_page(durham_constable(), clock.today())
    assert [task.urgency for task in page.tasks] == [Urgency.LATE, Urgency.SOON]
    assert page.tasks[0].act.startswith("File your return for the week of ")
    assert page.tasks[1].act == "File your return for this week"


def test_an_empty_list_says_what_it_means() -> None:
    running()
    page = home_page(cleveland_sergeant(), clock.today())
    assert page.tasks == ()
    assert page.nothing == "Your agency has answered for every week, and none of its rows waits in quarantine."
    assert home_page(moderator(), clock.today()).nothing.startswith("No work of your role")


def test_the_centre_is_told_who_is_silent() -> None:
    scene = running()
    assert acts(national_analyst()) == ["Remind 1 agency of returns that are missing"]
    stage.joins(scene.wave, "garda", since=scene.weeks[0])
    assert acts(national_analyst()) == ["Remind 2 agencies of returns that are missing"]


@pytest.mark.parametrize("person", [removals_officer(), moderator(), administrator()], ids=lambda one: one.role.label)
def test_those_who_may_not_see_operations_are_shown_none(person: Actor) -> None:
    running()
    page = home_page(person, clock.today())
    assert (page.tasks, page.running) == ((), ())
    assert all("operations" not in way.url for way in page.ways)


def test_waves_that_run_are_shown_to_those_who_may() -> None:
    scene = running()
    assert [grid.wave.id for grid in home_page(auditor(), clock.today()).running] == [scene.wave]
    assert home_page(auditor(), scene.weeks[0] - timedelta(days=1)).running == ()


def test_the_number_of_queries_does_not_grow_with_waves(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    running()
    with django_assert_num_queries(13):
        home_page(durham_constable(), clock.today())
    running()
    with django_assert_num_queries(13):
        home_page(durham_constable(), clock.today())


def test_who_decides_is_told_what_was_not_served_first() -> None:
    case_id = persons.run_out()
    assert home_page(decision_maker(), clock.today()).nothing.startswith("Nothing waits for a decision")
    persons.taken_up(case_id)
    persons.refused_grounds(case_id, served=False)
    open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    assert acts(decision_maker()) == ["Serve 1 decision", "Take up 1 decision", "Go on with 1 decision of yours"]


def test_people_without_support_come_first_for_those_who_may_see_them() -> None:
    rescued()
    act = "Find support for 1 person"
    assert act in acts(duty_desk())
    assert act in acts(durham_constable())
    assert act not in acts(cleveland_sergeant())
    assert acts(removals_officer()) == []


def test_an_organisation_is_told_whom_nobody_works_with() -> None:
    supported()
    assert "Say who works with 1 person" in acts(caseworker())


def test_the_count_of_people_rescued_goes_up_at_once() -> None:
    scene = running()
    assert home_page(durham_constable(), clock.today()).rescued[scene.wave].people == 0
    rescued()
    found = home_page(cleveland_sergeant(), clock.today()).rescued[scene.wave]
    assert (found.people, found.by_agency) == (1, (("Durham", 1),))


def test_people_stand_before_returns_that_are_as_late() -> None:
    running()
    rescued()
    told = acts(durham_constable())
    assert [act.split(" for ")[0] for act in told[:2]] == ["Find support", "File your return"]
