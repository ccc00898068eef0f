"""Wald, log-normal and profile limits, against the packages and against scipy's own optimiser."""

import math

import numpy as np
import pytest
from published import reference, table
from scipy.optimize import minimize
from scipy.special import gammaln

from darkfigure import intervals, loglinear
from darkfigure.histories import CaptureHistories
from darkfigure.identify import design_of
from darkfigure.lattice import table_of
from darkfigure.models import terms_of
from darkfigure.regression import Regression


def regression(name: str, model: str | None = None) -> Regression:
    histories = table(name)
    return Regression.of_terms(terms_of(model, histories.lists), table_of(histories.cells())[:, 0])


def test_all_recorded_profiles() -> None:
    """closedpCI.t of Rcapture, 80% and 95%; it approximates factorials by Stirling's formula, hence 2e-4."""
    compared = 0
    for record in reference()["records"]:
        if record["function"] != "closedpCI.t":
            continue
        heterogeneity = "lower bound" if "h=LB" in record["settings"] else None
        for key, level in (("ci80", 0.8), ("ci95", 0.95)):
            if key in record:
                found = loglinear.estimate(table(record["dataset"]), heterogeneity=heterogeneity, level=level).interval
                assert (found.low, found.high) == pytest.approx(record[key], rel=2e-4), record
                compared += 1
    assert compared == 18


def test_recorded_profiles_of_chosen_models() -> None:
    """closedpMS.t of Rcapture: limits given the best model."""
    compared = 0
    for record in reference()["records"]:
        if record["function"] != "closedpMS.t" or record["dataset"] == "UKdat":
            continue
        histories = table(record["dataset"])
        parts = [part for part in record["model"][1:-1].split(",") if len(part) > 1]
        model = [tuple(histories.lists[int(digit) - 1] for digit in part) for part in parts]
        for key, level in (("ci80", 0.8), ("ci95", 0.95)):
            found = loglinear.estimate(histories, model=model, level=level).interval
            assert (found.low, found.high) == pytest.approx(record[key], rel=1e-3), record
            compared += 1
    assert compared == 14


def test_all_recorded_wald_limits() -> None:
    """estimatepopulation.0 of SparseMSE; R's glm gives the standard error of its last step but one, hence 2e-5."""
    compared = 0
    for record in reference()["records"]:
        if record["function"] != "estimatepopulation.0" or "ci95" not in record:
            continue
        histories = table(record["dataset"])
        parts = record["model"]["formula"].split(" + ")
        names = dict(zip(parts[: len(histories.lists)], histories.lists, strict=True))
        pairs = [part for part in parts if ":" in part]
        pairs += [record["model"]["minus_inf"]] if record["model"]["minus_inf"] else []
        model = [tuple(names[name] for name in pair.split(":")) for pair in pairs]
        for key, level in (("ci80", 0.8), ("ci95", 0.95)):
            found = loglinear.estimate(histories, model=model, interval="wald", level=level)
            assert (found.interval.low, found.interval.high) == pytest.approx(record[key], rel=2e-5), record
            assert found.diagnostics["aic"] == pytest.approx(record["aic"], rel=1e-9)
            assert found.diagnostics["deviance"] == pytest.approx(record["deviance"], rel=1e-9)
            compared += 1
    assert compared == 42


def slow_profile(name: str, model: str | None, unseen: float) -> float:
    """log N! - log n0! + sum n log p at its maximum over p, by scipy from the softmax of the design."""
    histories = table(name)
    terms = terms_of(model, histories.lists)
    design = design_of(terms, np.ones(len(terms), dtype=bool))[:, 1:]
    counts = table_of(histories.cells())[:, 0]
    counts[0] = unseen

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        predictor = design @ beta
        top = predictor.max()
        weights = np.exp(predictor - top)
        log_all = top + math.log(weights.sum())
        gradient = design.T @ (counts - counts.sum() * weights / weights.sum())
        return float(counts.sum() * log_all - counts @ predictor), -gradient

    best = minimize(loss, np.zeros(design.shape[1]), jac=True, method="BFGS", options={"gtol": 1e-6, "maxiter": 2000})
    return float(gammaln(counts.sum() + 1) - gammaln(unseen + 1) - best.fun)


@pytest.mark.parametrize(("name", "model"), [("Korea", None), ("Korea", "b:c"), ("Kosovo", "E:A, O:H")])
def test_the_slow_twin_of_the_profile(name: str, model: str | None) -> None:
    fast = regression(name, model)
    begin = fast.fit().dark_figure
    for unseen in (begin / 3, begin, 3 * begin):
        drop = fast.profile(unseen) - fast.profile(begin)
        assert drop == pytest.approx(slow_profile(name, model, unseen) - slow_profile(name, model, begin), abs=1e-5)


def test_limits_are_where_the_profile_has_dropped() -> None:
    fast = regression("Western")
    found = intervals.profile(fast, fast.fit().dark_figure, 0.95)
    peak = fast.profile(found.diagnostics["profile_maximum"] - 345)
    for limit in (found.interval.low, found.interval.high):
        assert peak - fast.profile(limit - 345) == pytest.approx(3.841458820694124 / 2, abs=1e-6)


def test_a_lower_limit_of_those_seen_and_no_upper_limit() -> None:
    """Nearly everyone is on every list: the profile never drops towards nobody unseen. Nearly nobody: nor upwards."""
    close = CaptureHistories.from_mapping({("A",): 1, ("B",): 1, ("A", "B"): 60})
    assert loglinear.estimate(close).interval.low == 62
    sparse = CaptureHistories.from_cells(np.array([6, 7, 0, 12, 1, 0, 1]), "ABC")
    answer = loglinear.estimate(sparse, heterogeneity="gamma", level=0.99)
    assert answer.interval.high == math.inf
    assert "no upper limit" in " ".join(answer.warnings)


def test_lognormal() -> None:
    found = intervals.lognormal(100.0, 50.0, 400.0, 0.95).interval
    spread = math.exp(1.959963984540054 * math.sqrt(math.log(1 + 400 / 2500)))
    assert (found.low, found.high) == pytest.approx((100 + 50 / spread, 100 + 50 * spread))
    assert intervals.lognormal(100.0, 0.0, 4.0, 0.95).interval.high == 100.0
