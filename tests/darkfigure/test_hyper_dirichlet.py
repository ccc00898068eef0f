"""The terms of the posterior against Dirichlet-multinomial probabilities written out."""

import math

import numpy as np
import pytest
from published import table

from darkfigure.chordal import chordal_graphs
from darkfigure.hyper_dirichlet import coarse_nodes, edge_probabilities, graph_posterior, set_terms, worth_keeping


def test_the_term_of_one_list_is_a_beta_binomial() -> None:
    known = table("Korea")
    cells = np.concatenate([[0], known.cells()])
    term = set_terms(cells, np.array([7]), 0.25)[1, 0]  # list b alone: 71 + 6 of 123 people on it, 7 missing
    on, off, share = 77, 123 - 77 + 7, 1.0

    def log_beta(a: float, b: float) -> float:
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    assert int(known.margins[0]) == on
    assert term == pytest.approx(log_beta(on + share, off + share) - log_beta(share, share))


def test_pruning_loses_nothing_that_counts() -> None:
    known, graphs = table("Ned_5"), chordal_graphs(5)
    cells = np.concatenate([[0], known.cells()])
    nodes = coarse_nodes(known.n, 300_000)
    terms = set_terms(cells, nodes, 1 / 32)
    full = graph_posterior(graphs.coefficients, terms, nodes)
    keep = worth_keeping(graphs.coefficients, terms)
    assert keep.sum() < len(graphs)
    assert full.weights[~keep].sum() < 1e-6
    assert edge_probabilities(graphs, full.weights)[0, 4] == pytest.approx(1.0, abs=1e-3)
