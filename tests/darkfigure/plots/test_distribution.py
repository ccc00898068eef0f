"""The bootstrap's hills: the estimate, its limits and every peak are on the page."""

from pathlib import Path

import numpy as np
import pytest
from drawn import awkward, saved

from darkfigure import BadInput, Estimate, Interval, examples, methods, plots
from darkfigure.intervals import modes
from darkfigure.plots.distribution import Distribution


def _drawn(totals: np.ndarray, **more: object) -> Estimate:
    """An estimate whose bootstrap gave these totals."""
    figures = {
        "replicates": len(totals),
        "statuses": {"finite": int(np.isfinite(totals).sum())},
        "modes": modes.places(totals),
        "quantiles": np.quantile(totals[np.isfinite(totals)], np.linspace(0, 1, 201)),
    }
    settings = {"interval": Interval("bca", 0.95, 900.0, 4000.0)} | more
    return Estimate(1000.0, 500.0, 500, "stepwise", "", diagnostics={"bootstrap": figures}, **settings)  # type: ignore[arg-type]  # settings of several types


def _two_hills() -> np.ndarray:
    random = np.random.default_rng(0)
    return np.exp(np.concatenate([random.normal(np.log(1000), 0.1, 700), random.normal(np.log(3000), 0.1, 300)]))


def test_korea(tmp_path: Path) -> None:
    """Silverman, Chan and Vincent 2024: 157 by BIC; one hill there, one at the 269 of stepwise."""
    found = methods.estimate(examples.load("Korea"), "bic", replicates=100)
    words = saved(plots.bootstrap_distribution(found), tmp_path)
    assert "estimate 157" in words
    peaks = found.diagnostics["bootstrap"]["modes"]
    assert len(peaks) == 2
    assert all(f"peak near {peak:,.0f}" in words for peak in peaks)
    assert "More than one peak" in words


def test_two_hills_are_drawn_where_they_are() -> None:
    totals = _two_hills()
    drawn = Distribution(np.quantile(totals, np.linspace(0, 1, 201)), 0.0, (), "", 0, 1000)
    grid = np.geomspace(500, 6000, 400)
    density = drawn.density(grid)
    valley = density[(grid > 1500) & (grid < 2000)].max()
    assert 950 < grid[density.argmax()] < 1050
    assert valley < 0.1
    assert 0.3 < density[grid > 2000].max() < 0.6  # 300 of 1,000


def test_replicates_without_an_answer_are_told(tmp_path: Path) -> None:
    totals = np.concatenate([_two_hills(), np.full(40, np.inf)])
    endless = _drawn(totals, interval=Interval("bca", 0.95, 900.0, np.inf))
    words = saved(plots.bootstrap_distribution(endless), tmp_path).replace("\n", " ")
    assert "40 of them have no finite estimate" in words
    assert "900 to unlimited" in words


def test_an_endless_interval_ends_in_an_arrow() -> None:
    def marks(high: float) -> list[object]:
        found = _drawn(_two_hills(), interval=Interval("bca", 0.95, 900.0, high))
        return [line.get_marker() for line in plots.bootstrap_distribution(found).axes[0].lines]

    assert ">" in marks(np.inf)
    assert ">" not in marks(4000.0)


def test_all_replicates_alike(tmp_path: Path) -> None:
    assert "estimate 1,000" in saved(plots.bootstrap_distribution(_drawn(np.full(100, 1000.0))), tmp_path)


def test_a_posterior_is_a_distribution_too(tmp_path: Path) -> None:
    words = saved(plots.bootstrap_distribution(methods.estimate(awkward(), "decomposable")), tmp_path, printed=True)
    assert "Decomposable graphs: the posterior of the total" in words


def test_an_estimate_without_draws_says_what_to_ask_for() -> None:
    with pytest.raises(BadInput, match="ask for interval bca or percentile"):
        plots.bootstrap_distribution(methods.estimate(examples.load("Korea"), "stepwise", interval="wald"))
