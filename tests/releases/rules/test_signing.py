"""Who may sign, when it may appear, and whether its figures still hold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pentameter.kernel.actor import SYSTEM
from pentameter.releases.rules.signing import (
    LONGEST_WAIT,
    is_described,
    may_appear,
    may_read_early,
    may_sign,
    still_holds,
)
from releases.scene import WORDS

NOW = datetime(2007, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("person", "writers", "allowed"),
    [
        ("second", {"first"}, True),
        ("first", {"first"}, False),
        ("second", {"first", "second"}, False),
        ("second", set(), False),
        (SYSTEM.id, {"first"}, False),
    ],
    ids=["a second person", "the first", "who described it", "nobody known", "a machine"],
)
def test_never_who_worked_on_it(person: str, writers: set[str], allowed: bool) -> None:
    assert may_sign(person, writers).allowed is allowed


@pytest.mark.parametrize(
    ("after", "allowed"),
    [
        (timedelta(0), True),
        (timedelta(days=1), True),
        (LONGEST_WAIT, True),
        (timedelta(hours=-1), False),
        (LONGEST_WAIT + timedelta(seconds=1), False),
    ],
    ids=["now", "tomorrow", "the last day", "an hour ago", "too late"],
)
def test_a_time_of_publication_lies_ahead_and_not_too_far(after: timedelta, allowed: bool) -> None:
    assert may_appear(NOW + after, now=NOW).allowed is allowed


def test_a_mark_that_changed_stops_it() -> None:
    assert still_holds("a", "a").allowed
    verdict = still_holds("a", "b")
    assert not verdict.allowed
    assert "freeze them again" in verdict.reason


@pytest.mark.parametrize("part", ["summary", "source", "method", "counting", "revisions", "withheld"])
def test_every_part_is_needed(part: str) -> None:
    assert is_described(WORDS, correction=False).allowed
    assert not is_described(replace(WORDS, **{part: "  "}), correction=False).allowed


def test_a_correction_says_what_changed() -> None:
    assert not is_described(WORDS, correction=True).allowed
    assert is_described(replace(WORDS, changed="Kent was counted twice."), correction=True).allowed


def test_for_whoever_is_not_named_there_is_nothing() -> None:
    assert may_read_early("ada", {"ada"}).allowed
    assert may_read_early("eve", {"ada"}).hidden
