"""Linear programs that are asked again and again with other costs and bounds.

HiGHS comes with scipy, whose public functions start every program from nothing. The same solver kept in memory goes on
from where the last one ended, which is tens of times faster for the thousands of questions about one table. scipy keeps
it behind an underscore: where it is not there, or is not as expected, `linprog` answers instead, the same but slower.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import OptimizeResult, linprog

from safetables.systems import System

try:
    from scipy.optimize._highspy import _core as _highs
except ImportError:  # pragma: no cover - scipy moves what is behind its underscore
    _highs = None

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Solution:
    """`status`: "optimal", "unbounded" or "infeasible"; `point` a solution, `duals` the price of each relation."""

    status: str
    value: float
    point: Floats
    duals: Floats


class Program(Protocol):
    """min cost . x over a system. Columns start with cost nought."""

    def costs(self, columns: NDArray[np.int64], values: Floats) -> None:
        """Set what these columns cost."""

    def bounds(self, columns: NDArray[np.int64], low: Floats, high: Floats) -> None:
        """Set where these columns lie."""

    def solve(self) -> Solution:
        """The least cost."""


def program(system: System) -> Program:
    """The fastest program that is there for a system."""
    return Kept(system) if _highs is not None and hasattr(_highs, "_Highs") else Fresh(system)


class Kept:
    """HiGHS in memory: each question starts from the last answer."""

    def __init__(self, system: System) -> None:
        self._solver = _highs._Highs()
        for name, value in (("output_flag", False), ("presolve", "off"), ("threads", 1), ("simplex_strategy", 4)):
            self._solver.setOptionValue(name, value)
        self._solver.passModel(_model(system))

    def costs(self, columns: NDArray[np.int64], values: Floats) -> None:
        """Set what these columns cost."""
        self._solver.changeColsCost(len(columns), columns.astype(np.int32), values.astype(float))

    def bounds(self, columns: NDArray[np.int64], low: Floats, high: Floats) -> None:
        """Set where these columns lie."""
        self._solver.changeColsBounds(len(columns), columns.astype(np.int32), low.astype(float), high.astype(float))

    def solve(self) -> Solution:
        """The least cost."""
        self._solver.run()
        status = _STATUS.get(self._solver.getModelStatus().name, "failed")
        if status == "failed":  # numerical trouble: once more from nothing
            self._solver.clearSolver()
            self._solver.run()
            status = _STATUS.get(self._solver.getModelStatus().name, "failed")
        found = self._solver.getSolution()
        value = float(self._solver.getObjectiveValue())
        return Solution(status, value, np.array(found.col_value), np.array(found.row_dual))


_STATUS = {
    "kOptimal": "optimal",
    "kUnbounded": "unbounded",
    "kUnboundedOrInfeasible": "unbounded",
    "kInfeasible": "infeasible",
}


def _model(system: System) -> Any:
    matrix = sparse.csc_array(system.matrix)
    rows, columns = matrix.shape
    model = _highs.HighsLp()
    model.num_row_, model.num_col_ = rows, columns
    model.col_cost_ = np.zeros(columns)
    model.col_lower_, model.col_upper_ = system.low.astype(float), system.high.astype(float)
    model.row_lower_, model.row_upper_ = system.row_low.astype(float), system.row_high.astype(float)
    inner = model.a_matrix_
    inner.format_ = _highs.MatrixFormat.kColwise
    inner.num_row_, inner.num_col_ = rows, columns
    inner.start_, inner.index_ = matrix.indptr.astype(np.int32), matrix.indices.astype(np.int32)
    inner.value_ = matrix.data.astype(float)
    return model


class Fresh:
    """scipy's `linprog`: each question from nothing."""

    def __init__(self, system: System) -> None:
        self._many, columns = system.matrix.shape
        self._cost = np.zeros(columns)
        self._low, self._high = system.low.astype(float), system.high.astype(float)
        equal = system.row_low == system.row_high
        upper, lower = ~equal & np.isfinite(system.row_high), ~equal & np.isfinite(system.row_low)
        self._rows = (np.flatnonzero(equal), np.flatnonzero(upper), np.flatnonzero(lower))
        matrix = system.matrix
        self._equal, self._right = matrix[self._rows[0]], system.row_low[equal]
        self._inner = sparse.vstack([matrix[self._rows[1]], -matrix[self._rows[2]]], format="csr")
        self._limit = np.concatenate([system.row_high[upper], -system.row_low[lower]])

    def costs(self, columns: NDArray[np.int64], values: Floats) -> None:
        """Set what these columns cost."""
        self._cost[columns] = values

    def bounds(self, columns: NDArray[np.int64], low: Floats, high: Floats) -> None:
        """Set where these columns lie."""
        self._low[columns], self._high[columns] = low, high

    def solve(self) -> Solution:
        """The least cost."""
        found = linprog(
            self._cost,
            A_eq=self._equal if self._equal.shape[0] else None,
            b_eq=self._right if self._equal.shape[0] else None,
            A_ub=self._inner if self._inner.shape[0] else None,
            b_ub=self._limit if self._inner.shape[0] else None,
            bounds=np.column_stack([self._low, self._high]),
            method="highs-ds",
        )
        status = {0: "optimal", 2: "infeasible", 3: "unbounded"}.get(found.status, "failed")
        if status != "optimal":
            return Solution(status, float("nan"), np.zeros(self._cost.size), np.zeros(self._many))
        return Solution("optimal", float(found.fun), found.x, self._prices(found))

    def _prices(self, found: OptimizeResult) -> Floats:
        """One price for each relation, as `Kept` has them."""
        equal, upper, lower = self._rows
        prices = np.zeros(self._many)
        if equal.size:
            prices[equal] = found.eqlin.marginals
        if self._inner.shape[0]:
            np.add.at(prices, upper, found.ineqlin.marginals[: upper.size])
            np.add.at(prices, lower, -found.ineqlin.marginals[upper.size :])
        return prices
