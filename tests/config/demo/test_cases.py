"""The demo's cases: invented, in every state of protection, on any day."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from pentameter.config.demo.cases import CASES, LISTED, DemoCase, Story
from pentameter.config.demo.people import is_famous
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.events import Case, Event, EventKind
from pentameter.victims.rules.protection import State, protection

DAYS = (date(2026, 11, 24), date(2027, 3, 1), date(2028, 2, 29))
EXPECTED = {
    Story.JUST_FOUND: State.AWAITING,
    Story.AWAITING_GROUNDS: State.AWAITING,
    Story.IN_THE_PERIOD: State.RUNNING,
    Story.AWAITING_CONCLUSION: State.AWAITING,
    Story.PERMITTED: State.RUNNING,
    Story.RUN_OUT: State.ENDED,
}


def _state(case: DemoCase, today: date) -> State:
    events = {Event(EventKind.RECOGNISED, case.found_on(today)), *case.events(today)}
    return protection(
        Case(case.place, frozenset(events), ZoneInfo("Europe/London")), rule_book(), today=today
    ).removal.state


@pytest.mark.parametrize("today", DAYS)
def test_each_story_stands_where_it_says(today: date) -> None:
    found = {case.id: _state(case, today) for case in CASES}
    assert found == {case.id: EXPECTED.get(case.story, found[case.id]) for case in CASES}


def test_twenty_four_people_in_every_story_and_four_places() -> None:
    assert len({case.id for case in CASES}) == len(CASES) == 24
    assert {case.story for case in CASES} == set(Story)
    assert {case.place for case in CASES} == {"england_wales", "scotland", "northern_ireland", "ireland"}
    assert sum(case.story is Story.RUN_OUT for case in CASES) == 1
    assert [case.id for case in CASES if case.age is Age.MAYBE_CHILD] == ["C10"]


def test_nothing_happens_after_the_day_or_before_she_was_found() -> None:
    for case in CASES:
        days = [event.on for event in case.events(DAYS[0])]
        assert all(day and case.found_on(DAYS[0]) <= day <= DAYS[0] for day in days), case.id
        assert bool(case.support) is bool(case.caseworker)


@pytest.mark.parametrize("today", DAYS)
def test_the_seven_who_are_listed_are_protected(today: date) -> None:
    assert len(LISTED) == 7
    assert {_state(case, today) for case in LISTED} <= {State.RUNNING, State.AWAITING}


def test_nobody_bears_the_name_of_somebody_who_is_known() -> None:
    assert not [case for case in CASES if is_famous(case.given, case.surname)]
