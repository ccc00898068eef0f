"""Diagnostics on chains whose behaviour is known."""

import numpy as np
import pytest

from darkfigure.convergence import effective_draws, rank_normalised, split_r_hat


def _autoregressive(rho: float, chains: int = 8, length: int = 4000) -> np.ndarray:
    rng = np.random.default_rng(3)
    noise = rng.standard_normal((chains, length)) * np.sqrt(1 - rho**2)
    noise[:, 0] /= np.sqrt(1 - rho**2)
    for i in range(1, length):
        noise[:, i] += rho * noise[:, i - 1]
    return noise


@pytest.mark.parametrize("rho", [0.0, 0.5, 0.9])
def test_effective_draws_of_an_autoregression(rho: float) -> None:
    draws = _autoregressive(rho)
    assert effective_draws(draws) == pytest.approx(draws.size * (1 - rho) / (1 + rho), rel=0.12)
    assert split_r_hat(draws) == pytest.approx(1.0, abs=0.02)


def test_a_chain_apart_is_seen() -> None:
    draws = _autoregressive(0.0)
    draws[0] += 5
    assert split_r_hat(draws) > 1.5
    assert effective_draws(draws) < 100


def test_a_drift_is_seen() -> None:
    assert split_r_hat(_autoregressive(0.0) + np.linspace(0, 4, 4000)) > 1.3


def test_r_hat_by_hand() -> None:
    halves = np.array([[1.0, 3.0], [2.0, 4.0], [5.0, 7.0], [6.0, 8.0]])  # means 2 3 6 7, each of variance 2
    draws = np.hstack([halves[:2], halves[2:]])
    assert split_r_hat(draws) == pytest.approx(np.sqrt(0.5 + (17 / 3) / 2))


def test_ranks_tame_heavy_tails() -> None:
    draws = np.random.default_rng(1).standard_cauchy((4, 500))
    assert abs(rank_normalised(draws)).max() < 4
    assert split_r_hat(np.ones((2, 10))) == 1.0
