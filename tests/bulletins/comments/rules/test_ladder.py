"""Who may comment where they stand on the ladder, and how long one may appeal."""

from datetime import UTC, datetime, timedelta

import pytest

from pentameter.bulletins.comments.rules.ladder import WORDS, Held, Step, is_checked_first, may_appeal, may_comment

AT = datetime(2007, 10, 5, 12, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("steps", "allowed", "says"),
    [
        ([], True, ""),
        ([Held(Step.NOTE, AT), Held(Step.WARNING, AT), Held(Step.CHECKED, AT)], True, ""),
        ([Held(Step.SUSPENDED, AT, AT + WEEK)], False, "until 12 October 2007"),
        ([Held(Step.SUSPENDED, AT - WEEK, AT)], True, ""),
        ([Held(Step.SUSPENDED, AT, AT + WEEK, lifted=True)], True, ""),
        ([Held(Step.WITHDRAWN, AT)], False, "withdrawn"),
        ([Held(Step.WITHDRAWN, AT, lifted=True)], True, ""),
    ],
)
def test_the_privilege(steps: list[Held], allowed: bool, says: str) -> None:
    verdict = may_comment(steps, now=AT)
    assert verdict.allowed == allowed
    assert says in verdict.reason


def test_who_is_checked_first() -> None:
    assert is_checked_first([Held(Step.CHECKED, AT)], now=AT)
    assert not is_checked_first([Held(Step.WARNING, AT)], now=AT)
    assert not is_checked_first([Held(Step.CHECKED, AT, AT + WEEK)], now=AT + WEEK)


@pytest.mark.parametrize(
    ("days", "appealed", "allowed"),
    [(0, False, True), (20, False, True), (21, False, False), (22, False, False), (1, True, False)],
)
def test_twenty_days_to_appeal(days: int, appealed: bool, allowed: bool) -> None:
    assert may_appeal(AT.date(), appealed=appealed, today=AT.date() + timedelta(days=days)).allowed == allowed


def test_every_step_is_told_in_words() -> None:
    assert set(WORDS) == set(Step)
    assert [step.height for step in Step] == [0, 1, 2, 3, 4]
