"""Design matrices for many Poisson regressions side by side, as the three operations that Newton's method asks of them.

`Terms` are columns "is this set of lists within the history?": products of two such columns are again one, so every
entry of the information matrix is one superset sum of the fitted means. `Columns` is any other matrix.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

from darkfigure.lattice import Floats, subset_sums, superset_sums

Triangle = list[Floats]
"""A symmetric matrix for each lane: item i holds the entries (i, i), (i, i+1), ..., shape (p - i, B)."""


class Design(Protocol):
    """What Newton's method needs: p parameters, R cells, B lanes."""

    def predictor(self, beta: Floats) -> Floats:
        """Linear predictors (R, B) of parameters (p, B)."""

    def sums(self, weights: Floats) -> Floats:
        """X'w, (p, B), of cell weights (R, B)."""

    def moments(self, weights: Floats) -> tuple[Floats, Triangle]:
        """X'w and X' diag(w) X."""

    def take(self, lanes: NDArray[np.intp]) -> Self:
        """The same for some of the lanes."""


@dataclass(frozen=True)
class Terms:
    """`places` (p, B): the bit masks of each lane's terms; 2**k stands for no term. (p, 1) if all lanes share them."""

    places: NDArray[np.intp]
    cells: int
    lanes: int

    def predictor(self, beta: Floats) -> Floats:
        table = np.zeros((self.cells + 1, self.lanes))
        if self.shared:
            table[self.places[:, 0]] = beta
        else:
            np.put_along_axis(table, self.places, beta, axis=0)
        return subset_sums(table[: self.cells])

    def sums(self, weights: Floats) -> Floats:
        return self._gathered(self._summed(weights))

    def moments(self, weights: Floats) -> tuple[Floats, Triangle]:
        summed = self._summed(weights)
        return self._gathered(summed), self._information(summed)

    def take(self, lanes: NDArray[np.intp]) -> Self:
        return type(self)(self.places if self.shared else self.places[:, lanes], self.cells, len(lanes))

    @property
    def shared(self) -> bool:
        return bool(self.places.shape[1] == 1)

    def _summed(self, weights: Floats) -> Floats:
        summed = np.zeros((self.cells + 1, self.lanes))
        summed[: self.cells] = weights
        superset_sums(summed[: self.cells])
        return summed

    def _gathered(self, summed: Floats) -> Floats:
        return summed[self.places[:, 0]] if self.shared else np.take(summed, self._flat(self.places))

    def _information(self, summed: Floats) -> Triangle:
        rows = [summed[union[:, 0]] if self.shared else np.take(summed, union) for union in self._unions]
        for place, row in enumerate(rows):
            row[0] += self.places[place] == self.cells
        return rows

    @cached_property
    def _unions(self) -> list[NDArray[np.intp]]:
        unions = [np.minimum(self.places[place] | self.places[place:], self.cells) for place in range(len(self.places))]
        return unions if self.shared else [self._flat(union) for union in unions]

    def _flat(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        return rows * self.lanes + np.arange(self.lanes)


@dataclass(frozen=True)
class Columns:
    """`matrix` (R, p), the same for all lanes; `alive` (p, B) says which parameters a lane has."""

    matrix: Floats
    alive: NDArray[np.bool_]

    def predictor(self, beta: Floats) -> Floats:
        return self.matrix @ beta

    def sums(self, weights: Floats) -> Floats:
        return (self.matrix.T @ weights) * self.alive

    def moments(self, weights: Floats) -> tuple[Floats, Triangle]:
        rows = []
        for place, column in enumerate(self.matrix.T):
            row = (self.matrix[:, place:] * column[:, None]).T @ weights
            row *= self.alive[place] * self.alive[place:]
            row[0] += ~self.alive[place]
            rows.append(row)
        return self.sums(weights), rows

    def take(self, lanes: NDArray[np.intp]) -> Self:
        return type(self)(self.matrix, self.alive[:, lanes])
