"""When a wave may begin and end."""

from datetime import date

import pytest

from pentameter.kernel.periods import Period
from pentameter.operations.rules.waves import covers, may_change_dates, may_run

RUNNING = [
    (date(2007, 10, 3), date(2008, 3, 31), True),
    (date(2007, 10, 3), date(2007, 10, 3), True),
    (date(2007, 10, 3), None, True),
    (date(2007, 10, 3), date(2007, 10, 2), False),
    (date(2007, 10, 3), date(2017, 10, 3), False),
]


@pytest.mark.parametrize(("starts_on", "ends_on", "allowed"), RUNNING)
def test_a_wave_ends_after_it_begins_and_lasts_less_than_five_years(starts_on, ends_on, allowed) -> None:
    assert may_run(starts_on, ends_on).allowed is allowed


def test_a_wave_keeps_the_weeks_for_which_returns_were_filed() -> None:
    filed = [date(2007, 10, 1), date(2007, 10, 8)]
    assert may_change_dates(Period(date(2007, 10, 7), date(2007, 10, 8)), filed).allowed
    assert not may_change_dates(Period(date(2007, 10, 8), date(2007, 12, 31)), filed).allowed
    refusal = may_change_dates(Period(date(2007, 10, 1), date(2007, 10, 7)), filed)
    assert refusal.reason == "A return was filed for the week of 8 October 2007. The wave has to cover that week."


@pytest.mark.parametrize(
    ("week", "inside"),
    [(date(2007, 9, 24), False), (date(2007, 10, 1), True), (date(2008, 3, 31), True), (date(2008, 4, 7), False)],
)
def test_a_wave_covers_the_weeks_that_it_touches(week: date, inside: bool) -> None:
    assert covers(Period(date(2007, 10, 3), date(2008, 3, 31)), week) is inside
