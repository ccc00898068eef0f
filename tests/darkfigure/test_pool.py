"""Pooling over linkages: known cases, and the law of total variance by drawing from every table's answer."""

import math
from functools import partial
from typing import Any

import numpy as np
import pytest
from published import table

from darkfigure import decomposable, methods, simulate
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.pool import pool
from darkfigure.pooling import Mixture, Posterior, Refused, TwoSided, part_of

LINKED = [
    simulate.linkage_error(4000, lists=3, rates=0.25, missed=e, false=0.0, seed=7).histories
    for e in np.linspace(0.0, 0.2, 24)
]


def _drawn(answer: Estimate, rng: np.random.Generator, draws: int) -> np.ndarray:
    """N from one table's answer: half of the draws by the lower limit's spread, half by the upper's."""
    z = 1.959963984540054
    centre = math.log(answer.dark_figure)
    below = (centre - math.log(answer.interval.low - answer.observed)) / z
    above = (math.log(answer.interval.high - answer.observed) - centre) / z
    normal = rng.standard_normal(draws)
    return answer.observed + np.exp(centre + normal * np.where(normal < 0, below, above))


@pytest.mark.parametrize(
    ("method", "settings"),
    [
        ("loglinear", {"interval": "wald"}),
        ("loglinear", {"interval": "profile"}),
        ("stepwise", {"interval": "bca", "replicates": 100}),
        ("chao", {}),
        ("decomposable", {}),
    ],
)
def test_one_table_many_times_is_that_table(method: str, settings: dict[str, object]) -> None:
    alone = methods.estimate(table("Korea"), method, **settings)
    pooled = pool([table("Korea")] * 4, method=method, **settings)
    assert pooled.total == pytest.approx(alone.total, rel=1e-8)
    assert (pooled.interval.low, pooled.interval.high) == pytest.approx(
        (alone.interval.low, alone.interval.high), rel=1e-8
    )
    assert pooled.observed == alone.observed
    assert pooled.dark_figure == pytest.approx(alone.dark_figure, rel=1e-7)
    assert pooled.diagnostics["share_from_linking"] == 0.0
    assert pooled.diagnostics["variance_within"] > 0.0
    assert pooled.model == alone.model


@pytest.mark.parametrize("interval", ["wald", "profile"])
def test_the_slow_twin_draws_from_every_table(interval: str) -> None:
    rng, draws, linked = np.random.default_rng(11), 120_000, LINKED[::3]
    pooled = pool(linked, method="loglinear", interval=interval, level=0.9)
    alone = [methods.estimate(one, "loglinear", interval=interval) for one in linked]
    totals = np.array([_drawn(one, rng, draws) for one in alone])
    assert pooled.total == pytest.approx(np.median(totals), rel=0.003)
    assert pooled.interval.low == pytest.approx(np.quantile(totals, 0.05), rel=0.003)
    assert pooled.interval.high == pytest.approx(np.quantile(totals, 0.95), rel=0.003)
    logs = np.log(totals - np.array([[one.observed] for one in alone]))
    within, between = logs.var(axis=1).mean(), logs.mean(axis=1).var()
    assert logs.var() == pytest.approx(within + between), "the law of total variance"
    assert pooled.diagnostics["variance_within"] == pytest.approx(within, rel=0.02)
    assert pooled.diagnostics["variance_between"] == pytest.approx(between, rel=0.02)
    assert pooled.diagnostics["share_from_linking"] == pytest.approx(between / logs.var(), rel=0.02)


def test_posteriors_are_mixed() -> None:
    """Two posteriors far apart: each has half of the chance, and the quarters are their medians."""
    tables = [simulate.independence(people, lists=3, rates=0.4, seed=1).histories for people in (2000, 40_000)]
    one, other = (decomposable.estimate(each, level=0.99) for each in tables)
    pooled = pool(tables, method="decomposable", level=0.51)
    assert one.interval.high < other.interval.low
    assert pooled.interval.low == pytest.approx(one.total, rel=0.02)
    assert pooled.interval.high == pytest.approx(other.total, rel=0.02)
    assert pooled.diagnostics["share_from_linking"] > 0.95


def test_linkage_error_widens_the_interval_and_says_how_much() -> None:
    good = pool(LINKED[:2] * 10, interval="wald")
    unsure = pool(LINKED, interval="wald")
    assert unsure.interval.high / unsure.interval.low > 1.2 * good.interval.high / good.interval.low
    assert unsure.diagnostics["share_from_linking"] > 0.5 > good.diagnostics["share_from_linking"]
    assert unsure.interval.low < 4000 < unsure.interval.high
    assert unsure.diagnostics["observed_from_to"] == [min(t.n for t in LINKED), max(t.n for t in LINKED)]
    assert not any("say little" in warning for warning in unsure.warnings)


