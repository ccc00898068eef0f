"""Ways from a source country through transit to the place where people are found.

What a report says of the way is said; where it says nothing, the nationality of a victim and the area of the report
stand for the first and the last of it, and that is inferred. The two are never added together.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

FEWEST = 10
"""Below this a count may point to a person: such counts are for staff, and never for the public."""


@dataclass(frozen=True, slots=True)
class Way:
    """What one report says. `route`: countries in their order; `nationalities`: of the victims that it mentions."""

    report: UUID
    route: tuple[str, ...]
    nationalities: tuple[str, ...]
    area: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A way that reports agree on: from a country, through others, to a force area ("" where none is named)."""

    source: str
    through: tuple[str, ...]
    area: str
    said: bool
    reports: tuple[UUID, ...]

    @property
    def count(self) -> int:
        """How many reports."""
        return len(self.reports)

    @property
    def is_small(self) -> bool:
        """Whether the count is too small to be told to the public."""
        return self.count < FEWEST


@dataclass(frozen=True, slots=True)
class AlikeWays:
    """What so many reports say alike: the same way, of people found in the same area."""

    route: tuple[str, ...]
    nationalities: tuple[str, ...]
    area: str
    count: int


@dataclass(frozen=True, slots=True)
class CountedFlow:
    """A way that so many reports agree on, as `Flow` has it, without saying which reports they are."""

    source: str
    through: tuple[str, ...]
    area: str
    said: bool
    count: int

    @property
    def is_small(self) -> bool:
        """Whether the count is too small to be told to the public."""
        return self.count < FEWEST


@dataclass(frozen=True, slots=True)
class Stream:
    """A band of the flow chart: so many reports lead from one stop to the next. `step` 0 starts at the source."""

    step: int
    start: str
    end: str
    count: int


def flows(ways: Iterable[Way]) -> tuple[Flow, ...]:
    """The ways that reports tell of, those of most reports first; said before inferred where they are as many."""
    found: dict[tuple[str, tuple[str, ...], str, bool], set[UUID]] = defaultdict(set)
    for way in ways:
        for source, through in _ways(way):
            found[source, through, way.area, bool(way.route)].add(way.report)
    made = (Flow(*key, reports=tuple(sorted(reports))) for key, reports in found.items())
    return tuple(sorted(made, key=lambda one: (-one.count, not one.said, one.source, one.through, one.area)))


def counted_flows(alike: Iterable[AlikeWays]) -> tuple[CountedFlow, ...]:
    """The same from counts: each report of a way counts once for every flow that it tells of."""
    found: dict[tuple[str, tuple[str, ...], str, bool], int] = defaultdict(int)
    for way in alike:
        for source, through in _ways(way):
            found[source, through, way.area, bool(way.route)] += way.count
    made = (CountedFlow(*key, count=count) for key, count in found.items())
    return tuple(sorted(made, key=lambda one: (-one.count, not one.said, one.source, one.through, one.area)))


def _ways(way: Way | AlikeWays) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Source and transit; the last country of a route is the one in which the area lies, if there is more than one."""
    if way.route:
        return [(way.route[0], way.route[1:-1])]
    return [(nation, ()) for nation in sorted(set(way.nationalities))]


def for_the_public(found: Iterable[Flow]) -> tuple[Flow, ...]:
    """The flows whose counts are large enough. Sums that give a small one away are seen to at their release."""
    return tuple(flow for flow in found if not flow.is_small)


def streams(found: Iterable[Flow | CountedFlow]) -> tuple[Stream, ...]:
    """The flows as bands between stops that follow each other, for the flow chart; those of one step stand together."""
    counts: dict[tuple[int, str, str], int] = defaultdict(int)
    for flow in found:
        stops = (flow.source, *flow.through, flow.area)
        for step, (start, end) in enumerate(pairwise(stops)):
            counts[step, start, end] += flow.count
    ordered = sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0]))
    return tuple(Stream(step, start, end, count) for (step, start, end), count in ordered)
