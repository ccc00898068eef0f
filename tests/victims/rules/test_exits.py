"""Support ends when its clock has run out, or when she asks: a table by the rules of each place."""

from datetime import date

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.exits import may_exit, may_follow, open_until, runs_until
from pentameter.victims.rules.protection import ClockAnswer, protection
from victims.rules.stories import case

FOUND = date(2016, 1, 1)


def support(place: str, told: str, on: str) -> ClockAnswer:
    return protection(case(place, told), rule_book(), today=date.fromisoformat(on)).support


TABLE = [
    # place, what happened, the day she leaves, may she be said to have left, what the refusal names
    ("england_wales", "RG+ 2024-01-10; CG+ 2024-03-06", "2024-04-20", False, "20 April 2024"),
    ("england_wales", "RG+ 2024-01-10; CG+ 2024-03-06", "2024-04-21", True, ""),
    ("england_wales", "RG+ 2024-01-10; CG- 2024-03-06", "2024-03-20", False, "20 March 2024"),
    ("england_wales", "RG+ 2024-01-10; CG- 2024-03-06", "2024-03-21", True, ""),
    ("england_wales", "RG+ 2024-01-10", "2025-01-10", False, "awaiting"),
    ("england_wales", "referred 2024-01-05", "2024-01-09", False, "at the earliest"),
    ("scotland", "RG+ 2024-01-10", "2024-04-09", False, "9 April 2024"),
    ("scotland", "RG+ 2024-01-10", "2024-04-10", True, ""),
    ("northern_ireland", "RG+ 2016-05-04; CG+ 2016-05-20", "2016-06-18", False, "18 June 2016"),
    ("northern_ireland", "RG+ 2016-05-04; CG+ 2016-05-20", "2016-06-19", True, ""),
    ("northern_ireland", "RG+ 2016-05-04", "2016-12-01", False, "awaiting"),
    ("atlantis", "RG+ 2024-01-10", "2030-01-10", False, "Unknown"),
]


@pytest.mark.parametrize(("place", "told", "on", "allowed", "names"), TABLE)
def test_nobody_is_sent_away_while_support_runs(place: str, told: str, on: str, allowed: bool, names: str) -> None:
    day = date.fromisoformat(on)
    clock = support(place, told, on)
    verdict = may_exit(clock, day, her_words="", found_on=FOUND, today=day)
    assert verdict.allowed is allowed
    assert names in verdict.reason
    assert may_exit(clock, day, her_words="I want to go to my sister.", found_on=FOUND, today=day).allowed
    assert not may_exit(clock, day, her_words=" \n ", found_on=FOUND, today=day).allowed or allowed


def test_nobody_leaves_on_a_day_that_has_not_come_or_before_she_was_found() -> None:
    clock = support("scotland", "RG+ 2024-01-10", "2024-05-01")
    today = date(2024, 5, 1)
    assert not may_exit(clock, date(2024, 5, 2), her_words="Yes.", found_on=FOUND, today=today).allowed
    assert not may_exit(clock, date(2015, 12, 31), her_words="Yes.", found_on=FOUND, today=today).allowed


def test_the_door_stays_open_as_long_as_support_would_have_run() -> None:
    clock = support("england_wales", "RG+ 2024-01-10; CG+ 2024-03-06", "2024-03-10")
    assert open_until(clock) == date(2024, 4, 20)
    assert "ends on 20 April 2024" in runs_until(clock)
    on = date(2024, 3, 10)
    assert may_follow(on, None, support=clock).allowed
    assert may_follow(on, date(2024, 4, 20), support=clock).allowed
    assert not may_follow(on, date(2024, 4, 19), support=clock).allowed
    assert not may_follow(on, date(2024, 3, 9), support=clock).allowed
    assert not may_follow(on, date(2034, 3, 9), support=clock).allowed


def test_where_no_day_is_certain_none_is_said_to_be() -> None:
    waiting = support("england_wales", "RG+ 2024-01-10", "2024-02-01")
    assert open_until(waiting) is None
    assert "at the earliest" in runs_until(waiting)
    unknown = support("atlantis", "RG+ 2024-01-10", "2024-02-01")
    assert "No day can be named" in runs_until(unknown)
    over = support("scotland", "RG+ 2024-01-10", "2024-05-01")
    assert runs_until(over) == over.sentence
