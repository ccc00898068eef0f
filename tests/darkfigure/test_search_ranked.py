"""The choice among the best models, on each resampled table, against a plain loop."""

import numpy as np
import pytest
from published import table
from test_search_scores import slowly

from darkfigure import identify
from darkfigure.intervals.resampling import leave_one_out, resample
from darkfigure.lattice import table_of
from darkfigure.search.ranked import Ranking, rank
from darkfigure.search.space import all_models


def ranking(name: str, order: int = 2, criterion: str = "bic") -> Ranking:
    histories = table(name)
    return rank(all_models(len(histories.lists), order), table_of(histories.cells()), criterion)


@pytest.mark.parametrize(
    ("name", "order", "top", "criterion"),
    [("Korea", 2, 8, "bic"), ("Artificial_3", 2, 4, "bic"), ("NewOrl_5", 2, 6, "bic"), ("Kosovo", 3, 10, "aic")],
)
def test_the_slow_twin(name: str, order: int, top: int, criterion: str) -> None:
    best = ranking(name, order, criterion).top(top)
    tables = resample(table(name), 50, seed=4)[:, :25]
    found = best.choose(tables)
    for lane, counts in enumerate(tables.T):
        each = [slowly(terms, counts, criterion) for terms in best.terms.T]
        score, dark = min(each, key=lambda pair: pair[0])
        if np.isfinite(score):
            assert found.dark_figure[lane] == pytest.approx(dark, rel=1e-7)
            assert found.status[lane] == identify.FINITE
        else:
            assert found.status[lane] != identify.FINITE


def test_best_first_and_without_those_that_have_no_estimate() -> None:
    korea = ranking("Korea")
    assert (korea.considered, korea.score.size) == (8, 6)
    assert (np.diff(korea.score) >= 0).all()
    assert korea.top(2).terms.shape == (8, 2)
    assert korea.top(2).considered == 8


def test_cumulative_is_each_number_of_models_in_turn() -> None:
    best = ranking("Western").top(5)
    tables = leave_one_out(table("Western"))
    for many, outcomes in enumerate(best.cumulative(tables), start=1):
        assert np.array_equal(outcomes.totals, best.top(many).choose(tables).totals)


def test_a_table_on_which_no_model_has_an_estimate_says_why() -> None:
    apart = table_of(np.array([4, 5, 0, 6, 0, 0, 0]))
    found = ranking("Korea").choose(apart)
    assert found.status.tolist() == [identify.INFINITE]
    assert found.totals.tolist() == [np.inf]
