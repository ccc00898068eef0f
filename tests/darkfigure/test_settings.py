"""Settings: what passes, and what is named when it does not."""

import math
from typing import Any

import numpy as np
import pytest

from darkfigure import BadInput, settings


@pytest.mark.parametrize("value", [0, -1.0, math.nan, math.inf, "two", None, True, [1]])
def test_not_positive(value: Any) -> None:
    with pytest.raises(BadInput, match="The delta is a finite number above 0"):
        settings.positive("delta", value)


@pytest.mark.parametrize("value", [-1, 2.5, math.nan, math.inf, "7", None, False])
def test_not_whole(value: Any) -> None:
    with pytest.raises(BadInput, match="The seed is a whole number from 0"):
        settings.seed(value)


@pytest.mark.parametrize("value", [0, 1, 0.5, 95, -0.95, math.nan, "0.95", None])
def test_no_level(value: Any) -> None:
    with pytest.raises(BadInput, match="level of an interval"):
        settings.level(value)


def test_what_passes() -> None:
    assert settings.positive("variance", math.inf, infinite=True) == math.inf
    assert settings.positive("variance", np.float32(2)) == 2.0
    assert settings.whole("seed", np.int64(3)) == 3
    assert settings.level(0.9) == 0.9
    assert settings.most(None, 10) is None
    assert settings.most(12, 10) == 12


def test_no_room() -> None:
    with pytest.raises(BadInput, match="largest total allowed, 10, leaves no room beyond the 10 observed"):
        settings.most(10, 10)
