"""Forward stepwise: the packages' estimates, every resampled table, and a slow twin that is obviously right."""

import csv
import re

import numpy as np
import pytest
from published import fixture, reference, table
from scipy.stats import poisson

from darkfigure import stepwise
from darkfigure.errors import BadInput, Refusal
from darkfigure.histories import CaptureHistories
from darkfigure.identify import check
from darkfigure.lattice import masks_of_order, table_of
from darkfigure.models import sorted_terms, terms_of
from darkfigure.regression import Regression

# SparseMSE 2.0.1, estimatepopulation.0: table, threshold, total, 95% Wald limits on the log dark figure, model
PUBLISHED = [
    ("Korea", 0.02, 268.7777777778, (202.5328221826, 390.1998793786), "b:c"),
    ("Kosovo", 0.02, 14341.6638004272, (12541.2808282441, 16540.1879146382), "A:E, A:O, E:H, E:O, H:O"),
    ("Western", 0.02, 2483.3839202301, (1657.0936660519, 3830.0300009893), "A:E"),
    ("Western", 0.05, 2817.7708692666, (1805.9954358832, 4530.2257862786), "A:E, D:E"),
    ("NewOrl_5", 0.02, 1034.1510652311, (658.2583920608, 1708.6022090242), "independence"),
    ("UKdat_5", 0.0, 13444.1312090139, (11985.1709470638, 15133.4264640231), "independence"),
    ("UKdat_5", 0.02, 11312.9902894352, (9884.4028306186, 13027.3966545378), "G:N, G:U, L:N, L:P, N:U, P:U"),
    ("Ned_5", 0.02, 121521.613712277, (98675.4322694885, 150138.911262134), "I:K, I:P, I:Z, K:R, P:R, P:Z"),
    ("UKdat", 0.02, 11417.9910915046, (9977.2826397635, 13145.6565095763), "C:P, G:N, G:U, L:N, L:P, N:U, P:U"),
]


@pytest.mark.parametrize(("name", "threshold", "total", "limits", "model"), PUBLISHED)
def test_published_estimates(
    name: str, threshold: float, total: float, limits: tuple[float, float], model: str
) -> None:
    answer = stepwise.estimate(table(name), threshold=threshold, interval="wald")
    assert answer.total == pytest.approx(total, rel=1e-6)
    assert (answer.interval.low, answer.interval.high) == pytest.approx(limits, rel=1e-4)
    assert answer.model == model


def test_all_recorded_estimates() -> None:
    records = [record for record in reference()["records"] if record["function"] == "estimatepopulation.0"]
    assert len(records) > 20
    for record in records:
        threshold = float(re.search(r"pthresh=([\d.]+)", record["settings"])[1])
        found = stepwise.choose(table_of(table(record["dataset"]).cells()), threshold)
        assert found.totals[0] == pytest.approx(record["estimate"], rel=1e-6), record
    records = [record for record in reference()["records"] if record["function"] == "estimate_population_stepwise"]
    for record in records:
        answer = stepwise.estimate(table(record["dataset"]), interval="none")
        assert answer.total == pytest.approx(record["estimate"], rel=1e-6), record
        assert answer.diagnostics["bic"] == pytest.approx(record.get("bic", answer.diagnostics["bic"]), rel=1e-8)


@pytest.mark.parametrize("name", ["Korea", "Western", "Kosovo", "UKdat_5"])
def test_every_resampled_table(name: str) -> None:
    rows = list(csv.reader(fixture(name).open()))[1:]
    drawn = np.array(rows, dtype=float)
    cells = list(csv.reader((fixture(name).parents[1] / "data" / f"{name}.csv").open()))[1:]
    patterns = np.array(cells, dtype=int)[:, :-1]
    tables = np.zeros((2 ** patterns.shape[1], len(drawn)))
    tables[patterns @ (1 << np.arange(patterns.shape[1]))] = drawn[:, :-1].T
    assert np.allclose(stepwise.choose(tables).totals, drawn[:, -1], rtol=1e-6, atol=0)


def slowly(histories: CaptureHistories, threshold: float) -> tuple[list[str], float]:
    """Step by step as the paper says it: one table, one fit, one linear program at a time."""
    model: list[str] = []
    pairs = masks_of_order(len(histories.lists), 2)
    codes, cells = np.arange(2 ** len(histories.lists)), table_of(histories.cells())[:, 0]
    while True:
        fitted = Regression.of_terms(terms_of(model, histories.lists), cells).fit()
        chances = []
        for pair in pairs:
            name = sorted_terms([pair], histories.lists)[0]
            within = codes & pair == pair
            mean, seen = fitted.means[within].sum(), cells[within].sum()
            chance = min(poisson.cdf(seen, mean), poisson.sf(seen - 1, mean))
            allowed = name not in model and check(histories, [*model, name]).code == 0
            chances.append((chance if allowed else 1.0, name))
        best = min(chances, key=lambda pair: pair[0])
        if best[0] >= threshold:
            return model, histories.n + fitted.dark_figure
        model.append(best[1])


@pytest.mark.parametrize("name", ["Korea", "Artificial_3", "Kosovo", "Western", "NewOrl_5", "UKdat_5", "Ned_5"])
@pytest.mark.parametrize("threshold", [0.02, 0.2])
def test_the_slow_twin(name: str, threshold: float) -> None:
    steps, total = slowly(table(name), threshold)
    answer = stepwise.estimate(table(name), threshold=threshold, interval="none")
    assert answer.diagnostics["steps"] == steps
    assert answer.total == pytest.approx(total, rel=1e-8)


def test_many_tables_are_as_each_alone() -> None:
    histories = table("NewOrl_5")
    drawn = np.zeros((32, 8))
    drawn[histories.codes] = np.random.default_rng(5).multinomial(185, histories.counts / 185, size=8).T
    together = stepwise.choose(drawn)
    for lane in range(8):
        alone = CaptureHistories.from_cells(drawn[1:, lane].astype(int), histories.lists)
        _, total = slowly(alone, 0.02)
        assert together.totals[lane] == pytest.approx(total, rel=1e-8)


def test_thresholds_at_the_ends() -> None:
    assert stepwise.estimate(table("Artificial_3"), threshold=1.0, interval="none").total == pytest.approx(296)
    assert stepwise.estimate(table("Western"), threshold=1.0, interval="none").model.count(":") == 10
    with pytest.raises(BadInput, match="probability"):
        stepwise.estimate(table("Korea"), threshold=2.0)


def test_order_changes_nothing() -> None:
    uk = table("UKdat_5")
    one, other = (stepwise.estimate(each, replicates=200) for each in (uk, uk.permute(["U", "P", "L", "G", "N"])))
    assert one.total == pytest.approx(other.total, rel=1e-9)
    assert (one.interval.low, one.interval.high) == pytest.approx((other.interval.low, other.interval.high), rel=1e-9)
    assert one.input_digest == other.input_digest


def test_no_overlap_is_refused() -> None:
    apart = CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("C",): 6})
    with pytest.raises(Refusal, match="No two lists share a person") as refusal:
        stepwise.estimate(apart)
    assert refusal.value.status == "infinite"


def test_the_2013_table_of_the_united_kingdom() -> None:
    """Silverman 2014 (Home Office): 10,000 to 13,000 in 2013, 2,744 of them known."""
    answer = stepwise.estimate(table("UKdat"), interval="wald")
    assert round(answer.interval.low, -3) == 10_000
    assert round(answer.interval.high, -3) == 13_000
    assert answer.observed == 2744
