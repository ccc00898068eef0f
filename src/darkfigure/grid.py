"""A discrete posterior of the dark figure on a thinned grid: moments, quantiles, the mass at its edge.

The log density is known at nodes (whole numbers of missing people, close together where the posterior lies). A cubic
spline in log n0 carries it to cells: every whole number up to 20,000, above that cells of a ten-thousandth of their
place. Quantiles of smooth posteriors are then right to far better than a thousandth whatever the grid's end.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

ONE_BY_ONE = 20_000
RELATIVE_CELL = 1e-4
EDGE = 0.99
"""Mass beyond this share of the largest number allowed counts as mass at the edge."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class GridPosterior:
    """Posterior mass of the dark figure: cell i covers the whole numbers in (upper[i-1], upper[i]]."""

    upper: Floats
    mass: Floats

    @property
    def mean(self) -> float:
        middle = self.upper - (np.diff(self.upper, prepend=0.0) - 1) / 2
        return float(middle @ self.mass)

    @property
    def mode(self) -> float:
        width = np.diff(self.upper, prepend=0.0)
        at = int(np.argmax(self.mass / width))
        return float(self.upper[at] - (width[at] - 1) / 2)

    @property
    def edge_mass(self) -> float:
        """Posterior mass in the last hundredth of the grid: near 0 when the grid is long enough."""
        return float(self.mass[self.upper > EDGE * self.upper[-1]].sum())

    def quantile(self, probability: float) -> float:
        """The smallest whole number missing whose cumulative mass reaches `probability`."""
        below = np.concatenate([[0.0], np.cumsum(self.mass)])
        cell = min(int(np.searchsorted(below[1:], probability)), len(self.mass) - 1)
        start = self.upper[cell - 1] if cell else 0.0
        share = (probability - below[cell]) / self.mass[cell]
        return float(np.ceil(start + min(share, 1.0) * (self.upper[cell] - start) - 1e-9))


def geometric_nodes(low: int, high: int, number: int) -> NDArray[np.int64]:
    """Whole numbers from `low` to `high`, evenly spaced in their logarithm where they can be."""
    return np.unique(np.round(np.geomspace(low, high, number)).astype(np.int64))


def node_weights(nodes: NDArray[np.int64]) -> Floats:
    """w with sum(w * f(nodes)) = the sum of f over all whole numbers from first to last, f linear between nodes."""
    gap = np.diff(nodes)
    weights = np.zeros(len(nodes))
    weights[:-1] += (gap + 1) / 2
    weights[1:] += (gap - 1) / 2
    weights[-1] += 1
    return weights


def grid_posterior(nodes: NDArray[np.int64], log_density: Floats, most: int) -> GridPosterior:
    """The posterior on 1, ..., `most`, from its log density (up to a constant) at the nodes, which span that range."""
    upper = _cells(most)
    width = np.diff(upper, prepend=0.0)
    middle = upper - (width - 1) / 2
    log_mass = CubicSpline(np.log(nodes), log_density)(np.log(middle)) + np.log(width)
    mass = np.exp(log_mass - log_mass.max())
    return GridPosterior(upper, mass / mass.sum())


def _cells(most: int) -> Floats:
    """The last whole number of each cell."""
    single = np.arange(1, min(most, ONE_BY_ONE) + 1, dtype=float)
    if most <= ONE_BY_ONE:
        return single
    number = int(np.ceil(np.log(most / ONE_BY_ONE) / RELATIVE_CELL))
    beyond = np.unique(np.round(np.geomspace(ONE_BY_ONE, most, number + 1)))
    return np.concatenate([single, beyond[beyond > ONE_BY_ONE]])
