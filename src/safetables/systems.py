"""What an attacker knows, as arithmetic: unknown numbers x with bounds, and relations between them.

row_low <= A x <= row_high, low <= x <= high. What is published exactly has low = high. Everything that is true
satisfies the system; what the attacker can conclude of one number is its least and its greatest value over all
solutions (Hundepool et al. 2012; Fischetti and Salazar 2001, the attacker's subproblems).
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

INF = float("inf")
NEAR = 1e-7


@dataclass(frozen=True, eq=False)
class System:
    """`matrix` A, shape (relations, numbers), with its limits, and the limits of the numbers; `whole`: they are
    counts."""

    matrix: sparse.csr_array
    row_low: NDArray[np.float64]
    row_high: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    whole: bool = True

    @cached_property
    def unknown(self) -> NDArray[np.bool_]:
        """Which numbers are not known to the last unit."""
        return self.high - self.low > NEAR

    def bounded(self, low: NDArray[np.float64], high: NDArray[np.float64]) -> "System":
        """The same relations between numbers of other bounds."""
        return replace(self, low=low, high=high)

    def reduced(self) -> "Reduced":
        """Only what is unknown, with what is known moved to the other side; relations of known numbers are left out."""
        columns = np.flatnonzero(self.unknown)
        matrix = sparse.csr_array(self.matrix[:, columns])
        known = np.where(self.unknown, 0.0, self.low)
        moved = self.matrix @ known
        rows = np.flatnonzero(np.diff(matrix.indptr))
        inner = System(
            sparse.csr_array(matrix[rows]),
            (self.row_low - moved)[rows],
            (self.row_high - moved)[rows],
            self.low[columns],
            self.high[columns],
            self.whole,
        )
        return Reduced(inner, columns, rows)


@dataclass(frozen=True, eq=False)
class Reduced:
    """A part of a system: its numbers are `columns`, its relations `rows` of the whole one."""

    system: System
    columns: NDArray[np.int64]
    rows: NDArray[np.int64]

    def blocks(self) -> list["Reduced"]:
        """The parts that share no relation: each can be asked alone."""
        matrix = self.system.matrix
        many = matrix.shape[1]
        if not many:
            return []
        touching = sparse.csr_array(abs(matrix).T @ abs(matrix))
        count, label = csgraph.connected_components(touching, directed=False)
        order = np.argsort(label, kind="stable")
        ends = np.cumsum(np.bincount(label, minlength=count))
        return [self._part(columns) for columns in np.split(order, ends[:-1])]

    def _part(self, columns: NDArray[np.int64]) -> "Reduced":
        whole = self.system
        matrix = sparse.csr_array(whole.matrix[:, columns])
        rows = np.flatnonzero(np.diff(matrix.indptr))
        part = System(
            sparse.csr_array(matrix[rows]),
            whole.row_low[rows],
            whole.row_high[rows],
            whole.low[columns],
            whole.high[columns],
            whole.whole,
        )
        return Reduced(part, self.columns[columns], self.rows[rows])
