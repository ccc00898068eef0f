"""Differences in words, and weeks that stand beside each other by their number."""

from datetime import date

import pytest

from pentameter.picture.rules.comparing import Side, Span, difference, week_pairs


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (0, 0, "as many"),
        (7, 7, "as many"),
        (0, 5, "5 more, none before"),
        (12, 24, "12 more (+100%)"),
        (12, 9, "3 fewer (−25%)"),
        (4, 0, "4 fewer (−100%)"),
        (2000, 1, "1,999 fewer (−100%)"),
    ],
)
def test_a_difference_in_words(one: int, other: int, told: str) -> None:
    assert difference(one, other) == told


def test_the_first_week_of_each_stands_beside_the_first_of_the_other() -> None:
    one, other = Side("a", "", {}, {}, (3, 0, 5)), Side("b", "", {}, {}, (4,))
    assert week_pairs(one, other) == (("Week 1", (3, 4)), ("Week 2", (0, None)), ("Week 3", (5, None)))


@pytest.mark.parametrize(("week", "inside"), [("2007-10-01", True), ("2007-10-15", True), ("2007-10-22", False)])
def test_both_ends_of_a_span_count(week: str, inside: bool) -> None:
    assert (date.fromisoformat(week) in Span(date(2007, 10, 1), date(2007, 10, 15))) is inside
