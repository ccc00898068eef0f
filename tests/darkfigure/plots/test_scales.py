"""Numbers along an axis are round, in range and stand apart."""

import math
from itertools import pairwise

import pytest

from darkfigure.plots import look, scales


@pytest.mark.parametrize("low", [3.0, 123.0, 2650.0])
@pytest.mark.parametrize("ratio", [1.05, 1.4, 2.9, 20.0, 3000.0])
@pytest.mark.parametrize("inches", [2.5, 6.0])
@pytest.mark.parametrize("log", [True, False])
def test_ticks_stand_apart(low: float, ratio: float, inches: float, log: bool) -> None:
    high = low * ratio
    ticks = scales.round_numbers(low, high, log=log, inches=inches)
    assert all(low <= tick <= high for tick in ticks)
    assert ticks or (log and ratio == 1.05)
    place = [math.log(tick / low) / math.log(ratio) if log else (tick - low) / (high - low) for tick in ticks]
    for (left, right), (one, other) in zip(pairwise(place), pairwise(ticks), strict=True):
        words = (look.width_of(f"{one:,.0f}", look.SMALL) + look.width_of(f"{other:,.0f}", look.SMALL)) / 2
        assert (right - left) * inches > words


def test_a_log_scale_only_where_the_range_asks() -> None:
    assert scales.wants_log(1000.0, 10000.0)
    assert not scales.wants_log(1000.0, 2000.0)
    assert not scales.wants_log(0.0, 2000.0)


def test_padded_holds_what_is_finite_and_ignores_the_rest() -> None:
    low, high = scales.padded([100.0, 1000.0, math.inf, math.nan, 0.0])
    assert 50 < low < 100
    assert 1000 < high < 2000
    assert scales.padded([]) == pytest.approx((0.87, 11.48), rel=0.01)
