"""All decomposable (chordal) graphs on a few lists, written as sums of clique terms minus separator terms.

A graph is chordal when its vertices can be taken away one by one so that the neighbours left of each are all joined
to one another (a perfect elimination order; Fulkerson and Gross 1965). With v_1, ..., v_k in such an order and B_i the
neighbours of v_i that are still there, any distribution Markov to the graph factorises as

    p = prod_i p(v_i and B_i) / p(B_i)                                                       (Lauritzen 1996, s. 3.4)

so a graph needs only one row of integer coefficients, one for each set of lists: +1 at its maximal cliques, minus the
multiplicity at its separators; everything else cancels.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

MOST_LISTS = 7
"""2**21 graphs are tested for seven lists; eight would be 2**28."""


@dataclass(frozen=True)
class ChordalGraphs:
    """The G chordal graphs on k lists.

    `edges`: (G, k(k-1)/2) bool, pairs in lexicographic order.
    `coefficients`: (G, 2**k) int8, column s for the set of lists whose bits are set in s.
    """

    pairs: tuple[tuple[int, int], ...]
    edges: NDArray[np.bool_]
    coefficients: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.edges)

    def cliques(self, graph: int) -> tuple[tuple[int, ...], ...]:
        """The maximal cliques of one graph, as tuples of list numbers."""
        found = np.flatnonzero(self.coefficients[graph] > 0).tolist()
        return tuple(sorted(tuple(i for i in range(code.bit_length()) if code >> i & 1) for code in found))


@lru_cache(maxsize=MOST_LISTS)
def chordal_graphs(k: int) -> ChordalGraphs:
    """All chordal graphs on `k` labelled lists: 2, 8, 61, 822, 18154, 617675 for k = 2, ..., 7 (OEIS A058862).

    >>> [len(chordal_graphs(k)) for k in (3, 4, 5)]
    [8, 61, 822]
    """
    if not 1 <= k <= MOST_LISTS:
        raise ValueError(f"chordal graphs are listed for 1 to {MOST_LISTS} lists, not {k}")
    pairs = tuple(combinations(range(k), 2))
    codes = np.arange(1 << len(pairs), dtype=np.int32)
    chordal, taken, left = _eliminate(_neighbours(codes, pairs, k), k)
    codes, taken, left = codes[chordal], taken[:, chordal], left[:, chordal]
    edges = (codes[:, None] >> np.arange(len(pairs)) & 1).astype(bool)
    return ChordalGraphs(pairs, edges, _coefficients(taken, left, k))


def _neighbours(codes: NDArray[np.int32], pairs: tuple[tuple[int, int], ...], k: int) -> NDArray[np.uint8]:
    """(k, G) bit sets: the neighbours of each vertex in each graph."""
    result = np.zeros((k, len(codes)), dtype=np.uint8)
    for bit, (i, j) in enumerate(pairs):
        edge = (codes >> bit & 1).astype(np.uint8)
        result[i] |= edge << j
        result[j] |= edge << i
    return result


def _eliminate(neighbours: NDArray[np.uint8], k: int) -> tuple[NDArray[np.bool_], NDArray[np.uint8], NDArray[np.uint8]]:
    """Take a simplicial vertex from every graph, k times: (chordal?, vertex taken as bit, neighbours left), by step."""
    graphs = neighbours.shape[1]
    present = np.full(graphs, (1 << k) - 1, dtype=np.uint8)
    taken, left = np.zeros((2, k, graphs), dtype=np.uint8)
    for step in range(k):
        for v in range(k):
            bit = np.uint8(1 << v)
            around = neighbours[v] & present
            takes = (taken[step] == 0) & (present & bit != 0) & _complete(around, neighbours)
            taken[step][takes] = bit
            left[step][takes] = around[takes]
        present &= ~taken[step]
    return present == 0, taken, left


def _complete(members: NDArray[np.uint8], neighbours: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether all the vertices in `members` are joined to one another, graph by graph."""
    result = np.ones(len(members), dtype=bool)
    for u in range(len(neighbours)):
        outside = (members & ~neighbours[u]) != np.uint8(1 << u)
        result &= (members >> u & 1 == 0) | ~outside
    return result


def _coefficients(taken: NDArray[np.uint8], left: NDArray[np.uint8], k: int) -> NDArray[np.int8]:
    """Sum over the steps of +1 at {v} with its neighbours left and -1 at those neighbours."""
    rows = np.arange(taken.shape[1])
    result = np.zeros((len(rows), 1 << k), dtype=np.int8)
    for vertex, around in zip(taken, left, strict=True):
        result[rows, vertex | around] += 1
        result[rows, around] -= 1
    return result
