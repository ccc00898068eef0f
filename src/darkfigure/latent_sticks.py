"""The stick-breaking weights of the latent classes and their concentration alpha, drawn given who is in which class.

Sethuraman (1994), Statistica Sinica 4, 639; Ishwaran and James (2001), J. Am. Stat. Assoc. 96, 161, section 5.2. With
c_h people in class h < K and r_h in later ones, V_h ~ Beta(1 + c_h, alpha + r_h), pi_h = V_h prod_{l<h} (1 - V_l), and
alpha ~ Gamma(a + K - 1, b - log pi_K). C chains at once; everything is kept as logarithms, for alpha comes so near to 0
that clipping 1 - V at 1e-15 would change the answer.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from darkfigure.grid import Floats


@dataclass(frozen=True)
class Prior:
    """Truncation level, the Gamma(shape, rate) prior of alpha, and the largest number missing allowed."""

    classes: int
    shape: float
    rate: float
    most_missing: int


def draw_sticks(people: Floats, alpha: Floats, prior: Prior, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """(C, K) log weights and (C,) alpha, given c_h: `people` (C, K)."""
    later = np.cumsum(people[:, :0:-1], axis=1)[:, ::-1]
    alpha = _leap(alpha, people, later, prior, rng)
    taken = np.log(rng.standard_gamma(people[:, :-1] + 1.0))
    rest = _log_gamma(later + alpha[:, None], rng)
    total = np.logaddexp(taken, rest)
    left = np.cumsum(rest - total, axis=1)
    log_weights = np.empty_like(people)
    log_weights[:, :-1] = taken - total
    log_weights[:, 1:-1] += left[:, :-1]
    log_weights[:, -1] = left[:, -1]
    return log_weights, rng.standard_gamma(prior.shape + prior.classes - 1, len(left)) / (prior.rate - left[:, -1])


def _leap(alpha: Floats, people: Floats, later: Floats, prior: Prior, rng: np.random.Generator) -> Floats:
    """A Metropolis step for alpha with the sticks integrated out. Given the sticks alpha moves by a third of itself,
    and would need thousands of sweeps to cross the many powers of ten that its prior spans.

    p(alpha | people) prop. to p(alpha) Gamma(1 + alpha + c_K) / Gamma(1 + alpha + people) prod alpha / (alpha + r_h)
    """
    reach = np.exp(rng.uniform(-1.0, 2.5, len(alpha)))
    proposed = alpha * np.exp(reach * rng.standard_normal(len(alpha)))
    both = np.stack([alpha, proposed])
    log_density = prior.shape * np.log(both) - prior.rate * both
    log_density += gammaln(1 + both + people[:, -1]) - gammaln(1 + both + people.sum(axis=1))
    log_density -= np.log1p(later / both[:, :, None]).sum(axis=2)
    accepted = np.log(rng.random(len(alpha))) < log_density[1] - log_density[0]
    return np.where(accepted, proposed, alpha)


def _log_gamma(shape: Floats, rng: np.random.Generator) -> Floats:
    """log of Gamma(shape) draws that does not underflow near shape 0: log Gamma(s) = log Gamma(s + 1) + log(U) / s."""
    return np.asarray(np.log(rng.standard_gamma(shape + 1.0)) - rng.standard_exponential(shape.shape) / shape)
