"""The recession cone: published verdicts, and that the cheap certificate never contradicts it."""

from itertools import combinations

import numpy as np
import pytest
from published import table

from darkfigure.fits import fit
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE, INFINITE, NOT_IDENTIFIED, ZERO, check, explain, judge, judge_terms
from darkfigure.lattice import table_of
from darkfigure.models import terms_of
from darkfigure.search.space import all_models

# Chan, Silverman and Vincent 2021, Table 2; SparseMSE's codes: 0 fine, 1 no estimate, 2 not identifiable
ARTIFICIAL = {"": 0, "AC": 0, "BC": 0, "AC BC": 0, "AB": 1, "AB AC": 1, "AB BC": 1, "AB AC BC": 2}
KOREA = {"": 0, "bc": 0, "bd": 0, "cd": 0, "bc bd": 1, "bc cd": 0, "bd cd": 0, "bc bd cd": 1}


@pytest.mark.parametrize(
    ("name", "model", "code"),
    [("Artificial_3", *item) for item in ARTIFICIAL.items()] + [("Korea", *item) for item in KOREA.items()],
)
def test_published_verdicts(name: str, model: str, code: int) -> None:
    assert check(table(name), [tuple(pair) for pair in model.split()]).code == code


@pytest.mark.parametrize(("name", "failing"), [("Artificial_3", 3 + 1), ("Korea", 2), ("Western", 0), ("UKdat_5", 0)])
def test_how_many_models_fail(name: str, failing: int) -> None:
    """SparseMSE's checkallmodels: those without an estimate, and the full model of Artificial_3 not identifiable."""
    histories = table(name)
    cells = table_of(histories.cells())[:, 0]
    models = all_models(len(histories.lists), 2)
    doubtful = models[:, ~fit(models, np.repeat(cells[:, None], models.shape[1], axis=1)).converged]
    assert sum(judge_terms(terms, cells).code > 0 for terms in doubtful.T) == doubtful.shape[1] == failing
    assert sum(judge_terms(terms, cells).code > 0 for terms in models[:, ::9].T) <= failing


@pytest.mark.parametrize("name", ["Western", "NewOrl_5", "UKdat_5", "Ned_5", "UKdat"])
def test_all_pairs_have_an_estimate(name: str) -> None:
    assert check(table(name), list(combinations(table(name).lists, 2))).code == 0


def test_the_dark_figure_itself() -> None:
    artificial = table("Artificial_3")
    assert check(artificial, "A:B").status == INFINITE
    assert check(artificial, "A:B, A:C, B:C").status == NOT_IDENTIFIED
    everyone = CaptureHistories.from_mapping({("A",): 9, ("A", "B"): 3, ("A", "C"): 4})
    assert check(everyone).status == ZERO


def test_a_finite_dark_figure_where_other_parameters_run_off() -> None:
    """Nobody is on C alone or on A and C alone: a_C and a_AC run off against each other, a_0 stays."""
    cells = np.array([0, 50, 40, 12, 0, 0, 7, 3], dtype=float)
    design = np.array([[1, *(code >> place & 1 for place in range(3))] for code in range(1, 8)], dtype=float)
    verdict = judge(np.hstack([design, (design[:, [3]] * (1 - design[:, [2]]))]), cells[1:] > 0)
    assert (verdict.status, verdict.exists) == (FINITE, False)
    assert verdict.face.tolist() == [True, True, True, False, False, True, True]


def test_it_says_why() -> None:
    artificial = table("Artificial_3")
    cells, terms = table_of(artificial.cells())[:, 0], terms_of("A:B", artificial.lists)
    said = explain(judge_terms(terms, cells), terms, cells, artificial.lists)
    assert "no finite estimate" in said
    assert "A:B" in said


def test_the_certificate_never_contradicts_the_cone() -> None:
    random = np.random.default_rng(11)
    seen = {True: 0, False: 0}
    for lists, order in ((3, 2), (4, 3), (5, 2)):
        models = all_models(lists, order)
        for _ in range(4):
            cells = random.poisson(np.exp(random.normal(0.5, 2.0, 2**lists))).astype(float)
            cells[0] = 0.0
            some = models[:, random.choice(models.shape[1], size=min(30, models.shape[1]), replace=False)]
            fits = fit(some, np.repeat(cells[:, None], some.shape[1], axis=1))
            for terms, converged in zip(some.T, fits.converged, strict=True):
                assert converged == (judge_terms(terms, cells).code == 0), (cells, np.flatnonzero(terms))
                seen[bool(converged)] += 1
    assert min(seen.values()) > 20
