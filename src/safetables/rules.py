"""What is too small to publish, and how wide of the truth an attacker has to be kept.

Sources: Hundepool et al., Statistical Disclosure Control (2012), for the threshold, (n,k) and p% rules and the upper
protection levels; Willenborg and de Waal, Elements of Statistical Disclosure Control (2001); Cox, Linear sensitivity
measures in statistical disclosure control (1981).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

import numpy as np
from numpy.typing import NDArray

from safetables.errors import BadInput
from safetables.tables import Table


class Zeros(StrEnum):
    """What a count of nobody is: `SHOWN` always, so that who sees a hidden cell knows that it counts somebody;
    `USABLE`, no secret but it may be hidden for the sake of others; `HIDDEN`, as secret as a count of one."""

    SHOWN = "shown"
    USABLE = "usable"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Protection:
    """The interval of counts that an attacker must not be able to narrow.

    `to_threshold`: from the least that a hidden count can be to the threshold itself, so that nobody can tell whether
    it is small. `share`: that part of the count below and above it, at least one. `width`: so many counts apart,
    anywhere.
    """

    kind: str
    amount: float = 0.0

    @classmethod
    def to_threshold(cls) -> Self:
        """Nobody can tell a hidden count below the threshold from one that reaches it."""
        return cls("threshold")

    @classmethod
    def share(cls, amount: float) -> Self:
        """The count, and `amount` of it, 0.3 for 30 %, to both sides."""
        if not 0 < amount <= 10:
            raise BadInput(f"A share of protection lies above 0 and is at most 10; {amount:g} was given.")
        return cls("share", amount)

    @classmethod
    def width(cls, amount: float) -> Self:
        """At least `amount` between the bounds."""
        if not amount >= 1:
            raise BadInput(f"A width of protection is at least 1; {amount:g} was given.")
        return cls("width", amount)

    def __str__(self) -> str:
        return self.kind if self.kind == "threshold" else f"{self.kind} {self.amount:g}"


@dataclass(frozen=True)
class Rules:
    """What makes a cell sensitive. `threshold`: counts of fewer people are. In tables of sums: `dominance` (n, k),
    the n largest contribute more than k %; `p_percent`, the second largest could estimate the largest within p %."""

    threshold: int = 10
    zeros: Zeros = Zeros.SHOWN
    protection: Protection = Protection("threshold")
    dominance: tuple[int, float] | None = None
    p_percent: float | None = None

    def __post_init__(self) -> None:
        if isinstance(self.threshold, bool) or self.threshold != int(self.threshold) or not 1 < self.threshold < 10**6:
            raise BadInput(f"The threshold is a whole number from 2; {self.threshold} was given.")
        if self.dominance is not None and not (self.dominance[0] >= 1 and 0 < self.dominance[1] < 100):
            raise BadInput(f"Dominance is (n from 1, k between 0 and 100); {self.dominance} was given.")
        if self.p_percent is not None and not 0 < self.p_percent <= 100:
            raise BadInput(f"p lies between 0 and 100 percent; {self.p_percent:g} was given.")

    @property
    def least(self) -> float:
        """The least that a hidden count can be, as every reader of the rules knows."""
        return 1.0 if self.zeros is Zeros.SHOWN else 0.0

    def sensitive(self, value: float) -> bool:
        """Is this count below the threshold, and a secret?"""
        return value < self.threshold and (value > 0 or self.zeros is Zeros.HIDDEN)


@dataclass(frozen=True)
class Needs:
    """Which cells (`places` among all) need protection: their bounds have to reach from `low` to `high`, and to be
    `width` apart; arrays of one length."""

    places: NDArray[np.int64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    width: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.places)

    def only(self, which: NDArray[np.bool_]) -> Self:
        """Some of them."""
        return type(self)(self.places[which], self.low[which], self.high[which], self.width[which])

    def met(self, low: NDArray[np.float64], high: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which of them these limits of all cells leave room for."""
        here, there = low[self.places], high[self.places]
        with np.errstate(invalid="ignore"):
            wide = (there - here >= self.width - 1e-6) | (self.width <= 0)
        return (here <= self.low + 1e-6) & (there >= self.high - 1e-6) & wide


def needs(table: Table, rules: Rules) -> Needs:
    """The sensitive cells of a table, and what each needs."""
    return needs_of_counts(table.values.ravel(), rules) if table.whole else _needs_of_sums(table, rules)


def needs_of_counts(values: NDArray[np.float64], rules: Rules) -> Needs:
    """Counts below the threshold.

    >>> found = needs_of_counts(np.array([0.0, 3.0, 12.0]), Rules(threshold=5))
    >>> found.places.tolist(), found.low.tolist(), found.high.tolist()
    ([1], [1.0], [5.0])
    """
    secret = values < rules.threshold
    secret &= (values > 0) | (rules.zeros is Zeros.HIDDEN)
    places = np.flatnonzero(secret)
    found = values[places]
    kind, amount = rules.protection.kind, rules.protection.amount
    if kind == "threshold":
        low, high = np.full(found.size, rules.least), np.full(found.size, float(rules.threshold))
        return Needs(places, np.minimum(low, found), high, np.zeros(found.size))
    if kind == "share":
        step = np.maximum(np.ceil(found * amount), 1.0)
        return Needs(places, np.maximum(found - step, rules.least), found + step, np.zeros(found.size))
    return Needs(places, found, found, np.full(found.size, amount))


def _needs_of_sums(table: Table, rules: Rules) -> Needs:
    if rules.dominance is None and rules.p_percent is None:
        raise BadInput("A table of sums needs a rule of dominance or p %: a threshold counts people.")
    if table.contributions is None:
        raise BadInput("A table of sums needs the largest contributions to each cell: who dominates is seen by them.")
    values = table.values.ravel()
    levels = np.array([_level(value, table.contributions.get(codes, ()), rules) for codes, value in table.items()])
    places = np.flatnonzero(levels > 0)
    low = np.maximum(values[places] - levels[places], 0.0)
    return Needs(places, low, values[places] + levels[places], np.zeros(places.size))


def _level(value: float, largest: Sequence[float], rules: Rules) -> float:
    """How far above the truth the attacker's bound has to be; 0 where the cell is not sensitive.

    (n,k): 100/k times the n largest, less the sum. p%: p/100 times the largest, less what is neither of the two
    largest.
    """
    if not value:
        return 0.0
    if not largest:
        raise BadInput("A sum that is not nought has no contributions.")
    levels = [0.0]
    if rules.dominance is not None:
        many, share = rules.dominance
        levels.append(100.0 / share * math.fsum(largest[:many]) - value)
    if rules.p_percent is not None:
        levels.append(rules.p_percent / 100.0 * largest[0] - (value - math.fsum(largest[:2])))
    return max(levels)
