"""The harness: what the theory says of bias and coverage, and one by one as slow twin of the batch."""

import json
import math
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from scipy.stats import binom

from darkfigure import methods, simulate
from darkfigure.errors import BadInput
from darkfigure.lattice import table_of
from darkfigure.simulate.batched import batch
from darkfigure.simulate.report import row
from darkfigure.simulate.world import World


def _probably(coverage: float, repeats: int, nominal: float = 0.95) -> bool:
    """Would such a coverage turn up with 99.9 % chance if the interval keeps its level?"""
    low, high = binom.interval(0.999, repeats, nominal)
    return bool(low <= round(coverage * repeats) <= high)


def test_independence_is_answered_without_bias() -> None:
    two = simulate.harness(partial(simulate.independence, 5000, lists=2, rates=0.2), ["chapman"], repeats=400, seed=1)
    four = simulate.harness(
        partial(simulate.independence, 5000, lists=4, rates=0.15), ["loglinear"], repeats=400, seed=1
    )
    for found in (*two.rows, *four.rows):
        assert abs(found.bias) < 0.01
        assert abs(found.bias) < 4 * found.bias_error + 0.005
        assert _probably(found.coverage, 400)
        assert found.refused == 0


@pytest.mark.parametrize(
    ("scenario", "low", "high"),
    [
        (simulate.merged_lists, -0.40, -0.15),
        (partial(simulate.pairwise, odds_ratios={"A:B": 4.0}), -0.30, -0.10),
        (partial(simulate.pairwise, odds_ratios={"A:B": 0.25}), 0.05, 0.30),
        (partial(simulate.linkage_error, missed=0.2, false=0.0), 0.30, 0.70),
        (partial(simulate.linkage_error, missed=0.0, false=0.05), -0.30, -0.05),
        (simulate.latent_class, -0.80, -0.40),
        (simulate.covariate, -0.50, -0.20),
    ],
)
def test_where_independence_errs(scenario: Callable[..., World], low: float, high: float) -> None:
    found = simulate.harness(partial(scenario, 3000, lists=4, rates=0.15), ["loglinear"], repeats=40, seed=2).rows[0]
    assert low < found.bias < high
    assert low < found.median_bias < high
    assert found.coverage < 0.5


def test_stepwise_finds_the_pair() -> None:
    world = partial(simulate.pairwise, 10_000, lists=4, rates=0.2, odds_ratios={"A:B": 4.0})
    found = simulate.harness(world, ["stepwise"], repeats=100, seed=3).rows[0]
    assert abs(found.bias) < 0.02
    assert found.coverage > 0.85


@pytest.mark.parametrize(
    ("method", "settings", "lists"),
    [
        ("loglinear", {"interval": "wald"}, 3),
        ("loglinear", {"interval": "wald", "model": "A:B, B:C"}, 4),
        ("stepwise", {"interval": "wald"}, 4),
        ("stepwise", {"interval": "wald", "threshold": 0.3}, 5),
        ("chapman", {}, 2),
    ],
)
def test_batches_are_as_each_alone(method: str, settings: dict[str, object], lists: int) -> None:
    """Sparse tables: empty overlaps, models without an estimate."""
    worlds = [simulate.latent_class(400, lists=lists, seed=seed) for seed in range(25)]
    run = batch(method, settings, worlds[0].histories.lists, 0.9)
    assert run is not None
    found = run(table_of(np.array([world.histories.cells() for world in worlds])))
    sure = np.flatnonzero(~np.isnan(found.totals))
    assert sure.size > 12
    for place in sure:
        alone = methods.estimate(worlds[place].histories, method, level=0.9, **settings)
        limits = (alone.interval.low, alone.interval.high)
        assert found.totals[place] == pytest.approx(alone.total, rel=1e-8)
        assert (found.low[place], found.high[place]) == pytest.approx(limits, rel=1e-6)


def test_other_settings_go_one_by_one() -> None:
    assert batch("stepwise", {"interval": "bca"}, ("A", "B", "C"), 0.95) is None
    assert batch("loglinear", {"interval": "wald", "heterogeneity": "darroch"}, ("A", "B", "C"), 0.95) is None
    found = simulate.harness(
        partial(simulate.independence, 2000, lists=3),
        {"resampled": {"method": "stepwise", "interval": "percentile", "replicates": 60}, "chao": {}},
        repeats=5,
        seed=1,
    )
    assert [one.method for one in found.rows] == ["resampled", "chao"]
    assert all(one.refused == 0 and 0 < one.mean_log_width < 1 for one in found.rows)


def test_refusals_are_counted_with_their_sentences() -> None:
    found = simulate.harness(partial(simulate.independence, 60, lists=3, rates=0.06), ["loglinear"], repeats=60, seed=5)
    only = found.rows[0]
    assert 0 < only.refused < 60
    assert sum(only.reasons.values()) == only.refused
    assert any("No two lists share a person" in reason for reason in only.reasons)
    assert "refused. No two lists share a person" in found.summary()


def test_the_figures_of_a_row() -> None:
    nan, inf = math.nan, math.inf
    answers = np.array([[100.0, 80, 160], [200, 150, inf], [400, 300, 600], [nan, nan, nan], [100, nan, nan]])
    found = row("m", answers, np.full(5, 200.0), {"why": 1})
    logs = [math.log(0.5), 0.0, math.log(2.0), math.log(0.5)]
    assert found.refused == 1
    assert found.bias == pytest.approx(sum(logs) / 4)
    assert found.bias_error == pytest.approx(np.std(logs, ddof=1) / 2)
    assert found.median_bias == pytest.approx(math.log(0.5) / 2)
    assert found.coverage == pytest.approx(1 / 3)
    assert found.mean_log_width == pytest.approx(math.log(2.0))
    assert found.unlimited == 1
    nothing = row("m", np.full((2, 3), nan), np.ones(2), {})
    assert json.loads(json.dumps(nothing.to_dict(), allow_nan=False))["bias"] is None
    assert nothing.cells()[-1] == "2 of 2"


def test_seeds_progress_and_json() -> None:
    told: list[tuple[int, int, str]] = []
    scenario = partial(simulate.independence, 1000, lists=3)
    one = simulate.harness(scenario, ["loglinear", "chao"], repeats=6, seed=9, progress=lambda *all: told.append(all))
    assert one == simulate.harness(scenario, ["loglinear", "chao"], repeats=6, seed=9)
    assert one != simulate.harness(scenario, ["loglinear", "chao"], repeats=6, seed=10)
    assert told[-1] == (2000, 2000, "chao")
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    data = json.loads(json.dumps(one.to_dict(), allow_nan=False))
    assert data["settings"] == {"lists": ["A", "B", "C"], "rates": pytest.approx([0.05, 0.15, 0.25])}
    assert [method["method"] for method in data["methods"]] == ["loglinear", "chao"]


def test_bad_input() -> None:
    scenario = partial(simulate.independence, 1000, lists=3)
    with pytest.raises(BadInput, match="no method 'guess'"):
        simulate.harness(scenario, ["guess"])
    with pytest.raises(BadInput, match="At least one repeat"):
        simulate.harness(scenario, ["chao"], repeats=0)
    with pytest.raises(BadInput, match="A list of methods"):
        simulate.harness(scenario, "chao")
    with pytest.raises(BadInput, match="Two lists are wanted"):
        simulate.harness(scenario, ["chapman"], repeats=2)
