"""Solutions in whole numbers, where those of the linear program are not.

A table of two dimensions is a network: its linear programs end in whole numbers. From three dimensions on they need not
(Fischetti and Salazar 2001), and a bound that only fractions reach is wider than what is true of counts.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from safetables.systems import System

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
NODES = 200


def is_whole(point: Floats) -> bool:
    """Are all its numbers whole?"""
    return bool(np.abs(point - np.round(point)).max(initial=0.0) < 1e-5)


class Whole:
    """Asks mixed-integer programs about one block."""

    def __init__(self, system: System) -> None:
        self._system = system

    def near(self, point: Floats, places: Places, goals: Floats, *, up: bool) -> Floats | None:
        """A whole solution within two of a fractional one that gets these numbers as far as it can: one that differs
        only where it is no whole number, or beside that, or anywhere."""
        sign = 1.0 if up else -1.0
        best, aim = None, np.floor(sign * float(point[places].sum()) + 1e-6)
        for free in self._circles(point):
            low = np.where(free, np.maximum(np.floor(point) - 2, self._system.low), np.round(point))
            high = np.where(free, np.minimum(np.ceil(point) + 2, self._system.high), np.round(point))
            found = self._best(low, high, places, goals, up=up)[0]
            if found is None:
                continue
            if best is None or sign * found[places].sum() > sign * best[places].sum():
                best = found
            if sign * best[places].sum() >= aim:
                break
        return best

    def _circles(self, point: Floats) -> Iterator[NDArray[np.bool_]]:
        """Which numbers may differ, from a few to all."""
        free = np.abs(point - np.round(point)) > 1e-5
        yield free
        touched = abs(self._system.matrix).T @ (abs(self._system.matrix) @ free.astype(float)) > 0
        if len(point) > 2 * touched.sum():
            yield touched
        yield np.ones(len(point), dtype=bool)

    def furthest(self, place: int, goal: float, *, up: bool) -> tuple[Floats | None, float]:
        """The furthest whole solution found, and how far any can go."""
        return self._best(self._system.low, self._system.high, np.array([place]), np.array([goal]), up=up)

    def _best(
        self, low: Floats, high: Floats, places: Places, goals: Floats, *, up: bool
    ) -> tuple[Floats | None, float]:
        cost = np.zeros(len(low))
        cost[places] = -1.0 if up else 1.0
        low, high = low.copy(), high.copy()
        if up:
            high[places] = np.maximum(np.minimum(goals, high[places]), low[places])
        else:
            low[places] = np.minimum(np.maximum(goals, low[places]), high[places])
        found = solved(self._system, cost, low, high)
        sign = -1.0 if up else 1.0
        bound = sign * found.mip_dual_bound if found.mip_dual_bound is not None else -sign * np.inf
        return (None if found.x is None else np.round(found.x)), float(bound)


def nearest_whole(system: System, point: Floats) -> Floats:
    """Any whole solution, near the point if there is one; the point itself where none is found."""
    for reach in (2.0, np.inf):
        low = np.maximum(np.floor(point) - reach, system.low)
        high = np.minimum(np.ceil(point) + reach, system.high)
        found = solved(system, np.zeros(len(point)), low, high)
        if found.x is not None:
            return np.asarray(np.round(found.x))
    return point


def solved(system: System, cost: Floats, low: Floats, high: Floats, nodes: int = NODES) -> OptimizeResult:
    """scipy's answer to min cost . x in whole numbers."""
    rows = LinearConstraint(system.matrix, system.row_low, system.row_high)
    options = {"node_limit": nodes, "time_limit": 20.0}
    return milp(cost, integrality=np.ones(len(cost)), bounds=Bounds(low, high), constraints=rows, options=options)
