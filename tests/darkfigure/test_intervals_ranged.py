"""Levels and normal quantiles."""

import math

import pytest

from darkfigure.errors import BadInput
from darkfigure.intervals.ranged import Ranged, checked_level, normal_quantile


def test_normal_quantiles() -> None:
    assert normal_quantile(0.95) == pytest.approx(1.959963984540054)
    assert normal_quantile(0.8) == pytest.approx(1.2815515655446004)


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0, 95, -0.95, math.nan, math.inf])
def test_levels(level: float) -> None:
    with pytest.raises(BadInput, match=r"between 0\.5 and 1"):
        checked_level(level)


def test_nothing_asked_nothing_said() -> None:
    assert (Ranged(None).interval, dict(Ranged(None).diagnostics), Ranged(None).warnings) == (None, {}, ())
