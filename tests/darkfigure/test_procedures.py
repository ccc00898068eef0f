"""A method on many tables gives what it gives on each alone."""

from typing import Any

import numpy as np
import pytest
from published import table

from darkfigure import methods
from darkfigure.histories import CaptureHistories
from darkfigure.intervals.resampling import resample
from darkfigure.procedures import one_by_one, procedure


@pytest.mark.parametrize(
    ("method", "settings"),
    [
        ("stepwise", {"threshold": 0.1}),
        ("loglinear", {"model": "b:c"}),
        ("loglinear", {}),
        ("bic", {"downhill": True}),
        ("chao", {"kind": "bias-corrected"}),
        ("chao", {"kind": "plain"}),
        ("chao", {"kind": "unequal rates"}),
    ],
)
def test_many_tables_are_as_each_alone(method: str, settings: dict[str, Any]) -> None:
    korea = table("Korea")
    tables = resample(korea, 50, 3)[:, :8]
    together = procedure(korea, method, **settings)(tables).totals
    slowly = one_by_one(tables, korea.lists, method, {"interval": "none", **settings}).totals
    assert np.isfinite(together).all()
    assert together == pytest.approx(slowly, rel=1e-7)


def test_bic_chooses_among_the_best_of_the_table() -> None:
    western = table("Western")
    one = np.concatenate([[0], western.cells()]).astype(float)[:, None]
    assert procedure(western, "bic")(one).totals[0] == pytest.approx(
        methods.estimate(western, "bic", interval="none").total
    )


def test_two_lists() -> None:
    turtles = CaptureHistories.from_mapping({("A",): 5, ("B",): 10, ("A", "B"): 5})
    one = np.concatenate([[0], turtles.cells()]).astype(float)[:, None]
    assert procedure(turtles, "lincoln_petersen")(one).totals[0] == pytest.approx(30.0)
    assert procedure(turtles, "chapman")(one).totals[0] == pytest.approx(28.33, abs=0.01)


def test_what_is_refused_has_no_total() -> None:
    apart = np.zeros((8, 2))
    apart[[1, 2, 4], 0] = 5
    apart[[1, 2, 4, 3, 5, 6], 1] = 5
    found = one_by_one(apart, ("A", "B", "C"), "decomposable", {})
    assert np.isnan(found.totals[0])
    assert found.totals[1] > 30
