"""The cell suppression problem: which cells to hide besides the sensitive ones, so that all needs are met.

min sum of weights over the cells hidden, such that for every sensitive cell two tables exist that agree with all that
is shown, in one of which the cell is at least as high as it needs to be and in the other at most as low (Fischetti and
Salazar, Solving the cell suppression problem on tabular data with linear constraints, Management Science 47, 2001).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from safetables.comparing import Grows, Part
from safetables.dimensions import Dimension
from safetables.errors import BadInput
from safetables.judging import all_true, instead, needed
from safetables.published import Published, suppressed
from safetables.rules import Needs, Rules, Zeros
from safetables.subtables import Subtables
from safetables.systems import System
from safetables.tables import Table
from safetables.universe import Relation, Universe, universe

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


class Weights(StrEnum):
    """What is kept as low as can be: the number of cells hidden (and, among equals, the people in them), or the
    people."""

    CELLS = "cells"
    PEOPLE = "people"


@dataclass(frozen=True, eq=False)
class Earlier:
    """What readers have already: tables `published`, with the true ones (`truths`, in the same order), and how all hang
    together (see `universe.universe`). None for a true table of which every cell is printed or in another one. `rules`:
    by which they hid what they hide, where those of the new tables ask for less."""

    published: tuple[Published, ...] = ()
    truths: tuple[Table | None, ...] = ()
    links: tuple[Dimension, ...] = ()
    relations: tuple[Relation, ...] = ()
    grows: Grows = True
    parts: tuple[Part, ...] = ()
    rules: Rules | None = None

    def __post_init__(self) -> None:
        if len(self.published) != len(self.truths):
            raise BadInput(f"{len(self.truths)} true tables were given for {len(self.published)} published ones.")

    def with_these(self, published: Sequence[Published]) -> Universe:
        """What readers have once these are published too."""
        return universe(
            [*self.published, *published],
            links=self.links,
            relations=self.relations,
            grows=self.grows,
            parts=self.parts,
        )

    def needed(self, known: Universe, truths: Sequence[Table | None], rules: Rules) -> Needs | None:
        """What the sensitive cells need: by the new rules, and what earlier tables hid, by theirs."""
        wanted = needed(known, truths, rules)
        if wanted is None or self.rules is None:
            return wanted
        hid = [places[one.hidden.ravel()] for one, places in zip(self.published, known.places, strict=False)]
        before = needed(known, truths, self.rules)
        return wanted if before is None or not hid else instead(wanted, before, np.concatenate(hid))


NOTHING = Earlier()


@dataclass(frozen=True, eq=False)
class Problem:
    """`base` is what is known when all that can be hidden is; `values` are the true numbers. `may_hide` are the
    cells that can be hidden, at their `weights`; `free` are those that no table shows. `needs` are those of the
    sensitive cells. `places` are those of each of the `tables`' cells among all numbers."""

    known: Universe
    base: System
    values: Floats
    may_hide: Mask
    free: Mask
    weights: Floats
    needs: Needs
    tables: tuple[Table, ...]
    places: tuple[NDArray[np.int64], ...]

    @cached_property
    def subtables(self) -> Subtables:
        """The small tables that a way is looked for in first."""
        return Subtables(self.tables, self.places, len(self.values))

    @cached_property
    def sensitive(self) -> Mask:
        """The cells that are hidden whatever else is."""
        marks = np.zeros(len(self.values), dtype=bool)
        marks[self.needs.places] = True
        return marks & self.may_hide

    def system(self, hidden: Mask) -> System:
        """What an attacker knows when these cells are hidden."""
        unknown = hidden | self.free
        low, high = np.where(unknown, self.base.low, self.values), np.where(unknown, self.base.high, self.values)
        return self.base.bounded(low, high)

    def cost(self, hidden: Mask) -> float:
        """What hiding these cells costs, the sensitive ones left out."""
        return float(self.weights[hidden & ~self.sensitive].sum())


def problem(
    tables: Sequence[Table], rules: Rules, weights: Weights = Weights.CELLS, earlier: Earlier = NOTHING
) -> Problem:
    """The problem of some tables together, after what was published `earlier`."""
    blank = [_all_hidden(table, rules) for table in tables]
    known = earlier.with_these(blank)
    truths = [*earlier.truths, *tables]
    values = all_true(known, truths)
    wanted = earlier.needed(known, truths, rules)
    base = known.system()
    ours = np.zeros(len(values), dtype=bool)
    for places in known.places[len(earlier.published) :]:
        ours[places] = True
    unknown = base.high > base.low
    if wanted is None:
        raise BadInput("There is no table to protect.")
    weighed = np.where(ours, _weighed(values, weights), 0.0)
    own = known.places[len(earlier.published) :]
    may, free = ours & unknown, ~ours & unknown
    return Problem(known, base, values, may, free, weighed, wanted, tuple(tables), tuple(own))


def _all_hidden(table: Table, rules: Rules) -> Published:
    """The table with everything hidden that can be: what counts nobody is shown where the rules have it so."""
    can = (table.values > 0) | (rules.zeros is not Zeros.SHOWN)
    return suppressed(table, can, least=rules.least if table.whole else 0.0)


def _weighed(values: Floats, weights: Weights) -> Floats:
    people = np.log1p(np.abs(values))
    share = people / max(float(people.max(initial=0.0)), 1.0)
    return 1.0 + 0.01 * share if weights is Weights.CELLS else np.maximum(values, 1.0)
