"""How much may be asked, how often, and by whom."""

from dataclasses import replace

from cast import durham_constable, removals_officer
from pentameter.decisions.rules.screening.limits import (
    MOST_LINES,
    MOST_LISTS_AN_HOUR,
    is_of_immigration,
    may_ask_again,
    may_hold,
)
from pentameter.kernel.actor import AgencySector


def test_only_immigration_enforcement_asks() -> None:
    assert is_of_immigration(removals_officer()).allowed
    assert not is_of_immigration(replace(removals_officer(), sector=AgencySector.POLICE)).allowed
    assert not is_of_immigration(durham_constable()).allowed
    assert not is_of_immigration(replace(removals_officer(), sector=None)).allowed


def test_a_list_has_lines_and_not_too_many() -> None:
    assert not may_hold(0).allowed
    assert may_hold(1).allowed
    assert may_hold(MOST_LINES).allowed
    assert "Split it" in may_hold(MOST_LINES + 1).reason


def test_an_agency_asks_no_more_often_than_people_could() -> None:
    assert may_ask_again(MOST_LISTS_AN_HOUR - 1).allowed
    assert not may_ask_again(MOST_LISTS_AN_HOUR).allowed
