"""The small parts: chance, habits, windows, runs."""

import doctest
from datetime import UTC, datetime, timedelta

import pytest

from oversight.looking import DAY, HOUR, MONDAY
from pentameter.oversight.rules import (
    bursts,
    chance,
    closed,
    habits,
    likeness,
    patterns,
    runs,
    screening,
    unconnected,
    windows,
)
from pentameter.oversight.rules.looks import Look


def test_chance() -> None:
    assert doctest.testmod(chance).failed == 0
    assert chance.at_least(0, 3.0) == 1.0
    assert chance.at_least(1, 0.0) == 0.0
    assert chance.at_least(1, 2.0) == pytest.approx(0.8646647)


def test_one_unusual_day_does_not_make_the_next_one_usual() -> None:
    habit, day = habits.Habit(), MONDAY.date()
    for ago, count in ((40, 90), (5, 50), (4, 7), (3, 9), (3, 8)):
        habit.note(day - timedelta(days=ago), count)
    assert habit.usual(day) == 9
    assert habits.Habit().usual(day) == 0


def test_a_window_counts_each_thing_once_and_forgets() -> None:
    window = windows.Window(HOUR)
    assert [window.add(MONDAY, one, 1) for one in "aab"] == [1, 1, 2]
    assert window.add(MONDAY + HOUR, "c", 2) == 1
    assert window.emptied() == (2,)
    assert window.add(MONDAY + HOUR, "c", 3) == 1


@pytest.mark.parametrize(
    ("at", "run"),
    [((9, 0), (12, 0)), ((10, 0), (12, 0)), ((10, 1), (18, 0)), ((21, 59), (24, 0)), ((23, 0), (30, 0))],
)
def test_a_look_is_flagged_within_eight_hours(at: tuple[int, int], run: tuple[int, int]) -> None:
    midnight = datetime(2026, 3, 2, tzinfo=UTC)
    moment, due = (midnight + timedelta(hours=one[0], minutes=one[1]) for one in (at, run))
    assert runs.next_run(moment) == due
    assert due - moment <= timedelta(hours=8)


def test_what_is_known_of_few_takes_no_surname_for_rare() -> None:
    assert likeness.share_of(0, 0) > likeness.share_of(0, 50_000)
    assert likeness.share_of(100, 5_000) > 100 / 6_000


@pytest.mark.parametrize("pattern", list(patterns.Pattern))
def test_every_pattern_says_what_it_is_and_what_is_like_it(pattern: patterns.Pattern) -> None:
    assert pattern.words
    assert pattern.meaning.endswith("looks the same.")


def test_each_watch_lets_alone_what_is_not_its_own(quiet: Look) -> None:
    watches = (unconnected.Unconnected(), bursts.Bursts(), closed.Closed(), likeness.Alike(lambda _: 1e-5))
    assert [one.see(quiet) for one in watches] == [None] * 4
    assert screening.Screening(lambda checks, *, now: frozenset({"x"}), lambda row: None).see(quiet.row) is None


@pytest.fixture
def quiet() -> Look:
    from oversight.looking import look

    return look(MONDAY + DAY)
