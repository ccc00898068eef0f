"""The interval of a sum, by draws and by variances, against what theory says."""

import math
from typing import Any

import numpy as np
import pytest
from scipy.special import ndtri

from darkfigure import summed
from darkfigure.estimate import Estimate, Interval
from darkfigure.intervals import lognormal


def normal(mean: float, sd: float, statuses: dict[str, int] | None = None) -> Estimate:
    """An estimate whose bootstrap is normal."""
    values = mean + sd * ndtri(np.linspace(0.0005, 0.9995, 201))
    figures: dict[str, Any] = {"quantiles": values.tolist(), "statuses": statuses or {"finite": 100}}
    limits = Interval("bca", 0.95, mean - 2 * sd, mean + 2 * sd)
    return Estimate(mean, mean - 100, 100, "made", "", limits, diagnostics={"bootstrap": figures})


def chao(unseen: float, sd: float) -> Estimate:
    """An estimate with log-normal limits, 100 seen."""
    limits = lognormal(100, unseen, sd**2, 0.95).interval
    return Estimate(100 + unseen, unseen, 100, "made", "", limits)


def test_draws_of_normals_add_their_variances() -> None:
    found = summed.interval([(100, normal(1000.0, 30.0)), (100, normal(2000.0, 40.0))], 0.95, 0)
    assert found is not None
    assert found.kind == "sums of draws"
    assert (found.low, found.high) == (pytest.approx(3000 - 98, abs=4), pytest.approx(3000 + 98, abs=4))


def test_log_normal_limits_add_their_variances() -> None:
    found = summed.interval([(100, chao(1000.0, 300.0)), (100, chao(2000.0, 400.0))], 0.95, 0)
    whole = lognormal(200, 3000.0, 500.0**2, 0.95).interval
    assert found is not None
    assert whole is not None
    assert (found.low, found.high) == (pytest.approx(whole.low), pytest.approx(whole.high))


def test_one_part_alone_keeps_its_limits() -> None:
    one = chao(1000.0, 300.0)
    found = summed.interval([(100, one)], 0.95, 0)
    assert found is not None
    assert one.interval is not None
    assert (found.low, found.high) == (pytest.approx(one.interval.low), pytest.approx(one.interval.high))


def test_replicates_without_an_estimate_are_unlimited() -> None:
    lost = normal(1000.0, 30.0, {"finite": 90, "infinite": 10})
    found = summed.interval([(100, lost), (100, normal(2000.0, 40.0))], 0.95, 0)
    assert found is not None
    assert found.high == math.inf
    assert 2800 < found.low < 3000


def test_refused_parts_add_who_was_seen() -> None:
    alone = summed.interval([(100, normal(1000.0, 30.0))], 0.95, 0)
    found = summed.interval([(100, normal(1000.0, 30.0)), (40, None)], 0.95, 0)
    assert alone is not None
    assert found is not None
    assert found.low == pytest.approx(alone.low + 40)
    assert found.high == math.inf


def test_without_limits_there_is_no_sum_of_them() -> None:
    assert summed.interval([(100, Estimate(200.0, 100.0, 100, "made", ""))], 0.95, 0) is None
    assert summed.interval([(100, None)], 0.95, 0) is None


def test_endless_limits_stay_endless() -> None:
    endless = Estimate(200.0, 100.0, 100, "made", "", Interval("profile", 0.95, 150.0, math.inf))
    found = summed.interval([(100, endless), (100, chao(1000.0, 300.0))], 0.95, 0)
    assert found is not None
    assert found.high == math.inf
