"""The moves against the posterior written out, and against the law that they must leave as it is."""

import math

import numpy as np
import pytest

from darkfigure import latent_moves as moves


def _log_posterior(on: np.ndarray, seen: np.ndarray, missing: np.ndarray, alpha: float) -> float:
    """The formula of the module, term by term; `on` (J, K) seen people of each class on each list."""

    def log_beta(a: float, b: float) -> float:
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    people = seen + missing
    value = math.lgamma(people.sum()) - sum(math.lgamma(1 + m) for m in missing)
    value += sum(log_beta(1 + o, 1 + c - o) for row in on for o, c in zip(row, people, strict=True))
    for h in range(len(people) - 1):
        value += log_beta(1 + people[h], alpha + people[h + 1 :].sum()) + math.log(alpha)
    return float(value)


ON = np.array([[9, 2, 1], [4, 5, 0]])
SEEN = np.array([12, 6, 1])


def _placed(missing: np.ndarray) -> np.ndarray:
    return np.vstack([ON, SEEN + missing - ON])[None].astype(float)


@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_a_stretch_weighs_the_posterior(chosen: int) -> None:
    missing, alpha, change = np.array([30, 4, 2]), 0.7, 5
    more = missing + change * (np.arange(3) == chosen)
    wanted = _log_posterior(ON, SEEN, more, alpha) - _log_posterior(ON, SEEN, missing, alpha)
    here = np.array([float(missing[chosen])])
    moved = np.array([[0.0], [float(change)]])
    height = moves._log_density(_placed(missing), np.array([chosen]), here, np.array([alpha]), moved)
    assert height[1, 0] - height[0, 0] == pytest.approx(wanted)


def test_stretches_alone_reach_the_posterior_of_the_missing() -> None:
    """Two classes, everything else held: the mean of all (m_1, m_2) up to 60 each, summed, against 500 chains."""
    alpha, most = 0.5, 60
    on, seen = ON[:, :2], SEEN[:2]
    every = [np.array([a, b]) for a in range(most + 1) for b in range(most + 1 - a)]
    height = np.array([_log_posterior(on, seen, missing, alpha) for missing in every])
    mass = np.exp(height - height.max())
    mean = mass @ np.array(every) / mass.sum()
    rng, missing = np.random.default_rng(4), np.full((500, 2), 5.0)
    placed = np.repeat(np.vstack([on, seen + 5 - on])[None].astype(float), 500, axis=0)
    sums = np.zeros(2)
    for number in range(400):
        moves.stretch_missing(placed, missing, np.full(500, alpha), most, rng)
        missing = moves.in_class(placed) - seen
        assert missing.sum(axis=1).max() <= most
        sums += missing.mean(axis=0) if number >= 100 else 0
    assert sums / 300 == pytest.approx(mean, rel=0.03)


def test_a_swap_takes_lists_and_people_along() -> None:
    placed = np.repeat(_placed(np.zeros(3, dtype=int)), 200, axis=0)
    before = placed.copy()
    moves.swap_neighbours(placed, np.full(200, 1.0), 0, np.random.default_rng(1))
    swapped = (placed != before).any(axis=(1, 2))
    assert (placed[swapped][:, :, [1, 0, 2]] == before[swapped]).all()
    assert swapped.mean() == pytest.approx((1 + 6 + 1) / (1 + 12 + 1), abs=0.1)
