"""One peak or several."""

import numpy as np
import pytest
from published import table

from darkfigure import stepwise
from darkfigure.intervals import modes


def test_one_peak() -> None:
    totals = np.exp(np.random.default_rng(1).normal(9.0, 0.3, 2000))
    assert modes.places(totals) == pytest.approx([np.exp(9.0)], rel=0.1)
    assert modes.warning(totals) == []


def test_two_peaks() -> None:
    random = np.random.default_rng(2)
    totals = np.concatenate([np.exp(random.normal(9, 0.1, 900)), np.exp(random.normal(10, 0.1, 600))])
    assert modes.places(totals) == pytest.approx([np.exp(9), np.exp(10)], rel=0.1)
    assert "2 peaks (near" in modes.warning(totals)[0]


def test_a_ripple_is_no_peak() -> None:
    random = np.random.default_rng(3)
    totals = np.concatenate([np.exp(random.normal(9, 0.3, 2000)), np.exp(random.normal(10.5, 0.05, 12))])
    assert len(modes.places(totals)) == 1


@pytest.mark.parametrize(("totals", "peaks"), [([], 0), ([5.0] * 40, 1), ([5.0, 6.0], 1), ([np.inf, np.nan], 0)])
def test_few_or_equal(totals: list[float], peaks: int) -> None:
    assert len(modes.places(np.array(totals))) == peaks


def test_the_netherlands() -> None:
    """Two families of models: near 40,000 and near 125,000 (Silverman 2020)."""
    figures = stepwise.estimate(table("Ned_5"), replicates=1000, seed=1)
    peaks = figures.diagnostics["bootstrap"]["modes"]
    assert len(peaks) >= 2
    assert peaks[0] < 60_000 < 100_000 < peaks[-1]
    assert "limits may jump" in " ".join(figures.warnings)
