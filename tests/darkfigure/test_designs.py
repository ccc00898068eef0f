"""The three operations of a design, against the matrix written out."""

import numpy as np
import pytest

from darkfigure.designs import Columns, Design, Terms

CODES = np.arange(16)
RANDOM = np.random.default_rng(4)
OWN = np.array([[0, 0, 0], [1, 1, 2], [2, 4, 4], [4, 8, 16], [16, 3, 16]])
"""Terms of three lanes; 16 stands for none."""


def written_out(design: Design, lane: int) -> np.ndarray:
    """The matrix of one lane, nil where it has no such parameter."""
    if isinstance(design, Columns):
        return design.matrix * design.alive[:, lane]
    places = design.places[:, 0 if design.shared else lane]
    return np.where(places < 16, CODES[:, None] & places == places, False).astype(float)


@pytest.fixture(params=["shared terms", "own terms", "columns"])
def design(request: pytest.FixtureRequest) -> Design:
    if request.param == "columns":
        alive = np.ones((4, 3), dtype=bool)
        alive[2, 1] = False
        return Columns(RANDOM.normal(size=(16, 4)), alive)
    return Terms(OWN[:, [0]] if request.param == "shared terms" else OWN, 16, 3)


def test_sums_predictors_and_moments(design: Design) -> None:
    weights = RANDOM.uniform(0.1, 2.0, size=(16, 3))
    sums, triangle = design.moments(weights)
    beta = RANDOM.normal(size=(len(sums), 3))
    for lane in range(3):
        matrix = written_out(design, lane)
        absent = ~matrix.any(axis=0)
        assert design.sums(weights)[~absent, lane] == pytest.approx((matrix.T @ weights[:, lane])[~absent])
        assert sums[~absent, lane] == pytest.approx((matrix.T @ weights[:, lane])[~absent])
        information = matrix.T @ (weights[:, [lane]] * matrix) + np.diag(absent.astype(float))
        for place, row in enumerate(triangle):
            assert row[:, lane] == pytest.approx(information[place, place:]), place
        used = np.where(absent, 0.0, beta[:, lane])
        lanes = beta.copy()
        lanes[:, lane] = used
        assert design.predictor(lanes)[:, lane] == pytest.approx(matrix @ used)


def test_some_of_the_lanes(design: Design) -> None:
    weights = RANDOM.uniform(0.1, 2.0, size=(16, 3))
    some = design.take(np.array([2, 0]))
    assert some.sums(weights[:, [2, 0]]) == pytest.approx(design.sums(weights)[:, [2, 0]])
