"""Movements that were found on the way, kept as witnesses: the truth and a movement make a table that is possible.

A movement keeps every total, so that the table agrees with all that is shown as long as each cell that moves is hidden,
and stays within what is said of it. That is looked at anew for whatever is hidden in the end.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from safetables.systems import System

Floats = NDArray[np.float64]


class Movements:
    """Those of `many` numbers. Only what differs from nought is kept."""

    def __init__(self, many: int) -> None:
        self._many = many
        self._cells: list[NDArray[np.int64]] = []
        self._by: list[Floats] = []

    def add(self, moved: Floats, columns: NDArray[np.int64] | None = None) -> None:
        """One more: how far each number moves, or each of those in `columns`, all others standing still."""
        cells = np.flatnonzero(moved)
        self._cells.append(cells if columns is None else columns[cells])
        self._by.append(moved[cells])

    def limits(self, system: System, truth: Floats) -> tuple[Floats, Floats]:
        """The least and the greatest of each number over the truth and those of the movements that the system allows:
        in counts the whole ones."""
        if not self._cells:
            return truth.copy(), truth.copy()
        cells, by = np.concatenate(self._cells), np.concatenate(self._by)
        which = np.repeat(np.arange(len(self._cells)), [len(one) for one in self._cells])
        if system.whole:
            by = np.where(np.abs(by - np.round(by)) < 1e-5, np.round(by), np.nan)
        there = truth[cells] + by
        fits = np.isfinite(by) & (there >= system.low[cells] - 1e-9) & (there <= system.high[cells] + 1e-9)
        allowed = np.ones(len(self._cells), dtype=bool)
        allowed[which[~fits]] = False
        kept = allowed[which]
        moves = sparse.csr_array((by[kept], (which[kept], cells[kept])), shape=(len(self._cells), self._many))
        sums, now = (system.matrix @ moves.T).tocoo(), system.matrix @ truth
        after = now[sums.row] + sums.data
        breaks = (after < system.row_low[sums.row] - 1e-6) | (after > system.row_high[sums.row] + 1e-6)
        allowed[sums.col[breaks]] = False
        kept &= allowed[which]
        low, high = truth.copy(), truth.copy()
        np.minimum.at(low, cells[kept], there[kept])
        np.maximum.at(high, cells[kept], there[kept])
        return low, high
