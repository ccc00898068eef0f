"""The sampler against posteriors known exactly, or summed over a grid."""

from itertools import product

import numpy as np
import pytest
from scipy.special import digamma, polygamma

from darkfigure import BadInput, convergence
from darkfigure.hamiltonian import Posterior, Run, draw

RUN = Run(chains=16, burn_in=150, sweeps=800)
THREE_LISTS = np.array([[1, *(code >> place & 1 for place in range(3))] for code in range(1, 8)], dtype=float)


def _draws(posterior: Posterior, seed: int = 1) -> np.ndarray:
    return draw(posterior, RUN, np.random.default_rng(seed))


def test_one_cell_is_the_log_of_a_gamma() -> None:
    draws = _draws(Posterior(np.ones((1, 1)), np.array([3.0]), np.zeros(1)))
    assert draws.shape == (1, 16, 800)
    assert draws.mean() == pytest.approx(digamma(3), abs=0.03)
    assert draws.var() == pytest.approx(polygamma(1, 3), rel=0.06)
    assert convergence.split_r_hat(draws[0]) < 1.01


def test_a_prior_pulls_a_coefficient_that_nobody_informs() -> None:
    # counts 5 and 0: the second cell's mean may be as small as it likes, were it not for the prior
    posterior = Posterior(np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([5.0, 0.0]), np.array([0.0, 1.0]))
    places = np.linspace(-8, 4, 481)
    a, b = np.meshgrid(places, places, indexing="ij")
    height = 5 * a - np.exp(a) - np.exp(a + b) - b**2 / 2
    mass = np.exp(height - height.max())
    mass /= mass.sum()
    draws = _draws(posterior)
    assert draws[1].mean() == pytest.approx((mass * b).sum(), abs=0.04)
    assert draws[0].mean() == pytest.approx((mass * a).sum(), abs=0.03)
    assert draws[1].std() == pytest.approx(np.sqrt((mass * b**2).sum() - (mass * b).sum() ** 2), rel=0.04)


def test_the_slow_twin_sums_over_a_grid() -> None:
    """Three independent lists: four coefficients, each on a grid of 23 places around the mode."""
    counts = np.array([20.0, 15.0, 6.0, 12.0, 4.0, 5.0, 3.0])
    posterior = Posterior(THREE_LISTS, counts, np.zeros(4))
    mode, curvature = posterior.mode()
    scale = np.linalg.inv(np.linalg.cholesky(curvature)).T
    axis = np.linspace(-4.4, 4.4, 23)
    at = mode + np.array(list(product(axis, repeat=4))) @ scale.T
    predictor = at @ THREE_LISTS.T
    height = predictor @ counts - np.exp(predictor).sum(axis=1)
    mass = np.exp(height - height.max())
    mass /= mass.sum()
    order = np.argsort(at[:, 0])
    cumulative = mass[order].cumsum()
    wanted = [at[order, 0][np.searchsorted(cumulative, p)] for p in (0.1, 0.5, 0.9)]
    assert np.quantile(_draws(posterior)[0], [0.1, 0.5, 0.9]) == pytest.approx(wanted, abs=0.03)


def test_the_mode_is_where_fitted_sums_are_observed_sums() -> None:
    counts = np.array([20.0, 15.0, 6.0, 12.0, 4.0, 5.0, 3.0])
    mode, _ = Posterior(THREE_LISTS, counts, np.zeros(4)).mode()
    assert THREE_LISTS.T @ np.exp(THREE_LISTS @ mode) == pytest.approx(THREE_LISTS.T @ counts)


def test_the_same_seed_gives_the_same_bits_and_progress_is_told() -> None:
    posterior = Posterior(THREE_LISTS, np.array([9.0, 8.0, 3.0, 7.0, 2.0, 2.0, 1.0]), np.zeros(4))
    told: list[tuple[int, int, str]] = []
    first = draw(posterior, RUN, np.random.default_rng(3), progress=lambda *now: told.append(now), what="a test")
    assert (first == _draws(posterior, 3)).all()
    assert (first != _draws(posterior, 4)).any()
    assert told[-1] == (950, 950, "a test")
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)


@pytest.mark.parametrize("wrong", [{"chains": 1}, {"chains": -4}, {"sweeps": 2.5}, {"burn_in": float("nan")}])
def test_runs_too_short_to_judge_are_named(wrong: dict[str, float]) -> None:
    with pytest.raises(BadInput, match=next(iter(wrong)).replace("_", "-")):
        Run(**wrong)  # type: ignore[arg-type]
