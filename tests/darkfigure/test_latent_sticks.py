"""The sticks' conditional laws, and alpha where they leave it."""

import numpy as np
import pytest

from darkfigure.latent_sticks import Prior, draw_sticks

PRIOR = Prior(classes=3, shape=2.0, rate=1.0, most_missing=1000)
CHAINS = 4000


def _settled(people: list[float], rounds: int) -> tuple[np.ndarray, np.ndarray]:
    rng, alpha = np.random.default_rng(2), np.ones(CHAINS)
    members = np.repeat(np.array([people]), CHAINS, axis=0)
    for _ in range(rounds):
        weights, alpha = draw_sticks(members, alpha, PRIOR, rng)
    return weights, alpha


def test_without_people_alpha_keeps_its_prior() -> None:
    weights, alpha = _settled([0.0, 0.0, 0.0], 60)
    assert alpha.mean() == pytest.approx(2.0, rel=0.06)
    assert alpha.var() == pytest.approx(2.0, rel=0.15)
    assert np.exp(weights).sum(axis=1) == pytest.approx(1.0)


def test_with_many_people_weights_are_their_shares() -> None:
    weights, alpha = _settled([6000.0, 3000.0, 1000.0], 20)
    assert np.exp(weights).mean(axis=0) == pytest.approx([0.6, 0.3, 0.1], abs=0.002)
    assert alpha.min() > 0


def test_alpha_against_a_sum_over_a_grid() -> None:
    """p(alpha | people) prop. to p(alpha) prod_{h<K} alpha B(1 + c_h, alpha + R_h)."""
    grid = np.linspace(0.001, 20, 20_000)
    log_density = np.log(grid) - grid
    for count, later in ((6, 4), (3, 1)):
        log_density += np.log(grid) - sum(np.log(grid + later + i) for i in range(count + 1))
    mass = np.exp(log_density - log_density.max())
    _, alpha = _settled([6.0, 3.0, 1.0], 40)
    assert alpha.mean() == pytest.approx((grid * mass).sum() / mass.sum(), rel=0.04)
