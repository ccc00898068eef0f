"""Who may be notified instead of referred, and in which quarter."""

from datetime import date

import pytest

from pentameter.intelligence.api import Theme
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.notification import Exploitation, may_notify, quarter_of


@pytest.mark.parametrize("age", list(Age))
def test_only_an_adult_is_notified(age: Age) -> None:
    verdict = may_notify(age)
    assert verdict.allowed is (age is Age.ADULT)
    assert ("refer her" in verdict.reason) is not verdict.allowed


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 9, 30), "2026-Q3"),
        (date(2026, 10, 1), "2026-Q4"),
        (date(2026, 12, 31), "2026-Q4"),
    ],
)
def test_the_quarter_of_a_day(day: date, quarter: str) -> None:
    assert quarter_of(day) == quarter


def test_kinds_are_those_of_intelligence() -> None:
    assert {one.value for one in Exploitation} == {one.value for one in Theme}
    assert all(one.words for one in Exploitation)
