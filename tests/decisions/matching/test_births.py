"""Dates of birth: which can be one date with an honest mistake in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.decisions.matching.births import Birth, Likeness, likeness
from tests.decisions.matching.people import born

BIRTHS = st.builds(Birth, st.integers(1950, 2010), st.integers(1, 12), st.integers(1, 31))


@pytest.mark.parametrize(
    ("line", "register", "expected"),
    [
        ("1990-03-25", "1990-03-25", Likeness.SAME),
        ("1990-01-01", "1990-01-01", Likeness.SAME_YEAR),
        ("1990-05-03", "1990-03-05", Likeness.SWAPPED),
        ("1990-25-03", "1990-03-25", Likeness.SWAPPED),
        ("1991-03-25", "1990-03-25", Likeness.A_YEAR_OFF),
        ("1988-03-25", "1990-03-25", Likeness.TWO_YEARS_OFF),
        ("1987-03-25", "1990-03-25", Likeness.DIFFERENT),
        ("1988-05-03", "1990-03-05", Likeness.SWAPPED_AND_YEARS_OFF),
        ("1990-01-01", "1990-03-25", Likeness.SAME_YEAR),
        ("1990", "1990-03-25", Likeness.SAME_YEAR),
        ("1990-03", "1990-03-25", Likeness.SAME_MONTH),
        ("1992-01-01", "1990-03-25", Likeness.YEARS_OFF),
        ("1990-03-25", "1992-01-01", Likeness.YEARS_OFF_REGISTER),
        ("1990-03-26", "1990-03-25", Likeness.A_DAY_OFF),
        ("1980-03-25", "1990-03-25", Likeness.MISTYPED),
        ("1990-04-25", "1990-03-25", Likeness.MISTYPED),
        ("1990-04-26", "1990-03-25", Likeness.DIFFERENT),
        ("", "1990-03-25", Likeness.UNKNOWN),
    ],
)
def test_two_dates(line: str, register: str, expected: Likeness) -> None:
    assert likeness(born(line), born(register)) is expected


@given(BIRTHS, BIRTHS)
def test_the_order_matters_only_for_a_guessed_date_with_another_year(one: Birth, other: Birth) -> None:
    found = {likeness(one, other), likeness(other, one)}
    assert len(found) == 1 or found == {Likeness.YEARS_OFF, Likeness.YEARS_OFF_REGISTER}
