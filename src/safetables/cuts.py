"""What every suppression has to satisfy: one inequality for each set of prices.

For any prices p of the relations and any movement f that keeps all totals (A f = 0), f_i = sum_j g_j f_j with g = e_i
- A'p. A cell that is shown does not move, one that is hidden at most from its lower to its upper limit, so that

    sum_j (max(g_j, 0) up_j + max(-g_j, 0) down_j) y_j >= need_i

for the y of every suppression that protects cell i upwards; the same with -e_i downwards. No coefficient need be more
than what the sensitive cells leave of the need (Fischetti and Salazar 2001, strengthened capacity constraints).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from safetables.problems import Problem
from safetables.programs import program
from safetables.systems import INF, System

Floats = NDArray[np.float64]
NEAR = 1e-6


@dataclass(frozen=True, eq=False)
class Cut:
    """sum of coefficients times y >= right, over the cells at `places`."""

    places: NDArray[np.int64]
    coefficients: Floats
    right: float

    def value(self, chosen: Floats) -> float:
        """What the left side comes to."""
        return float(self.coefficients @ chosen[self.places])


def goals_of(problem: Problem) -> list[tuple[int, bool, float]]:
    """The needs of a problem as movements: (place, up?, how far), those of no distance left out."""
    wanted, values = problem.needs, problem.values[problem.needs.places]
    ways = ((True, wanted.high - values), (False, values - wanted.low))
    pairs = (
        (place, up, far) for up, fars in ways for place, far in zip(wanted.places.tolist(), fars.tolist(), strict=True)
    )
    return [(place, up, far) for place, up, far in pairs if far > NEAR]


class Cutting:
    """Makes cuts for one problem, asking the attacker of the movements that a choice of cells allows."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.choice = np.flatnonzero(problem.may_hide & ~problem.sensitive)
        base, values = problem.base, problem.values
        self._up, self._down = np.maximum(base.high - values, 0.0), np.maximum(values - base.low, 0.0)
        self._given = problem.sensitive | problem.free
        self._columns = np.flatnonzero(problem.may_hide | problem.free)
        self._transposed = sparse.csr_array(base.matrix.T)
        self._inner = sparse.csr_array(base.matrix[:, self._columns])
        now = base.matrix @ values
        low, high = base.row_low - now, base.row_high - now
        limits = np.full(len(self._columns), INF)
        self._program = program(System(self._inner, low, high, -limits, limits, False))
        self._at = {place: at for at, place in enumerate(self._columns.tolist())}

    def allow(self, chosen: Floats) -> None:
        """Let every cell move as far as it is chosen, from 0 (shown) to 1 (hidden)."""
        part = np.where(self._given, 1.0, chosen)[self._columns]
        with np.errstate(invalid="ignore"):
            up = np.where(part > 0, self._up[self._columns] * part, 0.0)
        down = self._down[self._columns] * part
        self._program.bounds(np.arange(len(self._columns)), -down, up)

    def violated(self, place: int, far: float, *, up: bool) -> Cut | None:
        """The cut that the movements allowed violate; None where the cell goes as far as it needs."""
        one = np.array([self._at[place]])
        sign = 1.0 if up else -1.0
        self._program.costs(one, np.array([-sign]))
        found = self._program.solve()
        self._program.costs(one, np.zeros(1))
        if found.status != "optimal" or sign * found.point[one[0]] >= far - NEAR:
            return None
        return self.cut(place, far, -found.duals, up=up)

    def cut(self, place: int, far: float, prices: Floats, *, up: bool) -> Cut | None:
        """The cut of these prices."""
        worth = -(self._transposed @ prices)
        worth[place] += 1.0 if up else -1.0
        worth[np.abs(worth) < 1e-9] = 0.0
        with np.errstate(invalid="ignore"):
            reach = np.where(worth > 0, worth * self._up, np.where(worth < 0, -worth * self._down, 0.0))
        left = far - float(reach[self._given].sum())
        if not left > NEAR:
            return None
        kept = self.choice[reach[self.choice] > 1e-9]
        return Cut(kept, np.minimum(reach[kept], left) / left, 1.0)

    def single(self, place: int, far: float, *, up: bool) -> list[Cut]:
        """The cuts of each relation that the cell stands in, alone."""
        start, end = self._transposed.indptr[place : place + 2]
        found = []
        for row, factor in zip(self._transposed.indices[start:end], self._transposed.data[start:end], strict=True):
            prices = np.zeros(self._inner.shape[0])
            prices[row] = (1.0 if up else -1.0) / factor
            cut = self.cut(place, far, prices, up=up)
            if cut is not None:
                found.append(cut)
        return found
