"""The curve by the highest-order odds ratio against the whole table written out."""

from itertools import pairwise

import numpy as np
import pytest
from published import table

from darkfigure import decomposable, loglinear, stepwise
from darkfigure.errors import BadInput
from darkfigure.fits import fit
from darkfigure.highest_order import curve, saturated
from darkfigure.histories import CaptureHistories
from darkfigure.lattice import table_of
from darkfigure.models import terms_of


def odds_ratio(means: np.ndarray) -> float:
    """Even over odd histories, the unseen among the even, as the docstring says it."""
    logs = np.log(means)
    return float(np.exp(sum(logs[code] * (1 if code.bit_count() % 2 == 0 else -1) for code in range(len(means)))))


def test_saturated_total_has_that_odds_ratio() -> None:
    kosovo = table("Kosovo")
    for point in curve(kosovo, stepwise.estimate(kosovo, interval="none"))[0]:
        assert point.saturated is not None
        whole = np.concatenate([[point.saturated - kosovo.n], kosovo.cells()])
        assert odds_ratio(whole) == pytest.approx(point.odds_ratio)


def test_models_have_an_odds_ratio_of_one() -> None:
    kosovo = table("Kosovo")
    for model in (None, "E:A, O:H", "E:A:O, A:O:H, E:H"):
        means = fit(terms_of(model, kosovo.lists)[:, None], table_of(kosovo.cells())).means[:, 0]
        assert odds_ratio(means) == pytest.approx(1.0)
        points, _ = curve(kosovo, loglinear.estimate(kosovo, model=model, interval="none"), (1.0, 3.0))
        assert points[0].total == pytest.approx(kosovo.n + means[0])
        means[0] = points[1].total - kosovo.n
        assert odds_ratio(means) == pytest.approx(3.0)


def test_two_lists_by_hand() -> None:
    turtles = CaptureHistories.from_mapping({("A",): 5, ("B",): 10, ("A", "B"): 5})
    points, remark = curve(turtles, stepwise.estimate(turtles, interval="none"), (1.0, 2.0))
    assert [(point.total, point.saturated) for point in points] == [
        (pytest.approx(30.0), pytest.approx(30.0)),
        (pytest.approx(40.0), pytest.approx(40.0)),
    ]
    assert remark == ""


def test_the_curve_rises() -> None:
    points, _ = curve(table("UKdat_5"), stepwise.estimate(table("UKdat_5"), interval="none"))
    assert all(one.total < other.total for one, other in pairwise(points))
    assert saturated(table("UKdat_5")) is None
    assert points[0].saturated is None


def test_methods_that_rest_on_something_else() -> None:
    points, remark = curve(table("Korea"), decomposable.estimate(table("Korea")))
    assert points == ()
    assert "decomposable" in remark
    mixed = loglinear.estimate(table("Kosovo"), heterogeneity="darroch", interval="none")
    assert curve(table("Kosovo"), mixed)[0] == ()
    assert "Without an estimate" in curve(table("Korea"), None)[1]


def test_odds_ratios_are_positive() -> None:
    with pytest.raises(BadInput, match="positive"):
        curve(table("Korea"), None, (0.0, 1.0))
