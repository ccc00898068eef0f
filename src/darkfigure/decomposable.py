"""Model averaging over decomposable graphs, for 3 to 7 lists.

Madigan and York (1997), Biometrika 84, 19. Which lists depend on which is a chordal graph; within it the cell
probabilities have a hyper-Dirichlet prior of `delta` pseudo-people a cell; the answer is the posterior of N averaged
over all the graphs, 822 of them for five lists. Assumption: given the graph, every person has the same cell
probabilities, and the largest clique holds all the dependence.

The pseudo-count matters: 2**-k (one pseudo-person in the whole table) is the default, and the answer for other
values is always given beside it.

>>> from darkfigure import CaptureHistories, decomposable
>>> korea = CaptureHistories.from_counts(
...     {(0, 0, 1): 41, (0, 1, 0): 5, (1, 0, 0): 5, (1, 1, 0): 54, (0, 1, 1): 6, (1, 1, 1): 12}, ("b", "c", "d"))
>>> decomposable.estimate(korea, max_total=2123).total
163.0
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure import hyper_dirichlet as posterior
from darkfigure.chordal import MOST_LISTS, ChordalGraphs, chordal_graphs
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, Interval, whole
from darkfigure.grid import Floats, GridPosterior, geometric_nodes, grid_posterior
from darkfigure.histories import CaptureHistories
from darkfigure.soundness import require_information

FEWEST_LISTS = 3
SHOWN = 10
MARGIN = 30.0
EDGE_MASS = 1e-4
PRIORS = ("1/N", "flat")


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


def estimate(
    histories: CaptureHistories,
    *,
    delta: float | None = None,
    prior: str = "1/N",
    max_total: int | None = None,
    level: float = 0.95,
    seed: int | None = None,
) -> Estimate:
    """The posterior median of N, with an equal-tailed interval; nothing is random, `seed` is only recorded.

    `delta`: pseudo-people a cell, 2**-k by default. `prior` of N: "1/N" or "flat". `max_total`: the largest N
    considered (at least one person is taken to be missing); by default it grows until no mass lies at the edge.
    """
    _check(histories, delta, prior, max_total)
    ordered = histories.permute(sorted(histories.lists))
    graphs = chordal_graphs(len(ordered.lists))
    table = np.concatenate([[0], ordered.cells()])
    problem = Problem(table, delta or 2.0 ** -len(ordered.lists), prior, graphs)
    averaged = _within(problem, max_total)
    others = _sensitivity(problem, int(averaged.missing.upper[-1]))
    return _answer(ordered, problem, averaged, others, level, seed)


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


def _within(problem: Problem, max_total: int | None) -> Averaged:
    """The grid given, or one long enough: tenfold until hardly any mass lies in its last hundredth."""
    observed = int(problem.table.sum())
    if max_total is not None:
        return average(problem, max_total - observed)
    for most in (20 * observed + 1000, 400 * observed + 1000, 8000 * observed + 1000):
        averaged = average(problem, most)
        if averaged.missing.edge_mass < EDGE_MASS / 10:
            break
    return averaged


def _sensitivity(problem: Problem, most: int) -> dict[float, float]:
    """The posterior median of N for other pseudo-counts."""
    observed = int(problem.table.sum())
    deltas = sorted({problem.delta / 2, problem.delta * 2, 0.5, 1.0} - {problem.delta})
    return {d: observed + average(replace(problem, delta=d), most).missing.quantile(0.5) for d in deltas}


def _answer(
    ordered: CaptureHistories,
    problem: Problem,
    averaged: Averaged,
    others: dict[float, float],
    level: float,
    seed: int | None,
) -> Estimate:
    missing = averaged.missing
    low, median, high = (missing.quantile(p) for p in ((1 - level) / 2, 0.5, (1 + level) / 2))
    models = _models(ordered.lists, averaged)
    return Estimate(
        total=ordered.n + median,
        dark_figure=median,
        observed=ordered.n,
        method="decomposable",
        input_digest=ordered.digest,
        interval=Interval("posterior quantiles", level, ordered.n + low, ordered.n + high),
        model=f"average over {len(problem.graphs)} decomposable graphs",
        models=models,
        diagnostics=_diagnostics(ordered, averaged, others),
        warnings=_warnings(ordered.n, averaged, {**others, problem.delta: ordered.n + median}),
        settings={"delta": problem.delta, "prior": problem.prior, "max_total": ordered.n + int(missing.upper[-1])},
        seed=seed,
    )


def _models(lists: tuple[str, ...], averaged: Averaged) -> tuple[tuple[str, float], ...]:
    """The most probable graphs by their cliques, with their posterior probabilities."""
    best = np.argsort(-averaged.weights, kind="stable")[:SHOWN].tolist()
    names = [", ".join(":".join(lists[i] for i in c) for c in averaged.graphs.cliques(graph)) for graph in best]
    return tuple(zip(names, averaged.weights[best].tolist(), strict=True))


def _diagnostics(ordered: CaptureHistories, averaged: Averaged, others: dict[float, float]) -> dict[str, Any]:
    missing = averaged.missing
    edges = posterior.edge_probabilities(averaged.graphs, averaged.weights)
    steps = [i / 200 for i in range(1, 200)]
    return {
        "mean": ordered.n + missing.mean,
        "mode": ordered.n + missing.mode,
        "peaks": [ordered.n + peak for peak in averaged.peaks],
        "edge_mass": missing.edge_mass,
        "graphs_kept": len(averaged.graphs),
        "edge_probabilities": {f"{ordered.lists[i]}:{ordered.lists[j]}": p for (i, j), p in edges.items()},
        "prior_sensitivity": {f"delta={delta:g}": median for delta, median in others.items()},
        "posterior_probabilities": steps,
        "posterior_quantiles": [ordered.n + missing.quantile(step) for step in steps],
    }


def _warnings(observed: int, averaged: Averaged, medians: dict[float, float]) -> tuple[str, ...]:
    warnings = []
    if averaged.missing.edge_mass > EDGE_MASS:
        warnings.append("The posterior reaches the largest total allowed: the upper limit is that cap, not the data's.")
    if len(averaged.peaks) > 1:
        places = " and ".join(whole(observed + peak) for peak in averaged.peaks)
        warnings.append(
            f"The posterior has {len(averaged.peaks)} peaks, at {places}: the models tell different stories."
        )
    low, high = min(medians, key=lambda d: medians[d]), max(medians, key=lambda d: medians[d])
    if medians[high] - observed > 1.5 * (medians[low] - observed):
        warnings.append(
            f"The prior matters: with {low:g} pseudo-people a cell the total is {whole(medians[low])}, "
            f"with {high:g} it is {whole(medians[high])}."
        )
    return tuple(warnings)


def _check(histories: CaptureHistories, delta: float | None, prior: str, max_total: int | None) -> None:
    lists = len(histories.lists)
    if not FEWEST_LISTS <= lists <= MOST_LISTS:
        raise BadInput(f"Averaging over decomposable graphs takes {FEWEST_LISTS} to {MOST_LISTS} lists, not {lists}.")
    if prior not in PRIORS:
        raise BadInput(f"The prior of N is one of {', '.join(PRIORS)}, not {prior!r}.")
    if delta is not None and not 0 < delta < np.inf:
        raise BadInput(f"The pseudo-count delta is a positive number, not {delta}.")
    if max_total is not None and max_total <= histories.n + 1:
        raise BadInput(f"The largest total allowed, {max_total}, leaves no room beyond the {histories.n} observed.")
    require_information(histories)
