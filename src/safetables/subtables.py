"""The smallest tables that a nested table is made of: one family of codes (a code and its parts) in each dimension.

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


class Subtables:
    """Those of some tables, among all cells of a system."""

    def __init__(self, tables: Sequence[Table], places: Sequence[NDArray[np.int64]], many: int) -> None:
        self._tables, self._places, self._many = tables, places, many
        self._home: dict[int, tuple[int, Families]] = {}
        for index, table in enumerate(tables):
            if any(len(one.families) > 1 for one in table.dimensions):
                self._settle(index, table)

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
