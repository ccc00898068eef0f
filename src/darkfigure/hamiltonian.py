"""Sampling the coefficients of a Poisson regression by Hamiltonian Monte Carlo, many chains at once, on plain arrays.

Counts n (C,) ~ Poisson(exp(X b)), b (p,) with independent Normal(0, 1 / precision) priors, precision 0 where flat. The
posterior is log-concave, and proper exactly if no direction of the recession cone leaves the priors level: see
`thresholding`, which asks first. The chains move in coordinates z with b = mode + scale z, where the Laplace
approximation at the mode is standard normal (Neal 2011, Handbook of MCMC, ch. 5); a trajectory of about a quarter turn
then gives draws that are nearly independent, or better.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from darkfigure import settings
from darkfigure.grid import Floats

Report = Callable[[int, int, str], None]
"""Told how many are done, of how many, of what."""
TURN = np.pi / 2
"""Length of a trajectory: a standard normal's draws would be independent after it."""
WANTED = 0.8
"""Share of trajectories to accept; their steps are made longer or shorter until it is so."""
EVERY = 50


@dataclass(frozen=True)
class Run:
    """How long and how wide to sample: `chains` at once, `burn_in` draws of each thrown away, `sweeps` kept."""

    chains: int = 16
    burn_in: int = 200
    sweeps: int = 2000

    def __post_init__(self) -> None:
        for name, least in (("chains", 2), ("burn_in", 100), ("sweeps", 100)):
            settings.whole(f"run's number of {name.replace('_', '-')}", getattr(self, name), least=least)


@dataclass(frozen=True)
class Posterior:
    """A design X (C, p), counts (C,) and the precision (p,) of each coefficient's normal prior, 0 where it is flat."""

    design: Floats
    counts: Floats
    precision: Floats

    def mode(self) -> tuple[Floats, Floats]:
        """The highest point (p,) and the curvature there (p, p), by Newton's method with halved steps."""
        weight = self.counts + 0.5
        curvature = self._curvature(weight)
        at: Floats = np.linalg.solve(curvature, self.design.T @ (weight * np.log(weight))).astype(np.float64)
        height = self._height(at)
        for _ in range(200):
            means = np.exp(self.design @ at)
            curvature = self._curvature(means)
            step = np.linalg.solve(curvature, self.design.T @ (self.counts - means) - self.precision * at)
            while (reached := self._height(at + step)) < height - 1e-9 * (1 + abs(height)):
                step /= 2
            at, height = at + step, reached
            if np.abs(self.design @ step).max() < 1e-9:
                return at, self._curvature(np.exp(self.design @ at))
        raise ArithmeticError("Newton's method did not reach the highest point of the posterior.")

    def _curvature(self, weight: Floats) -> Floats:
        return np.asarray(self.design.T @ (weight[:, None] * self.design) + np.diag(self.precision))

    def _height(self, at: Floats) -> float:
        """Log density up to a constant; minus infinity where it overflows."""
        predictor = self.design @ at
        if predictor.max() > 500:
            return -np.inf
        return float(self.counts @ predictor - np.exp(predictor).sum() - self.precision @ at**2 / 2)


@dataclass(frozen=True)
class _Whitened:
    """The same posterior in coordinates z: predictors `level + slope z` of the C cells, and then, as further rows, the
    coefficients with a prior, each times the root of its precision."""

    mode: Floats
    scale: Floats
    level: Floats
    slope: Floats
    slope_across: Floats
    counts: Floats

    @classmethod
    def of(cls, posterior: Posterior) -> "_Whitened":
        mode, curvature = posterior.mode()
        scale = np.linalg.inv(np.linalg.cholesky(curvature)).T
        held = np.sqrt(posterior.precision)[:, None] * np.eye(len(mode))
        rows = np.vstack([posterior.design, held[posterior.precision > 0]])
        slope = rows @ scale
        return cls(mode, scale, (rows @ mode)[:, None], slope, slope.T.copy(), posterior.counts[:, None])

    def __call__(self, place: Floats) -> tuple[Floats, Floats]:
        """Minus the log density (B,) and its gradient (p, B) at z (p, B)."""
        rows = self.slope @ place
        rows += self.level
        cells = len(self.counts)
        predictor, held = rows[:cells], rows[cells:]
        means = np.exp(predictor)
        energy = (means - self.counts * predictor).sum(axis=0) + (held * held).sum(axis=0) / 2
        np.subtract(means, self.counts, out=predictor)
        return energy, self.slope_across @ rows

    def coefficients(self, place: Floats) -> Floats:
        """b (p, ...) at z (p, ...)."""
        return np.asarray(self.mode[:, None] + self.scale @ place)


def draw(
    posterior: Posterior, run: Run, rng: np.random.Generator, *, progress: Report | None = None, what: str = ""
) -> Floats:
    """(p, chains, sweeps) draws of the coefficients, the first `burn_in` of each chain thrown away."""
    energy = _Whitened.of(posterior)
    place = rng.standard_normal((len(posterior.precision), run.chains))
    value, slope = energy(place)
    length, kept, rounds = 0.3, np.empty((run.sweeps, *place.shape)), run.burn_in + run.sweeps
    for number in range(rounds):
        place, value, slope, accepted = _leap(energy, place, value, slope, length, rng)
        if number < run.burn_in:
            length = min(max(length * np.exp((accepted - WANTED) / np.sqrt(1 + number / 4)), 1e-3), 1.0)
        else:
            kept[number - run.burn_in] = place
        if progress is not None and (number + 1 == rounds or number % EVERY == 0):
            progress(number + 1, rounds, what)
    draws = energy.coefficients(np.moveaxis(kept, 0, -1).reshape(len(place), -1))
    return draws.reshape(len(place), run.chains, run.sweeps)


def _leap(
    energy: _Whitened, place: Floats, value: Floats, slope: Floats, length: float, rng: np.random.Generator
) -> tuple[Floats, Floats, Floats, float]:
    """One trajectory of every chain and its acceptance: place, energy, gradient, mean chance of being accepted."""
    momentum = rng.standard_normal(place.shape)
    before = value + (momentum * momentum).sum(axis=0) / 2
    step = length * rng.uniform(0.8, 1.2)
    steps = max(1, round(TURN / length))
    there, reached, gradient = place.copy(), value, slope
    with np.errstate(over="ignore", invalid="ignore"):
        momentum -= step / 2 * gradient
        for number in range(steps):
            there += step * momentum
            reached, gradient = energy(there)
            momentum -= (step if number + 1 < steps else step / 2) * gradient
        chance = np.exp(np.minimum(before - reached - (momentum * momentum).sum(axis=0) / 2, 0.0))
    chance = np.nan_to_num(chance, nan=0.0)
    moved: NDArray[np.bool_] = rng.random(len(chance)) < chance
    return (
        np.where(moved, there, place),
        np.where(moved, reached, value),
        np.where(moved, gradient, slope),
        float(chance.mean()),
    )
