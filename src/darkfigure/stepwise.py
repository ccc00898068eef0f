"""Forward stepwise choice of pairs (Chan, Silverman and Vincent 2021, section 3).

From independence, the pair whose overlap is least likely under the current fit is added, while its Poisson tail
probability min(P(X <= overlap), P(X >= overlap)) is below the threshold and the larger model has an estimate.
Assumption: no interaction of three or more lists, and what the chosen pairs do not explain is independence.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import pdtr, pdtrc

from darkfigure import answer
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate
from darkfigure.fits import Fits, fit
from darkfigure.histories import CaptureHistories
from darkfigure.identify import FINITE, judge_terms
from darkfigure.lattice import Floats, main_effects, masks_of_order, superset_sums
from darkfigure.models import sorted_terms
from darkfigure.outcomes import Outcomes
from darkfigure.regression import Regression

ROUNDING = 1e-9
"""Probabilities that differ by less than this share are tied: the difference is one of rounding."""


def estimate(
    histories: CaptureHistories,
    *,
    threshold: float = 0.02,
    interval: str = "bca",
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
) -> Estimate:
    """The total by forward stepwise choice of pairs, with the choice repeated in every bootstrap replicate.

    `threshold` is a single tail probability: 0 keeps independence, 1 takes all pairs if that has an estimate. Of two
    pairs with the same probability the first by the alphabet is taken, whatever the order of the lists; the R packages
    take the first in the order of the file.

    >>> from darkfigure import examples
    >>> round(estimate(examples.load("Korea"), interval="wald").total)  # Korea, their table 5
    269
    """
    if not 0.0 <= threshold <= 1.0:
        raise BadInput(f"The threshold is a probability: {threshold:g} is not between 0 and 1.")
    histories = histories.by_name()
    chosen = answer.Chosen("stepwise", lambda tables: choose(tables, threshold), {"threshold": threshold})
    return answer.estimate(
        histories, chosen, answer.Wanted(interval, level, replicates, seed), diagnostics=_path(histories, threshold)
    )


def choose(tables: Floats, threshold: float = 0.02) -> Outcomes:
    """Stepwise on many tables, (2**k, B), at once."""
    return Search(tables, threshold).run().outcomes()


def _path(histories: CaptureHistories, threshold: float) -> Mapping[str, object]:
    search = Search(answer.one_table(histories), threshold).run()
    return {"steps": [sorted_terms([mask], histories.lists)[0] for _, mask in search.taken]}


@dataclass
class _State:
    terms: NDArray[np.bool_]
    coefficients: Floats
    means: Floats
    status: NDArray[np.int8]


class Search:
    """The steps of all tables side by side; `taken` lists (table, pair) in order, for the record."""

    def __init__(self, tables: Floats, threshold: float) -> None:
        lists, lanes = len(tables).bit_length() - 1, tables.shape[1]
        self.tables, self.threshold = tables, threshold
        self.pairs = np.array(masks_of_order(lists, 2))
        self.overlaps = superset_sums(tables.copy())[self.pairs]
        self.taken: list[tuple[int, int]] = []
        terms = np.repeat(main_effects(lists)[:, None], lanes, axis=1)
        first = fit(terms, tables)
        self.state = _State(terms, first.coefficients, first.means, np.zeros(lanes, dtype=np.int8))
        self._settle_first(first)

    def run(self) -> "Search":
        """Until no table has a pair left to add."""
        going = np.flatnonzero(self.state.status == FINITE)
        if self.threshold >= 1.0:
            going = self._take_all(going)
        while going.size:
            going = self._step(going)
        return self

    def outcomes(self) -> Outcomes:
        """What was chosen and found."""
        state = self.state
        dark = np.exp(np.minimum(state.coefficients[0], 700.0))
        return Outcomes(self.tables.sum(axis=0), dark, state.status, state.terms)

    def _settle_first(self, first: Fits) -> None:
        for lane in np.flatnonzero(~first.converged):
            terms, table = self.state.terms[:, lane], self.tables[:, lane]
            self.state.status[lane] = judge_terms(terms, table).status
            if self.state.status[lane] == FINITE:
                fitted = Regression.of_terms(terms, table).fit()
                self.state.coefficients[0, lane] = fitted.beta[0]
                self.state.means[:, lane] = fitted.means

    def _take_all(self, going: NDArray[np.intp]) -> NDArray[np.intp]:
        before = self.state.terms[:, going].copy()
        self.state.terms[np.ix_(self.pairs, going)] = True
        passed = self._try(going, None)
        self.state.terms[:, going[~passed]] = before[:, ~passed]
        return going[~passed]

    def _step(self, going: NDArray[np.intp]) -> NDArray[np.intp]:
        """Add one pair to each table that wants one; the tables that got one."""
        chances = self._chances(going)
        got: list[NDArray[np.intp]] = []
        waiting = np.arange(going.size)
        while waiting.size:
            least = chances[:, waiting].min(axis=0)
            best = (chances[:, waiting] <= least * (1.0 + ROUNDING)).argmax(axis=0)
            wanted = chances[best, waiting] < self.threshold
            waiting, best = waiting[wanted], best[wanted]
            passed = self._add(going[waiting], best)
            got.append(going[waiting[passed]])
            waiting, best = waiting[~passed], best[~passed]
            chances[best, waiting] = 1.0
        return np.sort(np.concatenate(got))

    def _chances(self, going: NDArray[np.intp]) -> Floats:
        """The smaller Poisson tail of each pair's overlap, (pairs, tables); above one for pairs that are in."""
        means = self.state.means[:, going].copy()
        means[0] = 0.0
        expected, seen = superset_sums(means)[self.pairs], self.overlaps[:, going]
        above = np.where(seen > 0, pdtrc(np.maximum(seen - 1.0, 0.0), expected), 1.0)
        chances = np.minimum(pdtr(seen, expected), above)
        chances[self.state.terms[np.ix_(self.pairs, going)]] = 2.0
        return np.asarray(chances)

    def _add(self, lanes: NDArray[np.intp], best: NDArray[np.intp]) -> NDArray[np.bool_]:
        masks = self.pairs[best]
        self.state.terms[masks, lanes] = True
        passed = self._try(lanes, best)
        self.state.terms[masks[~passed], lanes[~passed]] = False
        self.taken += zip(lanes[passed].tolist(), masks[passed].tolist(), strict=True)
        return passed

    def _try(self, lanes: NDArray[np.intp], best: NDArray[np.intp] | None) -> NDArray[np.bool_]:
        """Fit the models that the state names; keep those that have an estimate. Convergence is the certificate."""
        if not lanes.size:
            return np.zeros(0, dtype=bool)
        fits = self._fitted(lanes, None if best is None else self._start(lanes, best))
        passed = fits.converged.copy()
        for place in np.flatnonzero(~passed):
            one = lanes[[place]]
            if judge_terms(self.state.terms[:, one[0]], self.tables[:, one[0]]).code == 0:
                longer = self._fitted(one, steps=500)
                passed[place] = longer.converged[0]
                self._adopt(one[longer.converged], longer, longer.converged)
        good = fits.converged
        self._adopt(lanes[good], fits, good)
        return passed

    def _start(self, lanes: NDArray[np.intp], best: NDArray[np.intp]) -> Floats:
        """The current fit, and for the new pair the log of its overlap over what is expected."""
        means = self.state.means[:, lanes].copy()
        means[0] = 0.0
        expected = superset_sums(means)[self.pairs[best], np.arange(lanes.size)]
        start = self.state.coefficients[:, lanes].copy()
        seen = self.overlaps[best, lanes]
        start[self.pairs[best], np.arange(lanes.size)] = np.log(np.maximum(seen, 0.5) / np.maximum(expected, 1e-6))
        return start

    def _fitted(self, lanes: NDArray[np.intp], start: Floats | None = None, *, steps: int = 30) -> Fits:
        return fit(self.state.terms[:, lanes], self.tables[:, lanes], start, steps=steps)

    def _adopt(self, lanes: NDArray[np.intp], fits: Fits, which: NDArray[np.bool_] | slice = slice(None)) -> None:
        self.state.coefficients[:, lanes] = fits.coefficients[:, which]
        self.state.means[:, lanes] = fits.means[:, which]
