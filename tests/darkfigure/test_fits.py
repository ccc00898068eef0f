"""Many fits at once against one at a time by scipy, and against the likelihood equations."""

import numpy as np
import pytest
from published import table
from scipy.optimize import minimize

from darkfigure.fits import fit
from darkfigure.identify import design_of, reduced
from darkfigure.lattice import subset_sums, superset_sums, table_of
from darkfigure.models import name_of, terms_of
from darkfigure.newton import eliminate
from darkfigure.regression import Regression
from darkfigure.search.space import all_models


def test_sums_over_subsets_and_supersets() -> None:
    values = np.random.default_rng(1).normal(size=(16, 3))
    codes = np.arange(16)
    above = np.array([values[codes & code == code].sum(axis=0) for code in codes])
    below = np.array([values[codes & code == codes].sum(axis=0) for code in codes])
    assert np.allclose(superset_sums(values.copy()), above)
    assert np.allclose(subset_sums(values.copy()), below)


def test_elimination_is_what_numpy_solves() -> None:
    random = np.random.default_rng(2)
    roots = random.normal(size=(7, 5, 5))
    matrices, right = roots @ roots.transpose(0, 2, 1), random.normal(size=(7, 5))
    matrices[3] = np.ones((5, 5))
    rows = [np.ascontiguousarray(matrices[:, place, place:].T) for place in range(5)]
    found, regular = eliminate(rows, right.T.copy())
    assert regular.tolist() == [lane != 3 for lane in range(7)]
    good = np.flatnonzero(regular)
    assert np.allclose(found.T[good], np.linalg.solve(matrices[good], right[good][..., None])[..., 0])


@pytest.mark.parametrize("name", ["Kosovo", "Western", "Ned_5"])
def test_fitted_margins_are_those_observed(name: str) -> None:
    """The likelihood equations: superset sums of means equal those of counts, for every term of every model."""
    histories = table(name)
    models = all_models(len(histories.lists), 2)
    tables = np.repeat(table_of(histories.cells()), models.shape[1], axis=1)
    fits = fit(models, tables)
    means = fits.means.copy()
    means[0] = 0.0
    gaps = np.where(models & ~fits.dead, superset_sums(means) - superset_sums(tables.copy()), 0.0)
    assert fits.converged.all()
    assert np.abs(gaps).max() < 1e-6 * histories.n


@pytest.mark.parametrize("name", ["Kosovo", "UKdat_5", "Ned_5"])
def test_scipy_climbs_to_the_same_place(name: str) -> None:
    histories = table(name)
    cells = table_of(histories.cells())
    models = all_models(len(histories.lists), 2)
    for place in (0, 5, models.shape[1] // 2, models.shape[1] - 1):
        alive, keep = reduced(models[:, place], cells[:, 0])
        design, counts = design_of(alive, keep), cells[keep, 0]

        def loss(
            beta: np.ndarray, design: np.ndarray = design, counts: np.ndarray = counts
        ) -> tuple[float, np.ndarray]:
            means = np.exp(design @ beta)
            return means.sum() - counts @ (design @ beta), design.T @ (means - counts)

        begun = np.linalg.lstsq(design, np.log(counts + 0.5), rcond=None)[0]
        slow = minimize(loss, begun, jac=True, method="BFGS", options={"gtol": 1e-7, "maxiter": 5000}).x
        assert fit(models[:, [place]], cells).coefficients[0, 0] == pytest.approx(slow[0], abs=1e-5)


def test_both_designs_agree() -> None:
    histories = table("UKdat_5")
    cells = table_of(histories.cells())
    models = all_models(5, 2)[:, ::97]
    together = fit(models, np.repeat(cells, models.shape[1], axis=1))
    for lane, terms in enumerate(models.T):
        alone = Regression.of_terms(terms, cells[:, 0]).fit()
        assert alone.dark_figure == pytest.approx(together.dark_figure[lane], rel=1e-9)
        assert alone.deviance == pytest.approx(together.deviance(cells)[lane], rel=1e-9)


def test_company_does_not_matter() -> None:
    """The same bits whichever fits stand beside each other."""
    cells = table_of(table("Western").cells())
    models = all_models(5, 2)
    together = fit(models, np.repeat(cells, 1024, axis=1)).coefficients
    order = np.random.default_rng(3).permutation(1024)
    shuffled = fit(models[:, order], np.repeat(cells, 1024, axis=1)).coefficients
    assert np.array_equal(together[:, order], shuffled)


def test_names_of_models() -> None:
    lists = ("LA", "NG", "PF", "GP")
    assert name_of(terms_of("PF:GP, NG:LA", lists), lists) == "GP:PF, LA:NG"
    assert name_of(terms_of([("LA", "NG", "PF")], lists), lists) == "LA:NG:PF"
    assert name_of(terms_of(None, lists), lists) == "independence"
    with pytest.raises(ValueError, match="names list 'XX'"):
        terms_of("LA:XX", lists)
    with pytest.raises(ValueError, match="interaction of all lists"):
        terms_of("LA:NG:PF:GP", lists)
