"""One table's answer as a distribution, and the even mixture of many: the arithmetic of `pool`."""

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from darkfigure.estimate import Estimate
from darkfigure.intervals.ranged import normal_quantile

LEAST = 0.5
"""A dark figure below half a person counts as half a person where its logarithm is wanted."""


class Part(Protocol):
    """What one table says of N: how likely N is at most `total`, for the limit below and for that above."""

    @property
    def observed(self) -> int:
        """People seen."""

    @property
    def moments(self) -> tuple[float, float] | None:
        """Mean and variance of the log dark figure; None without an estimate."""

    def at_most(self, total: float, *, upper: bool) -> float:
        """P(N <= total)."""


@dataclass(frozen=True)
class TwoSided:
    """log(N - observed) is normal about `centre`, half of it with the spread `below` and half with that `above`."""

    observed: int
    centre: float
    below: float
    above: float

    @property
    def moments(self) -> tuple[float, float]:
        """Of the two halves of normal distributions, the lower cut where two spreads reach half a person; a side
        without a limit is given the spread of the other."""
        below = min(self.below, max(self.centre - math.log(LEAST), 0.0) / 2.0)
        above = self.above if math.isfinite(self.above) else below
        shift = (above - below) / math.sqrt(2.0 * math.pi)
        return self.centre + shift, (below**2 + above**2) / 2.0 - shift**2

    def at_most(self, total: float, *, upper: bool) -> float:
        """The same for both limits."""
        del upper
        if total <= self.observed:
            return float(total == self.observed and self.centre == -math.inf)
        away = math.log(total - self.observed) - self.centre
        spread = self.below if away < 0 else self.above
        if spread == 0.0:
            return float(away >= -1e-12)
        return float(ndtr(away / spread))


@dataclass(frozen=True)
class Posterior:
    """Quantiles `totals` of N at `chances`, both ascending, straight lines between."""

    observed: int
    chances: NDArray[np.float64]
    totals: NDArray[np.float64]

    @classmethod
    def of(cls, observed: int, chances: list[float], totals: list[float]) -> "Posterior":
        """Drawn out to chances 0, at the number observed, and 1."""
        values = np.array([observed, *totals, totals[-1] + 3.0 * (totals[-1] - totals[-2])], dtype=np.float64)
        return cls(observed, np.array([0.0, *chances, 1.0]), values)

    @property
    def moments(self) -> tuple[float, float]:
        """Over the quantiles given."""
        logs = np.log(np.maximum(self.totals[1:-1] - self.observed, LEAST))
        return float(logs.mean()), float(logs.var())

    def at_most(self, total: float, *, upper: bool) -> float:
        """The same for both limits."""
        del upper
        return float(np.interp(total, self.totals, self.chances))


@dataclass(frozen=True)
class Refused:
    """No estimate: "zero" puts N at the number observed, "infinite" beyond any, and else N may be either."""

    observed: int
    status: str

    moments = None

    def at_most(self, total: float, *, upper: bool) -> float:
        """Not identified: nobody unseen for the lower limit, unlimited for the upper."""
        nobody = self.status == "zero" or (self.status == "not identified" and not upper)
        return float(nobody and total >= self.observed)


def part_of(answer: Estimate) -> Part:
    """The posterior quantiles that an estimate carries, or else what its limits define."""
    quantiles = answer.diagnostics.get("posterior_quantiles")
    if quantiles:
        return Posterior.of(answer.observed, answer.diagnostics["posterior_probabilities"], quantiles)
    unseen = answer.dark_figure
    centre = math.log(unseen) if unseen > 0 else -math.inf
    if answer.interval is None or unseen <= 0:
        return TwoSided(answer.observed, centre, 0.0, 0.0)
    z = normal_quantile(answer.interval.level)
    low, high = (max(limit - answer.observed, 1e-9 * unseen) for limit in (answer.interval.low, answer.interval.high))
    below = max(centre - math.log(low), 0.0) / z
    above = max(math.log(high) - centre, 0.0) / z if math.isfinite(high) else math.inf
    return TwoSided(answer.observed, centre, below, above)


@dataclass(frozen=True)
class Mixture:
    """All `parts`, each as likely as any other."""

    parts: tuple[Part, ...]

    @property
    def moments(self) -> tuple[tuple[float, float], ...]:
        """Of the parts that have an estimate; nobody unseen is half a person."""
        found = (part.moments for part in self.parts)
        return tuple((max(one[0], math.log(LEAST)), one[1]) for one in found if one is not None)

    @property
    def within(self) -> float:
        """Mean over the tables of the variance of the log dark figure: what the lists leave open."""
        return float(np.mean([variance for _, variance in self.moments]))

    @property
    def between(self) -> float:
        """Variance over the tables of its mean: what the linking does."""
        return float(np.var([mean for mean, _ in self.moments]))

    @property
    def share_from_linking(self) -> float:
        """Between over all; nil if nothing varies."""
        return self.between / (self.within + self.between) if self.between > 1e-24 else 0.0

    @property
    def observed(self) -> float:
        """People seen, on average."""
        return float(np.mean([part.observed for part in self.parts]))

    def at_most(self, total: float, *, upper: bool) -> float:
        """F(total), the mean over the parts."""
        return float(np.mean([part.at_most(total, upper=upper) for part in self.parts]))

    def quantile(self, chance: float, *, upper: bool) -> float:
        """The least N with F(N) >= chance; infinite where too many parts are."""
        low = float(min(part.observed for part in self.parts))
        high = 2.0 * low + 1.0
        if self._reached(low, chance, upper=upper):
            return low
        while not self._reached(high, chance, upper=upper):
            low, high = high, 4.0 * high
            if high > 1e15:
                return math.inf
        while high - low > 1e-13 * high:
            middle = (low + high) / 2.0
            if middle in (low, high):
                break
            low, high = (low, middle) if self._reached(middle, chance, upper=upper) else (middle, high)
        return high

    def _reached(self, total: float, chance: float, *, upper: bool) -> bool:
        return self.at_most(total, upper=upper) >= chance - 1e-13
