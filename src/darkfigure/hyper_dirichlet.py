"""The posterior over decomposable graphs and the dark figure (Madigan and York 1997), on plain arrays.

With the hyper-Dirichlet prior of Dawid and Lauritzen (1993), `delta` pseudo-people in each of the 2**k cells, the
marginal likelihood of a graph is a product of Dirichlet-multinomial terms over its cliques divided by those over its
separators. For a set c of lists, delta_c = delta * 2**(k - |c|) and the margin y_c of the table completed by n0
missing people,

    L(c, n0) = lgamma(2**k delta) - lgamma(n + n0 + 2**k delta) + sum_cells lgamma(y_c + delta_c) - lgamma(delta_c)

and n0 enters only the all-absent cell. Every graph's log posterior at every n0 is then one matrix product:
(G x 2**k coefficients) times (2**k x nodes).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from darkfigure.chordal import ChordalGraphs
from darkfigure.grid import Floats, geometric_nodes, node_weights

AT_ONCE = 2048
NEGLIGIBLE = 30.0
"""Graphs whose best node lies this many nats below the best of all hold less than 1e-6 of the posterior together."""
BETWEEN_NODES = 3.0
"""The coarse nodes lie so close that no peak is higher than its nearest node by more than this, in nats."""


@dataclass(frozen=True)
class GraphPosterior:
    """log_density: (nodes,) log p(n0) up to a constant; weights: (G,) posterior of the graphs, given the nodes."""

    log_density: Floats
    weights: Floats


def set_terms(table: NDArray[np.int64], nodes: NDArray[np.int64], delta: float) -> Floats:
    """(2**k, nodes): L(c, n0) for every set c of lists. `table`: (2**k,) counts by bit code, 0 at the empty history."""
    k = len(table).bit_length() - 1
    cube = table.reshape((2,) * k)  # axis 0 is the list of the highest bit
    prior = delta * len(table)
    common = gammaln(prior) - gammaln(table.sum() + nodes + prior)
    result = np.zeros((len(table), len(nodes)))
    for code in range(1, len(table)):
        outside = tuple(k - 1 - i for i in range(k) if not code >> i & 1)
        margin = cube.sum(axis=outside).ravel()
        share = delta * 2.0 ** len(outside)
        seen = gammaln(margin[1:] + share).sum() - len(margin) * gammaln(share)
        result[code] = common + seen + gammaln(margin[0] + nodes + share)
    return result


def number_terms(observed: int, nodes: NDArray[np.int64], prior: str) -> Floats:
    """(nodes,): the multinomial coefficient's part in n0 and the log prior of N (`1/N` or `flat`)."""
    total = observed + nodes
    return np.asarray(gammaln(total + 1) - gammaln(nodes + 1) - (np.log(total) if prior == "1/N" else 0.0))


def graph_posterior(coefficients: NDArray[np.int8], terms: Floats, nodes: NDArray[np.int64]) -> GraphPosterior:
    """Sum over the graphs, the maximum subtracted. `terms`: (2**k, nodes) of `set_terms`, the number terms included
    in the row of the empty set, whose coefficient is taken as 1."""
    blocks = [slice(i, i + AT_ONCE) for i in range(0, len(coefficients), AT_ONCE)]
    top, weights = -np.inf, node_weights(nodes)
    density, mass = np.zeros(len(nodes)), np.zeros(len(coefficients))
    for block in blocks:
        log_joint = _log_joint(coefficients[block], terms)
        if (peak := float(log_joint.max())) > top:
            density, mass, top = density * np.exp(top - peak), mass * np.exp(top - peak), peak
        joint = np.exp(log_joint - top, out=log_joint)
        density += joint.sum(axis=0)
        mass[block] = joint @ weights
    return GraphPosterior(np.log(np.maximum(density, 1e-300)), mass / mass.sum())


def worth_keeping(coefficients: NDArray[np.int8], terms: Floats) -> NDArray[np.bool_]:
    """(G,): graphs whose log posterior at the nodes comes within `NEGLIGIBLE` of the best, on `coarse_nodes`."""
    blocks = (coefficients[i : i + AT_ONCE] for i in range(0, len(coefficients), AT_ONCE))
    peak = np.concatenate([_log_joint(block, terms).max(axis=1) for block in blocks])
    return np.asarray(peak > peak.max() - NEGLIGIBLE)


def coarse_nodes(observed: int, most: int) -> NDArray[np.int64]:
    """Nodes so close that no peak hides between two: n people hold information of at most about n on log n0."""
    step = np.sqrt(8 * BETWEEN_NODES / observed)
    return geometric_nodes(1, most, int(np.clip(np.log(most) / step, 100, 2000)))


def edge_probabilities(graphs: ChordalGraphs, weights: Floats) -> dict[tuple[int, int], float]:
    """The posterior probability that two lists are joined, for each pair."""
    return dict(zip(graphs.pairs, (weights @ graphs.edges).tolist(), strict=True))


def _log_joint(coefficients: NDArray[np.int8], terms: Floats) -> Floats:
    rows = coefficients.astype(np.float64)
    rows[:, 0] = 1.0
    return np.asarray(rows @ terms)
