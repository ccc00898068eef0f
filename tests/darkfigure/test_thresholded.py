"""Which interactions stay, against importance sampling; when the posterior is proper."""

import math

import numpy as np
import pytest
from published import table

from darkfigure import CaptureHistories, Refusal, loglinear
from darkfigure.hamiltonian import Posterior, Run
from darkfigure.identify import design_of
from darkfigure.lattice import table_of
from darkfigure.models import terms_of
from darkfigure.thresholded import Problem, Rule, fit, select

RUN = Run(chains=16, burn_in=150, sweeps=600)
ALL_PAIRS = "b:c, b:d, c:d"


def _problem(known: CaptureHistories) -> Problem:
    return Problem(known.lists, table_of(known.cells())[:, 0], RUN, 1)


def test_ratios_and_dark_figure_against_importance_sampling() -> None:
    """The slow twin: 400,000 draws of a Student t around the mode, weighted."""
    known = table("Korea")
    problem = _problem(known)
    terms = terms_of(ALL_PAIRS, known.lists)
    stage = fit(problem, terms, 1.0, "")
    pair = np.array([int(code).bit_count() > 1 for code in stage.codes])
    design, counts = design_of(terms, np.arange(8) > 0), problem.cells[1:]
    mode, curvature = Posterior(design, counts, pair.astype(float)).mode()
    rng = np.random.default_rng(2)
    normal, chi = rng.standard_normal((400_000, 7)), rng.chisquare(5, (400_000, 1)) / 5
    z = normal / np.sqrt(chi)
    at = mode + z @ np.linalg.inv(np.linalg.cholesky(curvature))
    predictor = at @ design.T
    height = predictor @ counts - np.exp(predictor).sum(axis=1) - (at[:, pair] ** 2).sum(axis=1) / 2
    height += 6 * np.log1p((z**2).sum(axis=1) / 5)  # less the log density of the t, up to a constant
    weight = np.exp(height - height.max())
    weight /= weight.sum()
    mean = weight @ at
    spread = np.sqrt(weight @ (at - mean) ** 2)
    for wanted, code in zip(np.abs(mean / spread)[pair], np.array(stage.codes)[pair].tolist(), strict=True):
        ratio, error = stage.ratio(code)
        assert abs(ratio - wanted) < 4 * error
        assert error < 0.1
    order = np.argsort(at[:, 0])
    median = at[order, 0][np.searchsorted(weight[order].cumsum(), 0.5)]
    assert np.median(stage.draws[0]) == pytest.approx(median, abs=0.04)


def test_a_flat_prior_takes_out_pairs_that_nobody_is_in() -> None:
    known = table("UKdat_5")
    stage = fit(_problem(known), terms_of("L:U, L:N", known.lists), math.inf, "")
    assert stage.gone == (0b10001,)
    assert 0b10001 not in stage.codes
    assert fit(_problem(known), terms_of("L:U, L:N", known.lists), 1.0, "").gone == ()


def test_a_flat_prior_needs_a_finite_estimate() -> None:
    with pytest.raises(Refusal, match="posterior is improper: the dark figure is not identified") as refused:
        select(_problem(table("Artificial_3")), Rule(variance=math.inf))
    assert "finite variance" in str(refused.value)
    assert select(_problem(table("Artificial_3")), Rule()).ratios.keys() == {0b011, 0b101, 0b110}


def test_triples_are_tried_only_where_all_their_pairs_stayed() -> None:
    known = table("Kosovo")
    selected = select(_problem(known), Rule(order=3))
    triples = {code for code in selected.ratios if code.bit_count() == 3}
    assert triples == {0b0111, 0b1101}  # E:A:O and E:O:H; A:H fell
    assert not any(code.bit_count() == 3 for code in select(_problem(table("Korea")), Rule(order=3)).ratios)


def test_nothing_beyond_a_high_cut_leaves_independence() -> None:
    selected = select(_problem(table("Kosovo")), Rule(cut=50.0))
    assert selected.stage.codes == (0, 1, 2, 4, 8)
    likeliest = loglinear.estimate(table("Kosovo"), interval="none").dark_figure
    assert np.median(np.exp(selected.stage.draws[0])) == pytest.approx(likeliest, rel=0.01)
