"""Positions of one component: distances on the chart follow distances in the network.

Classical scaling on the distances to a few things far from each other (pivots) gives the beginning (Brandes and Pich,
2007); then joined things pull and near things push (Fruchterman and Reingold, 1991) until the picture is still. Only
things near each other push, so that the time grows with the size of the component and not with its square.
"""

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from pentameter.entities.network.layout.boxes import Positions, near_pairs
from pentameter.entities.network.shape import Pair

_PIVOTS = 40
_ROUNDS = 90
_REACH = 2.6
"""How far things push, in lengths of a spring."""


def settled(count: int, pairs: tuple[Pair, ...], length: float) -> Positions:
    """Positions of `count` things that hang together by `pairs`; `length` is about how long a link shall be."""
    if count == 1:
        return np.zeros((1, 2))
    if count == 2:
        return np.array([[-length / 2, 0.0], [length / 2, 0.0]])
    ends = np.array(pairs, dtype=np.int64)
    return _stilled(_begun(count, ends) * length, ends, length)


def _begun(count: int, ends: npt.NDArray[np.int64]) -> Positions:
    """Classical scaling on the distances to the pivots, in links."""
    weights = np.ones(len(ends))
    graph = csr_array((weights, (ends[:, 0], ends[:, 1])), shape=(count, count))
    away = _to_pivots(graph, count)
    squared = away**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = centred @ vectors[:, np.argsort(values)[::-1][:2]]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])])
    flat = np.column_stack([axes[:, 0], axes[:, 1] if axes.shape[1] > 1 else np.zeros(count)])
    spread = np.sqrt((flat**2).sum(axis=1).mean()) or 1.0
    turn = np.arange(count) * 2.399963  # things at one distance from every pivot would stand on one point
    return flat / spread * (away.mean() or 1.0) + 0.35 * np.column_stack([np.cos(turn), np.sin(turn)])


def _to_pivots(graph: csr_array, count: int) -> npt.NDArray[np.float64]:
    """(n, pivots): the distance of everything to each pivot; each pivot is the thing farthest from those before it."""
    found: list[npt.NDArray[np.float64]] = []
    nearest = np.full(count, np.inf)
    pivot = 0
    for _ in range(min(_PIVOTS, count)):
        reached = dijkstra(graph, directed=False, indices=pivot, unweighted=True)
        found.append(reached)
        nearest = np.minimum(nearest, reached)
        pivot = int(nearest.argmax())
    return np.column_stack(found)


def _stilled(at: Positions, ends: npt.NDArray[np.int64], length: float) -> Positions:
    """Let joined things pull and near things push, in ever smaller steps."""
    degree = np.bincount(ends.ravel(), minlength=len(at)).astype(float)
    for step in np.linspace(length, length * 0.02, _ROUNDS):
        force = _pull(at, ends, length, degree) + _push(at, length)
        size = np.sqrt((force**2).sum(axis=1))
        at = at + force / np.maximum(size, 1e-9)[:, None] * np.minimum(size, step)[:, None]
    middle: Positions = at - at.mean(axis=0)
    return middle


def _pull(at: Positions, ends: npt.NDArray[np.int64], length: float, degree: npt.NDArray[np.float64]) -> Positions:
    one, other = ends[:, 0], ends[:, 1]
    way = at[other] - at[one]
    far = np.sqrt((way**2).sum(axis=1))
    strength = far / length / np.sqrt(np.minimum(degree[one], degree[other]))
    pulled = way * strength[:, None]
    force = np.zeros_like(at)
    np.add.at(force, one, pulled)
    np.add.at(force, other, -pulled)
    return force


def _push(at: Positions, length: float) -> Positions:
    near = near_pairs(at, _REACH * length)
    one, other = near[:, 0], near[:, 1]
    way = at[other] - at[one]
    far = np.maximum((way**2).sum(axis=1), (0.05 * length) ** 2)
    pushed = way * (length**2 / far)[:, None]
    force = np.zeros_like(at)
    np.add.at(force, one, -pushed)
    np.add.at(force, other, pushed)
    return force
