"""Counts that nobody prints and everybody can work out: what changed from one day to another, and who is in a group of
people but in none of those that are parts of it.

A release is read beside the last one, and a table of all beside that of some (differencing; Hundepool et al. 2012).
Each difference is a number of its own, tied to the two that it lies between, and held to the same protection.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from safetables.published import Published
from safetables.systems import INF

if TYPE_CHECKING:
    from safetables.universe import Cell, Universe

Grows: TypeAlias = bool | Collection[str] | None
"""Whether counts only rise from day to day: of every population, of none (then they may fall), or of those named. None:
days are not compared."""


@dataclass(frozen=True)
class Part:
    """Everybody in one of `populations` is in the population `of` too, and in no other of them: who is left over on the
    same day is a group of its own. `strictly` False: nearly so, and what is left over can come out below nought."""

    populations: tuple[str, ...]
    of: str
    strictly: bool = True

    @property
    def left(self) -> str:
        """Who is left over."""
        return f"{self.of} without {', '.join(self.populations)}"


@dataclass(frozen=True, slots=True)
class Difference:
    """The place of a number, less those at others; `words` say of a change between which days it lies."""

    of: int
    less: tuple[int, ...]
    words: str = ""


def compare(found: "Universe", published: Sequence[Published], grows: Grows, parts: Sequence[Part]) -> None:
    """Add every difference that can be formed."""
    days: dict[str, dict[str, str]] = {}
    for table in published:
        days.setdefault(table.about.population, {})[table.about.as_at] = table.about.when
    for part in parts:
        _leave_over(found, days, part)
    if grows is None:
        return
    left_over = {part.left for part in parts}
    for population, whens in days.items():
        rises = (grows is True and population not in left_over) or _named(population, grows)
        ordered = [whens[day] for day in sorted(whens) if day]
        if len(ordered) > 1:
            _follow(found, ordered, rises=rises)


def _named(population: str, grows: bool | Collection[str]) -> bool:
    return not isinstance(grows, bool) and population in grows


def _leave_over(found: "Universe", days: dict[str, dict[str, str]], part: Part) -> None:
    """Who is left over, by the latest figures of all on each day on which there is a new one. Figures of several days
    leave over roughly whom they would on one, so that nothing keeps these from coming out below nought."""
    populations = (part.of, *part.populations)
    for day in sorted({day for one in populations for day in days.get(one, {})}):
        latest = [max((one for one in days.get(name, {}) if one <= day), default=None) for name in populations]
        if None in latest:
            continue
        floor = 0.0 if part.strictly and len(set(latest)) == 1 else -INF
        whens = [days[name][one] for name, one in zip(populations, latest, strict=True) if one is not None]
        left = f"{part.left} as at {day}" if day else part.left
        for whole, less in _beside(found, whens[0], whens[1:]):
            place = found.at((left, found.cells[whole][1]), floor)
            _tie(found, place, Difference(whole, less))
            days.setdefault(part.left, {})[day] = left


def _beside(found: "Universe", when: str, others: Sequence[str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Every cell of a population that all the others have too."""
    for cell in [cell for cell in found.cells if cell[0] == when]:
        beside = [found.place.get((one, cell[1])) for one in others]
        less = tuple(one for one in beside if one is not None)
        if len(less) == len(others):
            yield found.place[cell], less


def _follow(found: "Universe", ordered: Sequence[str], *, rises: bool) -> None:
    """The same cell on two days. Where counts only rise, small steps lie in every longer one; where they may fall, two
    large ones can make a small one, and all days are compared with all."""
    days = set(ordered)
    for named in list(dict.fromkeys(cell[1] for cell in found.cells if cell[0] in days)):
        held = [found.place[when, named] for when in ordered if (when, named) in found.place]
        for earlier, later in pairwise(held) if rises else combinations(held, 2):
            cell: Cell = (f"{found.cells[earlier][0]} to {found.cells[later][0]}", named)
            first, last = (found.cells[at][0].replace("as at ", "") for at in (earlier, later))
            place = found.at(cell, 0.0 if rises else -INF)
            _tie(found, place, Difference(later, (earlier,), f"change from {first} to {last}"))


def _tie(found: "Universe", place: int, difference: Difference) -> None:
    found.differences[place] = difference
    columns = np.array([difference.of, *difference.less, place])
    factors = np.array([1.0, *[-1.0] * (len(difference.less) + 1)])
    found.rows.append((columns, factors, 0.0, 0.0))
