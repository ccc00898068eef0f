"""The ladder: breaches, steps, lapses, second moderators, appeals."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.bulletins.comments.rules.ladder import Step
from pentameter.bulletins.moderation.rules.ladder import (
    LAPSES,
    Breach,
    counting,
    ends,
    may_answer,
    may_second,
    may_take,
    suggested,
)

DAY = date(2007, 10, 5)
AT = datetime(2007, 10, 5, 12, tzinfo=UTC)


def breaches(count: int, *, days_ago: int = 1) -> list[Breach]:
    return [Breach(DAY - timedelta(days=days_ago))] * count


@pytest.mark.parametrize(
    ("count", "step"), [(0, None), (1, Step.WARNING), (2, Step.SUSPENDED), (3, Step.WITHDRAWN), (9, Step.WITHDRAWN)]
)
def test_what_follows(count: int, step: Step | None) -> None:
    assert suggested(breaches(count), today=DAY) is step


def test_breaches_lapse_after_a_year_and_struck_ones_never_count() -> None:
    assert counting(breaches(2, days_ago=364), today=DAY) == 2
    assert counting(breaches(2, days_ago=365), today=DAY) == 0
    assert counting([Breach(DAY, struck=True)], today=DAY) == 0


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("count", range(4))
def test_no_step_is_higher_than_the_breaches_carry(step: Step, count: int) -> None:
    needed = {Step.NOTE: 0, Step.WARNING: 1, Step.CHECKED: 1, Step.SUSPENDED: 2, Step.WITHDRAWN: 3}[step]
    assert may_take(step, breaches(count), today=DAY, words="Why.").allowed == (count >= needed)
    assert not may_take(step, breaches(count), today=DAY, words="  ").allowed


@given(st.lists(st.tuples(st.integers(0, 900), st.booleans())), st.integers(0, 400))
def test_time_alone_only_ever_lowers_what_follows(made: list[tuple[int, bool]], later: int) -> None:
    rows = [Breach(DAY - timedelta(days=ago), struck=struck) for ago, struck in made]
    now, then = counting(rows, today=DAY), counting(rows, today=DAY + timedelta(days=later))
    assert then <= now


def test_ends() -> None:
    assert ends(Step.SUSPENDED, at=AT, days=14) == AT + timedelta(days=14)
    assert ends(Step.WITHDRAWN, at=AT, days=14) is None
    assert ends(Step.WARNING, at=AT, days=14) == AT + LAPSES[Step.WARNING]
    assert ends(Step.CHECKED, at=AT, days=14) == AT + timedelta(days=90)


def test_another_moderator_seconds_once() -> None:
    assert may_second(first="a", by="b", settled=False).allowed
    assert not may_second(first="a", by="a", settled=False).allowed
    assert not may_second(first="a", by="b", settled=True).allowed


@pytest.mark.parametrize(
    ("by", "answered", "words", "allowed"),
    [
        ("c", False, "Why.", True),
        ("a", False, "Why.", False),
        ("b", False, "Why.", False),
        ("c", True, "Why.", False),
        ("c", False, " ", False),
    ],
)
def test_who_answers_an_appeal(by: str, answered: bool, words: str, allowed: bool) -> None:
    verdict = may_answer(decided_by=frozenset({"a", "b"}), by=by, answered=answered, words=words)
    assert verdict.allowed == allowed
