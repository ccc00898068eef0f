"""Newton's method for many regressions against one at a time by plain numpy, and what it says where none exists."""

import warnings

import numpy as np
import pytest

from darkfigure.designs import Columns, Terms
from darkfigure.newton import eliminate, solve


def slowly(matrix: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Iteratively reweighted least squares for one Poisson regression."""
    predictor = np.log(counts + 0.5)
    for _ in range(200):
        means = np.exp(predictor)
        working = predictor + (counts - means) / means
        root = np.sqrt(means)[:, None]
        beta = np.linalg.lstsq(root * matrix, root[:, 0] * working, rcond=None)[0]
        moved = np.abs(matrix @ beta - predictor).max()
        predictor = matrix @ beta
        if moved < 1e-12:
            break
    return np.asarray(beta)


def everything(cells: int, lanes: int) -> np.ndarray:
    return np.ones((cells, lanes), dtype=bool)


def test_the_slow_twin() -> None:
    random = np.random.default_rng(1)
    matrix = np.hstack([np.ones((20, 1)), random.normal(size=(20, 3))])
    counts = random.poisson(np.exp(matrix @ random.normal(0.5, 0.5, size=(4, 30)))).astype(float)
    found = solve(Columns(matrix, everything(4, 30)), counts, everything(20, 30))
    assert found.converged.all()
    for lane in range(30):
        assert found.beta[:, lane] == pytest.approx(slowly(matrix, counts[:, lane]), abs=1e-7)


def test_terms_and_columns_are_two_ways_to_the_same() -> None:
    random = np.random.default_rng(2)
    codes = np.arange(8)
    terms = np.array([0, 1, 2, 4, 3])
    matrix = (codes[:, None] & terms == terms).astype(float)
    counts = random.poisson(9.0, size=(8, 12)).astype(float)
    keep = everything(8, 12)
    keep[0] = False
    counts[0] = 0.0
    one = solve(Terms(terms[:, None], 8, 12), counts, keep)
    each = solve(Terms(np.repeat(terms[:, None], 12, axis=1), 8, 12), counts, keep)
    other = solve(Columns(matrix, everything(5, 12)), counts, keep)
    assert one.beta == pytest.approx(other.beta, abs=1e-9)
    assert each.beta == pytest.approx(other.beta, abs=1e-9)


def test_a_far_start_comes_home() -> None:
    matrix = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    counts = np.array([[5.0], [9.0], [30.0]])
    for far in (-12.0, 0.0, 12.0):
        found = solve(Columns(matrix, everything(2, 1)), counts, everything(3, 1), np.array([[far], [-far]]), steps=200)
        assert found.converged[0]
        assert found.beta[:, 0] == pytest.approx(slowly(matrix, counts[:, 0]), abs=1e-8)


def test_where_no_estimate_exists_it_does_not_converge_and_disturbs_nobody() -> None:
    """Nobody where the second column is 1: its parameter runs to minus infinity. No warning escapes."""
    matrix = np.array([[1.0, 0.0], [1.0, 0.0], [1.0, 1.0]])
    counts = np.array([[4.0, 4.0, 4.0], [6.0, 6.0, 6.0], [7.0, 0.0, 7.0]])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = solve(Columns(matrix, everything(2, 3)), counts, everything(3, 3))
    assert found.converged.tolist() == [True, False, True]
    assert found.beta[:, 0] == pytest.approx([np.log(5), np.log(7 / 5)])
    assert np.array_equal(found.beta[:, 0], found.beta[:, 2])


def test_a_singular_design_is_said_to_be() -> None:
    matrix = np.array([[1.0, 1.0], [1.0, 1.0], [1.0, 1.0]])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = solve(Columns(matrix, everything(2, 1)), np.array([[3.0], [4.0], [5.0]]), everything(3, 1))
    assert not found.converged[0]


def test_elimination_leaves_singular_lanes_where_they_are() -> None:
    rows = [np.array([[2.0, 0.0], [1.0, 0.0]]), np.array([[3.0, 0.0]])]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found, regular = eliminate(rows, np.array([[1.0, 1.0], [2.0, 1.0]]))
    assert regular.tolist() == [True, False]
    assert found[:, 0] == pytest.approx(np.linalg.solve([[2.0, 1.0], [1.0, 3.0]], [1.0, 2.0]))
    assert found[:, 1].tolist() == [0.0, 0.0]
