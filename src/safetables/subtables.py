"""The smallest tables that a nested table is made of: one family of codes (a code and its parts) in each dimension; and
of a flat table of three dimensions or more, some codes of each.

Looking for a way within one of them is many times faster than in all of it, and a way that is found there keeps every
total outside (the modular approach: de Wolf 2002, "HiTaS"; Hundepool et al. 2012).
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from safetables.tables import Table

Mask = NDArray[np.bool_]
Families = tuple[int, ...]
BESIDE = 4
"""So many other codes of each dimension, besides its total, are looked at for a cell of a flat table; more where few
cells are likely."""
LIKELY = 200


class Subtables:
    """Those of some tables, among all cells of a system."""

    def __init__(self, tables: Sequence[Table], places: Sequence[NDArray[np.int64]], many: int) -> None:
        self._tables, self._places, self._many = tables, places, many
        self._home: dict[int, tuple[int, Families]] = {}
        self._flat: dict[int, tuple[int, int]] = {}
        for index, table in enumerate(tables):
            if any(len(one.families) > 1 for one in table.dimensions):
                self._settle(index, table)
            elif len(table.dimensions) > 2:
                self._flat |= {place: (index, at) for at, place in enumerate(places[index].tolist())}

    def home(self, place: int) -> tuple[int, Families] | None:
        """The subtable in which the cell is a part wherever it can be; None where the whole table is no more than
        one."""
        return self._home.get(place)

    def mask(self, home: tuple[int, Families]) -> Mask:
        """The cells of a subtable."""
        index, families = home
        table = self._tables[index]
        codes = [_members(one.families[at]) for one, at in zip(table.dimensions, families, strict=True)]
        marks = np.zeros(table.values.shape, dtype=bool)
        marks[np.ix_(*codes)] = True
        found = np.zeros(self._many, dtype=bool)
        found[self._places[index][marks.ravel()]] = True
        return found

    def box(self, place: int, likely: Mask, movable: Mask) -> Mask | None:
        """The cells of some codes of each dimension, the cell's own among them, and those with the most cells through
        which a way is `likely` to lead; None where its table has no more than two dimensions."""
        if place not in self._flat:
            return None
        index, at = self._flat[place]
        table, places = self._tables[index], self._places[index]
        marks, can = likely[places].reshape(table.values.shape), movable[places].reshape(table.values.shape)
        here = np.unravel_index(at, marks.shape)
        orders = [_beside(marks, here, axis) for axis in range(marks.ndim)]
        for beside in range(BESIDE, max([BESIDE + 1, *marks.shape])):
            box = np.ix_(*(sorted(order[: beside + 2]) for order in orders))
            if can[box].sum() >= LIKELY:
                break
        chosen = np.zeros(marks.shape, dtype=bool)
        chosen[box] = True
        found = np.zeros(self._many, dtype=bool)
        found[places[chosen.ravel()]] = True
        return found

    def _settle(self, index: int, table: Table) -> None:
        """Each cell belongs where its codes are parts; the total, where it is the whole."""
        of_code = []
        for one in table.dimensions:
            family = {part: at for at, (_, parts) in enumerate(one.families) for part in parts}
            of_code.append([family.get(code, 0) for code in range(len(one.codes))])
        for place, families in zip(self._places[index].tolist(), product(*of_code), strict=True):
            self._home.setdefault(place, (index, families))


def _members(family: tuple[int, tuple[int, ...]]) -> list[int]:
    return [family[0], *family[1]]


def _beside(marks: Mask, here: tuple[np.intp, ...], axis: int) -> list[int]:
    """The codes of one dimension: a cell's own, the total, and then those with the most marked cells beside it."""
    score = 4.0 * marks[tuple(slice(None) if at == axis else code for at, code in enumerate(here))]
    for other in range(marks.ndim):
        if other != axis:
            plane = marks[tuple(slice(None) if at in (axis, other) else code for at, code in enumerate(here))]
            score = score + plane.mean(axis=1 if other > axis else 0)
    score[0] = score[here[axis]] = np.inf
    order: list[int] = np.argsort(-score, kind="stable").tolist()
    return order
