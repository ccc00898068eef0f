"""Columns that let people differ in how easily they are seen, added to a log-linear model.

With tau times h(|w|), |w| the number of lists in the history, people who are easily seen by one list are so by all:
a Poisson, Darroch (normal) or Gamma mixture of capture probabilities on the logit scale (Rivest and Baillargeon 2007,
Biometrics 63). The columns of the lower bound leave only histories of one or two lists to speak of the unseen.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from darkfigure.designs import Columns
from darkfigure.errors import BadInput
from darkfigure.identify import FINITE, design_of
from darkfigure.lattice import Floats, superset_sums
from darkfigure.newton import solve
from darkfigure.outcomes import Outcomes
from darkfigure.regression import Regression

_SHAPES: dict[str, Callable[[NDArray[np.float64]], NDArray[np.float64]]] = {
    "poisson": lambda seen: 2.0**seen - 1.0,
    "darroch": lambda seen: seen**2 / 2.0,
    "gamma": lambda seen: np.log(3.5) - np.log(3.5 + seen),
}
KINDS = (*_SHAPES, "lower bound")


def columns(kind: str | None, lists: int) -> Floats:
    """Values (2**k, c) of the columns for each history; none for None."""
    seen = np.array([float(code.bit_count()) for code in range(2**lists)])
    if kind is None:
        return np.zeros((2**lists, 0))
    if kind == "lower bound":
        return np.asarray(np.maximum(seen[:, None] - np.arange(3, lists + 1) + 1.0, 0.0))
    if kind not in _SHAPES:
        raise BadInput(f"There is no heterogeneity {kind!r}: {', '.join(KINDS)}.")
    return _SHAPES[kind](seen)[:, None]


@dataclass(frozen=True)
class Extended:
    """A hierarchical model, `terms` (2**k,), with further columns `extra` (2**k, c), all non-negative if `bounded`."""

    terms: NDArray[np.bool_]
    extra: Floats
    bounded: bool

    def choose(self, tables: Floats) -> Outcomes:
        """Fit many tables (2**k, B) at once; the verdict of the cone for those that do not converge."""
        alive, keep, dark, converged = self._fitted(tables)
        status = np.zeros(len(dark), dtype=np.int8)
        for lane in np.flatnonzero(~converged):
            regression = self._regression(tables[:, lane], alive[:, lane], keep[:, lane])
            status[lane] = regression.verdict().status
            if status[lane] == FINITE:
                dark[lane] = regression.fit().dark_figure
        return Outcomes(tables.sum(axis=0), dark, status)

    def regression(self, counts: NDArray[np.float64]) -> Regression:
        """The same for one table, (2**k,), with the columns that its bounds leave."""
        alive, keep, _, _ = self._fitted(counts[:, None])
        return self._regression(counts, alive[:, 0], keep[:, 0])

    @property
    def matrix(self) -> Floats:
        """All columns, terms first, over all cells."""
        return np.hstack([design_of(self.terms, np.ones_like(self.terms)), self.extra])

    def _fitted(
        self, tables: Floats
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.float64], NDArray[np.bool_]]:
        matrix, terms = self.matrix, int(self.terms.sum())
        realised = superset_sums(tables.copy())[np.flatnonzero(self.terms)] > 0
        alive = np.vstack([realised, np.ones((self.extra.shape[1], tables.shape[1]), dtype=bool)])
        keep = matrix[:, :terms] @ ~realised == 0
        keep[0] = False
        design = Columns(matrix, alive)
        solution = solve(design, tables * keep, keep)
        for _ in range(self.extra.shape[1] if self.bounded else 0):
            least = np.where(alive[terms:], solution.beta[terms:], np.inf)
            below = np.flatnonzero(least.min(axis=0) < 0)
            if not below.size:
                break
            alive[terms + least[:, below].argmin(axis=0), below] = False
            design = Columns(matrix, alive)
            solution = solve(design, tables * keep, keep)
        return alive, keep, np.exp(np.minimum(solution.beta[0], 700.0)), solution.converged

    def _regression(self, counts: NDArray[np.float64], alive: NDArray[np.bool_], keep: NDArray[np.bool_]) -> Regression:
        dead = int((~alive[: int(self.terms.sum())]).sum())
        return Regression(self.matrix[:, alive], counts, keep, int(alive.sum()) + dead)
