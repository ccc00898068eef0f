"""BIC and AIC of many models against one regression at a time, and what has no estimate has no score."""

import numpy as np
import pytest
from published import table

from darkfigure.errors import BadInput
from darkfigure.fits import fit
from darkfigure.identify import judge_terms
from darkfigure.lattice import Floats, table_of
from darkfigure.regression import Regression
from darkfigure.search.scores import checked_criterion, kernel, scored
from darkfigure.search.space import all_models


def slowly(terms: np.ndarray, counts: Floats, criterion: str) -> tuple[float, float]:
    """Score and dark figure by the formula, one model on one table; infinite where there is no estimate."""
    if judge_terms(terms, counts).code:
        return np.inf, np.nan
    fitted = Regression.of_terms(terms, counts).fit()
    return fitted.criteria()[criterion], fitted.dark_figure


@pytest.mark.parametrize(("name", "order"), [("Korea", 2), ("Artificial_3", 2), ("Kosovo", 3), ("Western", 2)])
@pytest.mark.parametrize("criterion", ["bic", "aic"])
def test_the_slow_twin(name: str, order: int, criterion: str) -> None:
    histories = table(name)
    cells = table_of(histories.cells())
    models = all_models(len(histories.lists), order)[:, :: 9 if name == "Western" else 1]
    found = scored(models, cells, criterion)
    first = fit(models[:, :1], cells)
    constant = -2.0 * float((first.log_likelihood(cells) - kernel(first, cells))[0])
    for place, model in enumerate(models.T):
        score, dark = slowly(model, cells[:, 0], criterion)
        assert found.score[place] + constant == pytest.approx(score, rel=1e-9)
        assert found.dark_figure[place] == pytest.approx(dark, rel=1e-7, nan_ok=True)


def test_models_without_an_estimate_have_no_score() -> None:
    """Chan, Silverman and Vincent 2021: two of Korea's eight models, four of the constructed table's."""
    for name, failing in (("Korea", 2), ("Artificial_3", 4)):
        found = scored(all_models(3, 2), table_of(table(name).cells()), "bic")
        assert np.isinf(found.score).sum() == failing


def test_one_model_on_many_tables_is_many_on_one() -> None:
    cells = table_of(table("UKdat_5").cells())
    models = all_models(5, 2)[:, ::128]
    together = scored(models, cells, "bic")
    for place in range(models.shape[1]):
        alone = scored(models[:, [place]], np.repeat(cells, 3, axis=1), "bic")
        assert alone.score == pytest.approx([together.score[place]] * 3, rel=1e-12)


def test_unknown_criteria() -> None:
    with pytest.raises(BadInput, match="no criterion 'cic': bic, aic"):
        checked_criterion("cic")
