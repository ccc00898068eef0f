"""The average over graphs against a sum over every number missing, and a grid that finds its length."""

import numpy as np
import pytest
from published import table

from darkfigure import hyper_dirichlet as posterior
from darkfigure.chordal import chordal_graphs
from darkfigure.graph_average import EDGE_MASS, Problem, average, sensitivity, within


def _problem(name: str, delta: float) -> Problem:
    known = table(name)
    return Problem(np.concatenate([[0], known.cells()]), delta, "1/N", chordal_graphs(len(known.lists)))


def test_the_thinned_grid_against_every_number_missing() -> None:
    problem, most = _problem("Western", 1 / 32), 8_000
    every = np.arange(1, most + 1)
    slow = posterior.graph_posterior(problem.graphs.coefficients, problem.terms(every), every)
    mass = np.exp(slow.log_density - slow.log_density.max())
    cumulative = np.cumsum(mass / mass.sum())
    fast = average(problem, most)
    for probability in (0.025, 0.5, 0.975):
        wanted = 1 + int(np.searchsorted(cumulative, probability))
        assert fast.missing.quantile(probability) == pytest.approx(wanted, rel=1e-4, abs=1)
    assert max(fast.weights) == pytest.approx(max(slow.weights), rel=1e-4)


def test_the_grid_grows_until_its_edge_is_bare() -> None:
    problem = _problem("Ned_5", 1 / 32)
    assert within(problem, None).missing.edge_mass < EDGE_MASS
    assert within(problem, 12_000).missing.upper[-1] == 12_000 - 8_234


def test_other_pseudo_counts_are_tried() -> None:
    medians = sensitivity(_problem("Western", 1 / 32), 40_000)
    assert set(medians) == {1 / 64, 1 / 16, 0.5, 1.0}
    assert medians[0.5] == 353  # dga, delta 0.5, 40,000 at most
