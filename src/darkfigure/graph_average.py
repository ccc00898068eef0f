"""The posterior of the dark figure averaged over decomposable graphs, on a grid that finds its own length."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from darkfigure import hyper_dirichlet as posterior
from darkfigure.chordal import ChordalGraphs
from darkfigure.grid import Floats, GridPosterior, geometric_nodes, grid_posterior

MARGIN = 30.0
"""Nats below the peak beyond which the coarse grid is fine enough."""
EDGE_MASS = 1e-4


@dataclass(frozen=True)
class Problem:
    """One table by bit code (2**k,), the prior, and the graphs under consideration."""

    table: NDArray[np.int64]
    delta: float
    prior: str
    graphs: ChordalGraphs

    def terms(self, nodes: NDArray[np.int64]) -> Floats:
        """(2**k, nodes): what each set of lists adds, the part of N alone at the empty set."""
        terms = posterior.set_terms(self.table, nodes, self.delta)
        terms[0] = posterior.number_terms(int(self.table.sum()), nodes, self.prior)
        return terms


@dataclass(frozen=True)
class Averaged:
    """The posterior of the dark figure over all graphs, and of the graphs."""

    missing: GridPosterior
    graphs: ChordalGraphs
    weights: Floats
    peaks: tuple[int, ...]


def average(problem: Problem, most: int) -> Averaged:
    """The posterior on 1, ..., `most` missing: coarse nodes first, then closer ones where the mass lies."""
    observed = int(problem.table.sum())
    nodes = posterior.coarse_nodes(observed, most)
    terms = problem.terms(nodes)
    keep = posterior.worth_keeping(problem.graphs.coefficients, terms)
    graphs = replace(problem.graphs, edges=problem.graphs.edges[keep], coefficients=problem.graphs.coefficients[keep])
    first = posterior.graph_posterior(graphs.coefficients, terms, nodes)
    mass = np.flatnonzero(first.log_density > first.log_density.max() - MARGIN)
    low, high = nodes[max(mass[0] - 1, 0)], nodes[min(mass[-1] + 1, len(nodes) - 1)]
    nodes = np.union1d(nodes, geometric_nodes(int(low), int(high), 700))
    second = posterior.graph_posterior(graphs.coefficients, problem.terms(nodes), nodes)
    missing = grid_posterior(nodes, second.log_density, most)
    return Averaged(missing, graphs, second.weights, _peaks(nodes, second.log_density))


def _peaks(nodes: NDArray[np.int64], log_density: Floats) -> tuple[int, ...]:
    """Where the density of log n0 has a peak at least a tenth as high as the highest."""
    height = log_density + np.log(nodes)
    inner = (height[1:-1] > height[:-2]) & (height[1:-1] >= height[2:]) & (height[1:-1] > height.max() - np.log(10))
    return tuple(nodes[1:-1][inner].tolist())


def within(problem: Problem, max_total: int | None) -> Averaged:
    """The grid given, or one long enough: tenfold until hardly any mass lies in its last hundredth."""
    observed = int(problem.table.sum())
    if max_total is not None:
        return average(problem, max_total - observed)
    for most in (20 * observed + 1000, 400 * observed + 1000, 8000 * observed + 1000):
        averaged = average(problem, most)
        if averaged.missing.edge_mass < EDGE_MASS / 10:
            break
    return averaged


def sensitivity(problem: Problem, most: int) -> dict[float, float]:
    """The posterior median of N for other pseudo-counts."""
    observed = int(problem.table.sum())
    deltas = sorted({problem.delta / 2, problem.delta * 2, 0.5, 1.0} - {problem.delta})
    return {d: observed + average(replace(problem, delta=d), most).missing.quantile(0.5) for d in deltas}
