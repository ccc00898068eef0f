"""The best models of a table, and the choice among them repeated on other tables (Silverman, Chan and Vincent 2024)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from darkfigure.identify import FINITE, NOT_IDENTIFIED, judge_terms
from darkfigure.lattice import Floats
from darkfigure.outcomes import Outcomes
from darkfigure.search.scores import scored


@dataclass(frozen=True)
class Ranking:
    """Models in the order of their score on one table: `terms` (2**k, M), `score` (M,), `dark_figure` (M,),
    `coefficients` (2**k, M); `considered` models in all, of which those without an estimate are left out."""

    terms: NDArray[np.bool_]
    score: NDArray[np.float64]
    dark_figure: NDArray[np.float64]
    coefficients: Floats
    considered: int
    criterion: str

    def top(self, most: int) -> "Ranking":
        """The first of them."""
        columns = slice(0, most)
        return Ranking(
            self.terms[:, columns],
            self.score[columns],
            self.dark_figure[columns],
            self.coefficients[:, columns],
            self.considered,
            self.criterion,
        )

    def choose(self, tables: Floats) -> Outcomes:
        """The best of these models on each of many tables, (2**k, B)."""
        *_, last = self.cumulative(tables)
        return last

    def cumulative(self, tables: Floats) -> Iterator[Outcomes]:
        """The best of the first model, of the first two, and so on; the last is the best of all.

        A model without an estimate on a table is passed over there; where no model has one the status says so.
        """
        lanes = tables.shape[1]
        best, dark = np.full(lanes, np.inf), np.full(lanes, np.nan)
        which = np.zeros(lanes, dtype=np.intp)
        for place in range(self.terms.shape[1]):
            begun = np.repeat(self.coefficients[:, [place]], lanes, axis=1)
            found = scored(self.terms[:, [place]], tables, self.criterion, begun)
            better = found.score < best
            best[better], dark[better], which[better] = found.score[better], found.dark_figure[better], place
            yield Outcomes(tables.sum(axis=0), dark.copy(), self._status(tables, best), self.terms[:, which])

    def _status(self, tables: Floats, best: NDArray[np.float64]) -> NDArray[np.int8]:
        status = np.full(len(best), FINITE, dtype=np.int8)
        for lane in np.flatnonzero(~np.isfinite(best)):
            status[lane] = judge_terms(self.terms[:, 0], tables[:, lane]).status or NOT_IDENTIFIED
        return status


def rank(terms: NDArray[np.bool_], table: Floats, criterion: str) -> Ranking:
    """All models (2**k, M) that have an estimate on a table (2**k, 1), best first; ties to the simpler."""
    found = scored(terms, table, criterion)
    order = np.argsort(found.score, kind="stable")[: int(np.isfinite(found.score).sum())]
    return Ranking(
        terms[:, order],
        found.score[order],
        found.dark_figure[order],
        found.coefficients[:, order],
        terms.shape[1],
        criterion,
    )
