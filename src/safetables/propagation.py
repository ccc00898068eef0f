"""Bounds that follow from one relation at a time, again and again, until nothing moves.

In every relation sum a_j x_j = b each number is bounded by b and the bounds of the others. These bounds hold, but need
not be the narrowest; where a solution reaches one, it is. They cost a few matrix products for the whole table and spare
most of the linear programs (Savelsbergh 1994; in disclosure control the shuttle algorithm of Dobra and Fienberg 2000).
"""

import numpy as np
from numpy.typing import NDArray

from safetables.errors import BadInput
from safetables.systems import INF, NEAR, System

MOST_ROUNDS = 200


class Contradiction(BadInput):
    """No numbers satisfy the system: what was published cannot all be true. `row` is a relation that fails."""

    def __init__(self, row: int) -> None:
        super().__init__("The published figures contradict one another.")
        self.row = row


def tightened(system: System) -> System:
    """The system with the bounds that single relations imply; `Contradiction` where they cross."""
    entries = system.matrix.tocoo()
    rows, columns, signs = entries.row, entries.col, entries.data
    low, high = system.low.copy(), system.high.copy()
    for _ in range(MOST_ROUNDS):
        before = (low.copy(), high.copy())
        least = _terms(signs, low[columns], high[columns])
        most = _terms(signs, high[columns], low[columns])
        upper = _rest(system.row_high, rows, least, INF)
        lower = _rest(system.row_low, rows, most, -INF)
        with np.errstate(invalid="ignore"):
            above = np.where(signs > 0, upper, lower) / signs
            below = np.where(signs > 0, lower, upper) / signs
        np.minimum.at(high, columns, above)
        np.maximum.at(low, columns, below)
        if system.whole:
            low, high = np.ceil(low - NEAR), np.floor(high + NEAR)
        _require_open(low, high, rows, columns)
        if np.array_equal(before[0], low) and np.array_equal(before[1], high):
            break
        if not system.whole and _still(before, low, high):
            break
    return system.bounded(low, np.maximum(low, high))


def _terms(signs: NDArray[np.float64], up: NDArray[np.float64], down: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each term of each relation at its least: a positive one at `up`, a negative one at `down`."""
    return np.where(signs > 0, signs * up, signs * down)


def _rest(
    limit: NDArray[np.float64], rows: NDArray[np.int64], terms: NDArray[np.float64], endless: float
) -> NDArray[np.float64]:
    """What the limit of its relation leaves for each term when all the others are at their extreme."""
    infinite = ~np.isfinite(terms)
    many = np.bincount(rows, weights=infinite, minlength=len(limit))
    finite = np.where(infinite, 0.0, terms)
    sums = np.bincount(rows, weights=finite, minlength=len(limit))
    others_endless = many[rows] - infinite > 0
    return np.where(others_endless, endless, limit[rows] - (sums[rows] - finite))


def _require_open(
    low: NDArray[np.float64], high: NDArray[np.float64], rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> None:
    crossed = low > high + NEAR * np.maximum(1.0, np.abs(np.where(np.isfinite(low), low, 1.0)))
    if crossed.any():
        at = int(crossed.argmax())
        met = rows[columns == at]
        raise Contradiction(int(met[0]) if met.size else -1)


def _still(
    before: tuple[NDArray[np.float64], NDArray[np.float64]], low: NDArray[np.float64], high: NDArray[np.float64]
) -> bool:
    """Sums can creep towards a limit for ever; what moves by a millionth is taken to stand."""
    with np.errstate(invalid="ignore"):
        moved = np.concatenate([low - before[0], before[1] - high])
    return bool(np.nanmax(moved, initial=0.0) < 1e-6)