def test_many_linkages_of_one_truth() -> None:
    """More tables of the same kind move neither the share nor the limits by much."""
    draw = partial(simulate.linkage_error, 4000, lists=3, rates=0.25, missed=0.05, false=0.01)
    few, many = (pool([draw(seed=s).histories for s in range(n)], interval="wald") for n in (40, 160))
    assert few.interval.low == pytest.approx(many.interval.low, rel=0.05)
    assert few.interval.high == pytest.approx(many.interval.high, rel=0.05)
    assert few.diagnostics["monte_carlo_error_log"] == pytest.approx(
        2 * many.diagnostics["monte_carlo_error_log"], rel=0.3
    )


def test_order_and_seed() -> None:
    one, other = pool(LINKED, interval="wald", seed=3), pool(LINKED[::-1], interval="wald", seed=3)
    assert one == other
    assert one.seed == 3
    assert Estimate.from_dict(one.to_dict()) == one


def test_refused_tables_are_counted_and_counted_in() -> None:
    apart = CaptureHistories.from_mapping({("A",): 900, ("B",): 900, ("C",): 900})
    sure = pool(LINKED, interval="wald")
    one = pool([*LINKED, apart], interval="wald")
    assert (one.diagnostics["tables"], one.diagnostics["refused"]) == (25, 1)
    assert sum(one.diagnostics["refusals"].values()) == 1
    assert any("1 of the 25 tables" in warning for warning in one.warnings)
    assert one.total > sure.total
    assert one.diagnostics["share_from_linking"] == pytest.approx(sure.diagnostics["share_from_linking"])
    assert pool([*LINKED, apart, apart], interval="wald").interval.high == math.inf, "more than a fortieth has no end"
    with pytest.raises(Refusal, match="24 of the 48 tables have no finite estimate, 24 for this reason: No two lists"):
        pool([*LINKED, *[apart] * 24], interval="wald")


def test_without_limits_only_the_linking_speaks() -> None:
    bare = pool(LINKED, interval="none")
    assert bare.diagnostics["share_from_linking"] == 1.0
    assert any("24 of the 24 tables give no limits" in warning for warning in bare.warnings)


def test_few_tables_and_progress() -> None:
    told: list[tuple[int, int, str]] = []
    few = pool(LINKED[:3], interval="wald", progress=lambda *all: told.append(all))
    assert any("3 tables say little" in warning for warning in few.warnings)
    assert [done for done, _, _ in told] == [1, 2, 3]


def test_bad_input() -> None:
    with pytest.raises(BadInput, match="No tables"):
        pool([])
    with pytest.raises(BadInput, match="Several tables"):
        pool(table("Korea"))
    with pytest.raises(BadInput, match="Table 2 has the lists"):
        pool([table("Korea"), table("Western")])
    with pytest.raises(BadInput, match="no setting 'treshold'"):
        pool(LINKED, treshold=0.1)
    with pytest.raises(BadInput, match="The level"):
        pool(LINKED, level=2)


def test_parts() -> None:
    side = TwoSided(100, math.log(50), 0.2, 0.4)
    assert side.at_most(150, upper=True) == pytest.approx(0.5)
    assert side.at_most(100 + 50 * math.exp(0.4), upper=True) == pytest.approx(0.8413447)
    assert side.at_most(100 + 50 * math.exp(-0.2), upper=True) == pytest.approx(0.1586553)
    normal = np.random.default_rng(2).standard_normal(400_000)
    logs = math.log(50) + normal * np.where(normal < 0, 0.2, 0.4)
    assert side.moments == pytest.approx((logs.mean(), logs.var()), rel=5e-3)
    assert side.moments[0] > math.log(50) + 0.07
    endless = TwoSided(100, math.log(50), 0.2, math.inf)
    assert Mixture((endless,)).quantile(0.975, upper=True) == math.inf
    assert endless.moments == pytest.approx((math.log(50), 0.04))
    nobody = part_of(Estimate(100, 0, 100, "chapman", ""))
    assert Mixture((nobody,)).quantile(0.5, upper=True) == 100
    assert Refused(100, "zero").at_most(100, upper=True) == 1.0
    assert Refused(100, "infinite").at_most(1e12, upper=False) == 0.0
    unknown = Refused(100, "not identified")
    assert (unknown.at_most(100, upper=False), unknown.at_most(1e12, upper=True)) == (1.0, 0.0)
    steps = [i / 200 for i in range(1, 200)]
    posterior = Posterior.of(10, steps, [20 + i // 3 for i in range(199)])
    assert Mixture((posterior,)).quantile(0.5, upper=True) == pytest.approx(20 + 99 // 3)


@pytest.mark.parametrize("wrong", [{"level": "a"}, {"level": 1.0}, {"seed": True}, {"seed": -1}])
def test_a_level_and_a_seed_that_are_none(wrong: dict[str, Any]) -> None:
    tables = [simulate.independence(1_000, seed=seed).histories for seed in (1, 2)]
    with pytest.raises(BadInput, match=r"level of an interval|seed is a whole number"):
        pool(tables, interval="wald", **wrong)
