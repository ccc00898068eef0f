"""Sums over subsets and supersets of lists, for many tables at once.

A set of lists is a bit mask; an array has a row for each of the 2**k masks and a column for each table ("lane").
Both transforms take k * 2**(k-1) additions a lane (Yates 1937; Kennes and Smets 1990).
"""

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def superset_sums(values: Floats) -> Floats:
    """Row s: the sum of the rows that contain s; shape (2**k, B), in place."""
    block = 1
    while block < len(values):
        pairs = values.reshape(-1, 2, block, values.shape[1])
        pairs[:, 0] += pairs[:, 1]
        block *= 2
    return values


def subset_sums(values: Floats) -> Floats:
    """Row w: the sum of the rows that w contains; shape (2**k, B), in place."""
    block = 1
    while block < len(values):
        pairs = values.reshape(-1, 2, block, values.shape[1])
        pairs[:, 1] += pairs[:, 0]
        block *= 2
    return values


@cache
def masks_of_order(lists: int, order: int) -> tuple[int, ...]:
    """Bit masks of the sets of `order` lists, in lexicographic order of their lists: (1,2), (1,3), ... (2,3), ..."""
    return tuple(sum(1 << place for place in places) for places in combinations(range(lists), order))


def main_effects(lists: int) -> NDArray[np.bool_]:
    """The independence model as a column of terms, shape (2**k,): the intercept and each list."""
    terms = np.zeros(2**lists, dtype=bool)
    terms[[0, *masks_of_order(lists, 1)]] = True
    return terms


def table_of(cells: NDArray[np.int64]) -> Floats:
    """Counts of the observable cells, (..., 2**k - 1), as columns with the unobservable cell's zero on top."""
    rows = np.atleast_2d(cells).T
    return np.vstack([np.zeros((1, rows.shape[1])), rows]).astype(np.float64)
