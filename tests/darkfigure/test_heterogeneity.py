"""Columns for people who differ: their values by hand, many tables against one regression by scipy, and the bounds."""

import numpy as np
import pytest
from published import table
from scipy.optimize import minimize

from darkfigure import loglinear
from darkfigure.errors import BadInput, Refusal
from darkfigure.heterogeneity import KINDS, Extended, columns
from darkfigure.histories import CaptureHistories
from darkfigure.intervals.resampling import leave_one_out
from darkfigure.lattice import main_effects, table_of


def test_columns_by_hand() -> None:
    """Histories of 0 to 3 lists: masks 0, 1, 3, 7."""
    some = [0, 1, 3, 7]
    assert columns("poisson", 3)[some, 0].tolist() == [0.0, 1.0, 3.0, 7.0]
    assert columns("darroch", 3)[some, 0].tolist() == [0.0, 0.5, 2.0, 4.5]
    assert columns("gamma", 3)[some, 0] == pytest.approx([0.0, *(-np.log(3.5 + m) + np.log(3.5) for m in (1, 2, 3))])
    assert columns("lower bound", 3)[some, 0].tolist() == [0.0, 0.0, 0.0, 1.0]
    assert columns("lower bound", 4)[[0, 1, 3, 7, 15]].tolist() == [[0, 0], [0, 0], [0, 0], [1, 0], [2, 1]]
    assert columns(None, 3).shape == (8, 0)
    assert columns("lower bound", 2).shape == (4, 0)
    with pytest.raises(BadInput, match="no heterogeneity 'odd': poisson, darroch, gamma, lower bound"):
        columns("odd", 3)


def slowly(counts: np.ndarray, extra: np.ndarray, bounded: bool) -> float:
    """The dark figure of main effects and the columns, by L-BFGS-B, which keeps bounds by itself."""
    lists = len(counts).bit_length() - 1
    codes = np.arange(len(counts))
    mains = np.array([codes >> place & 1 for place in range(lists)]).T.astype(float)
    matrix = np.hstack([np.ones((len(codes), 1)), mains, extra])[1:]

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        means = np.exp(matrix @ beta)
        return means.sum() - counts[1:] @ (matrix @ beta), matrix.T @ (means - counts[1:])

    free = [(None, None)] * (1 + lists) + [(0.0 if bounded else None, None)] * extra.shape[1]
    begun = np.concatenate([[np.log(counts.sum())], -np.ones(lists), np.zeros(extra.shape[1])])
    options = {"ftol": 1e-15, "gtol": 1e-9, "maxiter": 20000, "maxfun": 20000}
    return float(np.exp(minimize(loss, begun, jac=True, method="L-BFGS-B", bounds=free, options=options).x[0]))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["Korea", "Kosovo", "UKdat_5"])
def test_the_slow_twin(name: str, kind: str) -> None:
    """Mth of Rcapture: Chao's lower bound, Poisson2, Darroch and Gamma3.5."""
    histories = table(name)
    lists = len(histories.lists)
    bounded = kind == "lower bound"
    extended = Extended(main_effects(lists), columns(kind, lists), bounded)
    tables = np.hstack([table_of(histories.cells()), leave_one_out(histories)[:, :3]])
    found = extended.choose(tables)
    for lane, counts in enumerate(tables.T):
        assert found.status[lane] == 0
        expected = slowly(counts, extended.extra, bounded)
        assert found.observed[lane] + found.dark_figure[lane] == pytest.approx(counts.sum() + expected, rel=2e-4)


def test_negative_bounds_are_dropped() -> None:
    """Korea's third column would be negative: without it the lower bound is the independence model (141.99)."""
    answer = loglinear.estimate(table("Korea"), heterogeneity="lower bound", interval="none")
    assert answer.total == pytest.approx(141.9926473507, rel=1e-6)


@pytest.mark.parametrize("kind", ["poisson", "darroch", "gamma"])
def test_too_few_overlaps_are_refused(kind: str) -> None:
    """Nobody is on three lists: nothing says how strongly people differ."""
    sparse = CaptureHistories.from_mapping({("A",): 9, ("B",): 8, ("C",): 4, ("A", "B"): 2})
    with pytest.raises(Refusal, match=r"with heterogeneity: too few overlaps\. Leave the heterogeneity out") as refused:
        loglinear.estimate(sparse, heterogeneity=kind, interval="none")
    assert refused.value.status in ("infinite", "zero", "not identified")
