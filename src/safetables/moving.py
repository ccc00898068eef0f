"""The cheapest way to move one sensitive cell as far as it needs, and the cells that have to be hidden for it.

A movement f of the counts keeps every total: A f = 0. The one that takes a cell to its goal at the least weight of
cells touched is approximated by a linear program in which each unit costs its cell's weight over the cell's part of
the goal; cells hidden already move free (Kelly, Golden and Assad 1992; Castro 2002; Fischetti and Salazar 2001).
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from safetables.problems import Problem
from safetables.programs import program
from safetables.systems import System
from safetables.whole import is_whole

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
FREE = 1e-4
TRIES = 12
"""A program whose answer is in fractions is asked so often in all,"""
NEARLY = 0.3
"""each time with costs that are up to so much more, by chance, than the time before."""


class Moving:
    """Movements of the cells `movable` of a problem. Each goal starts from the last answer."""

    def __init__(self, problem: Problem, movable: Mask, weights: Floats) -> None:
        self._problem = problem
        self._weights = weights
        self._columns = np.flatnonzero(movable)
        self._at = {place: at for at, place in enumerate(self._columns.tolist())}
        values, base = problem.values[self._columns], problem.base
        self._down = np.maximum(values - base.low[self._columns], 0.0)
        self._up = np.maximum(base.high[self._columns] - values, 0.0)
        part = sparse.csr_array(base.matrix[:, self._columns])
        rows = np.flatnonzero(np.diff(part.indptr))
        both = sparse.csr_array(sparse.hstack([part[rows], -part[rows]], format="csr"))
        now = (base.matrix @ problem.values)[rows]
        self._many = len(self._columns)
        self._high = np.concatenate([self._up, self._down])
        nought = np.zeros(2 * self._many)
        self._whole = base.whole
        self._program = program(
            System(both, base.row_low[rows] - now, base.row_high[rows] - now, nought, self._high, False)
        )
        self._all = np.arange(2 * self._many)

    def move(self, place: int, by: float, hidden: Mask) -> Floats | None:
        """The movement of all cells that takes one by `by`, up if it is positive; None where there is none."""
        if place not in self._at:
            return None
        at = self._at[place] + (0 if by > 0 else self._many)
        other = self._at[place] + (self._many if by > 0 else 0)
        pair = np.array([at, other])
        costs, goal = self._costs(abs(by), hidden), np.array([abs(by), 0.0])
        self._program.bounds(pair, goal, goal)
        point = self._solved(costs)
        self._program.bounds(pair, np.zeros(2), self._high[pair])
        if point is None:
            return None
        moved = np.zeros(len(self._problem.values))
        moved[self._columns] = point[: self._many] - point[self._many :]
        return np.where(np.abs(moved) < 1e-7, 0.0, moved)

    def _solved(self, costs: Floats) -> Floats | None:
        """The cheapest; where that is in fractions, one in whole numbers that is nearly as cheap, if one comes up."""
        best: Floats | None = None
        random = np.random.default_rng(0)
        for turn in range(TRIES if self._whole else 1):
            self._program.costs(self._all, costs * random.uniform(1.0, 1.0 + NEARLY * turn, len(costs)))
            found = self._program.solve()
            if found.status != "optimal":
                break
            if turn == 0 or is_whole(found.point):
                best = found.point
            if is_whole(found.point):
                break
        return best

    def _costs(self, amount: float, hidden: Mask) -> Floats:
        free = (hidden | self._problem.free)[self._columns]
        weights = np.where(free, FREE, self._weights[self._columns])
        up, down = (np.clip(one / amount, 1e-3, 1.0) for one in (self._up, self._down))
        return np.concatenate([weights / up, weights / down])
