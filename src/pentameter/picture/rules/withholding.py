"""Small counts of people, put together so far that none of them can be worked out.

A count below the threshold may point to a person. To leave its cell out is not enough: the total is known, so that it
could be had by subtraction. So what is small is never left out alone. A list of many kinds (as of countries) shows the
large ones and puts all others together, without saying which they are; a fixed table is shown in the finest of several
groupings in which no cell is small. Whoever knows this rule, the total and all that is shown still cannot tell a number
that is withheld closer than `fewest` possible values, as long as there are so many people: the tests try every table.

A difference between two looks, made before and after one person was counted, is beyond what a page can hinder.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

FEWEST = 10
"""Below this a count may point to a person."""
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Grouped(Generic[Key]):
    """The kinds that are shown, most first, and all others put together; `others` None: nothing was withheld."""

    shown: tuple[tuple[Key, int], ...]
    others: int | None


def as_they_are(counts: Mapping[Key, int]) -> Grouped[Key]:
    """Every kind that has any, for those who may see small numbers."""
    return Grouped(_most_first(counts), None)


def grouped(counts: Mapping[Key, int], *, fewest: int = FEWEST) -> Grouped[Key]:
    """The kinds with at least `fewest`, and all others together: also the smallest shown, if those were too few."""
    ordered = _most_first(counts)
    large = [one for one in ordered if one[1] >= fewest]
    others = sum(count for _, count in ordered[len(large) :])
    if not others:
        return Grouped(tuple(large), None)
    while large and others < fewest:
        others += large.pop()[1]
    return Grouped(tuple(large), others)


def finest(groupings: Sequence[Mapping[Key, int]], *, fewest: int = FEWEST) -> Mapping[Key, int] | None:
    """The first grouping in which no cell is small, empty ones neither; None where there is none but the total."""
    return next((cells for cells in groupings if all(count >= fewest for count in cells.values())), None)


def _most_first(counts: Mapping[Key, int]) -> tuple[tuple[Key, int], ...]:
    found = ((key, count) for key, count in counts.items() if count)
    return tuple(sorted(found, key=lambda one: (-one[1], str(one[0]))))
