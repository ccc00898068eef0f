"""Spans of days count both their ends; weeks begin on Mondays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.kernel.periods import Period, week_of

MONDAY, SUNDAY = date(2007, 10, 1), date(2007, 10, 7)


@pytest.mark.parametrize(
    ("period", "day", "inside"),
    [
        (Period(MONDAY, SUNDAY), MONDAY, True),
        (Period(MONDAY, SUNDAY), SUNDAY, True),
        (Period(MONDAY, SUNDAY), date(2007, 9, 30), False),
        (Period(MONDAY, SUNDAY), date(2007, 10, 8), False),
        (Period(MONDAY, MONDAY), MONDAY, True),
        (Period(MONDAY), date(2107, 10, 1), True),
        (Period(MONDAY), date(2007, 9, 30), False),
    ],
)
def test_both_ends_count(period: Period, day: date, inside: bool) -> None:
    assert (day in period) is inside


@pytest.mark.parametrize(
    ("period", "until", "mondays"),
    [
        (Period(MONDAY, SUNDAY), date(2007, 12, 1), [MONDAY]),
        (Period(date(2007, 10, 3), date(2007, 10, 8)), date(2007, 12, 1), [MONDAY, date(2007, 10, 8)]),
        (Period(MONDAY), date(2007, 10, 8), [MONDAY, date(2007, 10, 8)]),
        (Period(MONDAY), date(2007, 9, 30), []),
        (Period(date(2007, 12, 31)), date(2008, 1, 1), [date(2007, 12, 31)]),
    ],
)
def test_weeks_of_a_period(period: Period, until: date, mondays: list[date]) -> None:
    assert list(period.weeks(until=until)) == mondays


@given(st.dates(date(1900, 1, 8), date(2100, 1, 1)))
def test_a_week_begins_on_the_monday_before(day: date) -> None:
    monday = week_of(day)
    assert monday.isoweekday() == 1
    assert timedelta(0) <= day - monday < timedelta(7)
    assert week_of(monday) == monday
