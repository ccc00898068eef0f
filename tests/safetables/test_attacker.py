"""The attacker's bounds are those of every table there is."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import flat, table, tables, true_bounds

from safetables import Published, Rules, Table, attack
from safetables.published import suppressed


def _hidden(draw: st.DataObject, whole: Table, *, totals: bool) -> Published:
    """Some cells hidden; without `totals` only inner ones, so that nothing is endless."""
    may = np.ones(whole.values.size, dtype=bool) if totals else whole.inner
    chosen = draw.draw(st.lists(st.booleans(), min_size=may.size, max_size=may.size))
    mask = np.array(chosen) & may & (whole.values.ravel() > 0)
    return suppressed(whole, mask, least=1.0)


@settings(max_examples=40, deadline=None)
@given(st.data(), tables(most=4, spans=(flat(4), flat(2, 3), flat(3, 3), flat(2, 2, 2))))
def test_bounds_are_the_least_and_the_greatest_of_all_tables(draw: st.DataObject, whole: Table) -> None:
    shown = _hidden(draw, whole, totals=False)
    low, high = true_bounds([shown])
    found = attack([shown])
    for bound, place in zip(found.bounds, np.argwhere(shown.hidden), strict=True):
        assert (bound.low, bound.high) == (low[tuple(place)], high[tuple(place)])
        assert bound.exact


@settings(max_examples=40, deadline=None)
@given(st.data(), tables())
def test_the_truth_lies_within_the_bounds(draw: st.DataObject, whole: Table) -> None:
    shown = _hidden(draw, whole, totals=True)
    for bound, place in zip(attack([shown]).bounds, np.argwhere(shown.hidden), strict=True):
        assert bound.low <= whole.values[tuple(place)] <= bound.high


def test_a_cell_alone_in_its_row_is_given_away_by_the_rest_of_the_row() -> None:
    whole = table(flat(2, 3), [3, 20, 30, 40, 50, 60])
    mask = np.zeros(whole.values.shape, dtype=bool)
    mask[1, 1] = True
    found = attack([suppressed(whole, mask, least=1.0)], Rules(threshold=10))
    assert [one.bound.name for one in found.given_away] == ["a a0, b b0"]
    assert (found.given_away[0].bound.low, found.given_away[0].bound.high) == (3, 3)
    assert set(found.given_away[0].by) in (
        {"a a0 (53)", "a a0, b b1 (20)", "a a0, b b2 (30)"},
        {"b b0 (43)", "a a1, b b0 (40)"},
    )


@pytest.mark.parametrize(
    ("inner", "hidden", "unsafe"),
    [
        ([3, 20, 30], [1], 1),  # alone: exact
        ([3, 2, 30], [1, 2], 2),  # together 5: below 10 for certain
        ([3, 20, 30], [1, 2], 0),
        ([3, 20, 30], [1, 2, 3], 0),
        ([3, 20, 30], [0, 1], 0),  # the total is hidden with it: endless
    ],
)
def test_what_is_certainly_below_the_threshold_is_given_away(inner: list[int], hidden: list[int], unsafe: int) -> None:
    whole = table(flat(3), inner)
    mask = np.isin(np.arange(4), hidden)
    assert len(attack([suppressed(whole, mask, least=1.0)], Rules(threshold=10)).given_away) == unsafe


def test_with_the_truth_a_lower_bound_that_is_too_close_is_seen() -> None:
    whole = table(flat(2, 2), [9, 12, 12, 1])  # the other diagonal can only fall to 1: the 9 cannot fall at all
    mask = whole.inner.reshape(whole.values.shape)
    shown = suppressed(whole, mask, least=1.0)
    assert attack([shown], Rules(threshold=10)).safe
    found = attack([shown], Rules(threshold=10), truths=[whole])
    assert [one.bound.name for one in found.given_away] == ["a a0, b b0"]
    assert found.given_away[0].why == "it lies between 9 and 20, where 1 to 10 has to be possible"
    assert found.checked == 2


def test_a_small_count_that_is_printed_is_given_away() -> None:
    whole = table(flat(3), [3, 20, 30])
    found = attack([suppressed(whole, np.zeros(4, dtype=bool), least=1.0)], truths=[whole])
    assert [one.sentence() for one in found.given_away] == ["a a0: it is 3, where 1 to 10 has to be possible."]
