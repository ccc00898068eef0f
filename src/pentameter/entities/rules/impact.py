"""What the picture would learn if two things were one. The queue is ordered by it.

What counts is what meets that was apart. Two agencies meet if each has reported on one side alone: when a report of
Cleveland's is joined to a woman of whom Durham and the Garda know, two pairs of agencies meet. Each doubling of such
pairs is worth the same, so that no single thing that everybody reports stands before all others. The weights are a
choice and no measurement: first what crosses the border between two states, then what joins agencies, then what makes
one network of two, then areas, and last the reports themselves.
"""

from dataclasses import dataclass
from math import log2
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")

STATE, AGENCY, NETWORK, AREA, REPORT = 8.0, 4.0, 3.0, 2.0, 1.0
"""What it is worth that a first pair of states, agencies, networks, areas or reports meets."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things: who reported it and where, in which reports, and which other things these name with it."""

    agencies: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    reports: frozenset[UUID] = frozenset()
    named_with: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """The pairs that meet if the two are one. `networks`: each side has a network, and they share nothing yet."""

    states: int
    agencies: int
    networks: bool
    areas: int
    reports: int

    @property
    def worth(self) -> float:
        """What it is worth to the picture, in points that only their order gives a meaning."""
        weighed = (
            (STATE, self.states),
            (AGENCY, self.agencies),
            (NETWORK, int(self.networks)),
            (AREA, self.areas),
            (REPORT, self.reports),
        )
        return sum(weight * log2(1 + pairs) for weight, pairs in weighed)


def change(left: Side, right: Side) -> Change:
    """What would change if the two were one."""
    return Change(
        states=_meet(left.states, right.states),
        agencies=_meet(left.agencies, right.agencies),
        networks=bool(left.named_with and right.named_with and not left.named_with & right.named_with),
        areas=_meet(left.areas, right.areas),
        reports=_meet(left.reports, right.reports),
    )


def expected(change: Change, *, weight: float) -> float:
    """What it is worth to look at the pair: the change, times how likely it is. `weight` is log2 of the odds."""
    return change.worth / (1 + 2 ** -max(min(weight, 60.0), -60.0))


def _meet(left: frozenset[T], right: frozenset[T]) -> int:
    """Pairs with one end on each side that were together on neither."""
    return len(left - right) * len(right - left)
