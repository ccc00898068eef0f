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

from typing import Any

import numpy as np

from darkfigure import convergence, settings
from darkfigure import hyper_dirichlet as posterior
from darkfigure.chordal import MOST_LISTS, chordal_graphs
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, Interval, whole
from darkfigure.graph_average import EDGE_MASS, Averaged, Problem, sensitivity, within
from darkfigure.histories import CaptureHistories
from darkfigure.soundness import require_information

MOST_DELTA = 1e6
FEWEST_LISTS = 3
SHOWN = 10
PRIORS = ("1/N", "flat")


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
    share, most = _checked(histories, delta, prior, max_total)
    level, seed = settings.level(level), None if seed is None else settings.seed(seed)
    ordered = histories.permute(sorted(histories.lists))
    graphs = chordal_graphs(len(ordered.lists))
    problem = Problem(np.concatenate([[0], ordered.cells()]), share, prior, graphs)
    averaged = within(problem, most)
    others = sensitivity(problem, int(averaged.missing.upper[-1]))
    return _answer(ordered, problem, averaged, others, level, seed)


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
        settings={
            "delta": problem.delta,
            "prior": problem.prior,
            "max_total": ordered.n + int(missing.upper[-1]),
            "level": level,
        },
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
    by_name = {f"{delta:g} pseudo-people a cell": median for delta, median in medians.items()}
    return (*warnings, *convergence.prior_matters(by_name, observed))


def _checked(
    histories: CaptureHistories, delta: float | None, prior: str, max_total: int | None
) -> tuple[float, int | None]:
    """The pseudo-count and the largest total allowed; at least one person is taken to be missing."""
    lists = len(histories.lists)
    if not FEWEST_LISTS <= lists <= MOST_LISTS:
        raise BadInput(f"Averaging over decomposable graphs takes {FEWEST_LISTS} to {MOST_LISTS} lists, not {lists}.")
    if prior not in PRIORS:
        raise BadInput(f"The prior of N is one of {', '.join(PRIORS)}, not {prior!r}.")
    share = 2.0**-lists if delta is None else settings.positive("pseudo-count delta", delta)
    if share > MOST_DELTA:
        raise BadInput(f"The pseudo-count delta is at most {MOST_DELTA:,.0f}, not {share:g}: it would drown any data.")
    require_information(histories)
    return share, settings.most(max_total, histories.n, room=2)
