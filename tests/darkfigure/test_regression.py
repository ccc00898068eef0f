"""One table and one design: against scipy, and the limit where parameters run off but the dark figure does not."""

import numpy as np
import pytest
from published import table

from darkfigure.identify import FINITE, design_of
from darkfigure.lattice import table_of
from darkfigure.models import terms_of
from darkfigure.regression import Regression


def test_criteria_by_hand() -> None:
    """Kosovo, best of all pairs: Rcapture has deviance 39.8936435554, AIC 161.3176482729, BIC 225.211246472."""
    histories = table("Kosovo")
    terms = terms_of("E:A, E:O, E:H, A:O, O:H", histories.lists)
    fitted = Regression.of_terms(terms, table_of(histories.cells())[:, 0]).fit()
    criteria = fitted.criteria()
    assert criteria["parameters"] == 10
    assert criteria["deviance"] == pytest.approx(39.8936435554, rel=1e-9)
    assert criteria["aic"] == pytest.approx(161.3176482729, rel=1e-10)
    assert criteria["bic"] == pytest.approx(225.211246472, rel=1e-10)
    assert fitted.means[1:].sum() == pytest.approx(4400)


def test_parameters_at_minus_infinity_count() -> None:
    histories = table("Ned_5")
    terms = terms_of("K:R", histories.lists)
    regression = Regression.of_terms(terms, table_of(histories.cells())[:, 0])
    assert regression.matrix.shape[1] == regression.parameters - 1 == 6
    assert not regression.keep[0]
    assert regression.keep.sum() == 31 - 8


def test_the_standard_error_is_that_of_the_inverse_information() -> None:
    histories = table("Western")
    fitted = Regression.of_terms(terms_of("A:E", histories.lists), table_of(histories.cells())[:, 0]).fit()
    matrix = fitted.regression.matrix[fitted.keep]
    step = 1e-4
    information = np.zeros((matrix.shape[1],) * 2)
    for place in range(matrix.shape[1]):  # of the score, by differences
        for side in (1, -1):
            beta = fitted.beta.copy()
            beta[place] += side * step
            information[:, place] += side * matrix.T @ np.exp(matrix @ beta) / (2 * step)
    assert fitted.standard_error == pytest.approx(np.sqrt(np.linalg.inv(information)[0, 0]), rel=1e-5)


def test_a_limit_with_a_finite_dark_figure() -> None:
    """Nobody is on C alone or on A and C alone; the intercept is settled by A and B, the rest runs off."""
    cells = np.array([0, 50, 40, 12, 0, 0, 7, 3], dtype=float)
    matrix = design_of(terms_of(None, "ABC"), np.ones(8, dtype=bool))
    matrix = np.hstack([matrix, matrix[:, [3]] * (1 - matrix[:, [2]])])
    keep = np.arange(8) > 0
    regression = Regression(matrix, cells, keep, 5)
    assert (regression.verdict().status, regression.verdict().exists) == (FINITE, False)
    fitted = regression.fit()
    assert fitted.keep.sum() < keep.sum()
    nearly = Regression(matrix, cells + 1e-9 * keep, keep, 5).fit()
    assert fitted.dark_figure == pytest.approx(nearly.dark_figure, rel=1e-5)
