"""Hierarchical log-linear models fitted by Poisson maximum likelihood, many models and tables in one call.

log mu_w = sum of a_s over the model's terms s within the history w; the dark figure is exp(a_0). A term that nobody
realises (no person on all its lists) has the estimate minus infinity: its cells are taken out, exactly, not by
iterating towards it (Chan, Silverman and Vincent 2021, section 2.2), and it still counts as a parameter.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, xlogy

from darkfigure.designs import Terms
from darkfigure.lattice import Floats, subset_sums, superset_sums
from darkfigure.newton import solve

CHUNK = 512
"""Lanes that are worked on together: few enough to stay in the processor's cache."""


@dataclass(frozen=True)
class Fits:
    """`coefficients` (2**k, B), zero for terms not in the model or at minus infinity; `means` (2**k, B), the dark
    figure in row 0; `dead` (2**k, B), terms at minus infinity; `keep` (2**k, B), cells fitted; `converged` (B,)."""

    coefficients: Floats
    means: Floats
    dead: NDArray[np.bool_]
    keep: NDArray[np.bool_]
    converged: NDArray[np.bool_]

    @property
    def dark_figure(self) -> NDArray[np.float64]:
        """exp(a_0), shape (B,)."""
        return np.asarray(np.exp(self.coefficients[0]))

    def log_likelihood(self, counts: Floats) -> NDArray[np.float64]:
        """Sum over the retained cells of n log mu - mu - log n!, shape (B,)."""
        means = np.where(self.keep, self.means, 0.0)
        terms = xlogy(counts, np.where(self.keep, self.means, 1.0)) - means - gammaln(counts + 1.0)
        return np.asarray(terms.sum(axis=0))

    def deviance(self, counts: Floats) -> NDArray[np.float64]:
        """2 sum n log(n / mu) - (n - mu), shape (B,)."""
        means = np.where(self.keep, self.means, 0.0)
        ratio = counts / np.where(self.keep, self.means, 1.0)
        return np.asarray(2.0 * (xlogy(counts, ratio) - counts + means).sum(axis=0))


def fit(
    terms: NDArray[np.bool_],
    counts: Floats,
    start: Floats | None = None,
    *,
    with_empty: bool = False,
    steps: int = 30,
) -> Fits:
    """Fit each lane's model to its table.

    `terms` (2**k, B) or (2**k, 1) for one model, hierarchical, with intercept and main effects; `counts` (2**k, B)
    people, row 0 the unobserved cell, which takes part only `with_empty`; `start` (2**k, B) coefficients.
    """
    lanes = counts.shape[1]
    terms = np.broadcast_to(terms, counts.shape)
    dead = terms & (superset_sums(counts.copy()) == 0)
    keep = _kept(dead)
    keep[0] &= with_empty
    alive = terms & ~dead
    coefficients, converged = np.zeros(counts.shape), np.zeros(lanes, dtype=bool)
    sizes = alive.sum(axis=0)
    order = np.argsort(sizes, kind="stable")
    for first in range(0, lanes, CHUNK):
        chunk = order[first : first + CHUNK]
        design = _design(alive[:, chunk], int(sizes[chunk[-1]]))
        begun = None if start is None else _of_terms(start[:, chunk], design)
        solution = solve(design, counts[:, chunk], keep[:, chunk], begun, steps=steps)
        coefficients[:, chunk] = _as_table(solution.beta, design)
        converged[chunk] = solution.converged
    with np.errstate(over="ignore"):
        means = np.exp(subset_sums(coefficients.copy()))
    means[1:] *= keep[1:]
    return Fits(coefficients, means, dead, keep, converged)


def _kept(dead: NDArray[np.bool_]) -> NDArray[np.bool_]:
    if not dead.any():
        return np.ones(dead.shape, dtype=bool)
    return np.asarray(subset_sums(dead.astype(np.float64)) == 0)


def _design(alive: NDArray[np.bool_], size: int) -> Terms:
    cells, lanes = alive.shape
    if (alive == alive[:, :1]).all():
        return Terms(np.flatnonzero(alive[:, 0])[:, None], cells, lanes)
    places = np.argsort(~alive, axis=0, kind="stable")[:size]
    return Terms(np.where(np.take_along_axis(alive, places, axis=0), places, cells), cells, lanes)


def _of_terms(table: Floats, design: Terms) -> Floats:
    padded = np.vstack([table, np.zeros((1, table.shape[1]))])
    return np.take_along_axis(padded, np.broadcast_to(design.places, (len(design.places), table.shape[1])), axis=0)


def _as_table(beta: Floats, design: Terms) -> Floats:
    table = np.zeros((design.cells + 1, beta.shape[1]))
    np.put_along_axis(table, np.broadcast_to(design.places, beta.shape), beta, axis=0)
    return table[: design.cells]
