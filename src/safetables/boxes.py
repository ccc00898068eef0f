"""Movements of the corners of a box: two codes of each dimension, alternately up and down, which keeps every total.

Between two parts of one code what one gains the other loses; between a part and the total both gain. A box is found by
looking at all of them, without a program, and it moves in whole numbers where a program's answer may be fractions
(Repsilber 1994; Giessing and Repsilber 2002, "GHQUAR"). The hypercube method hides whole boxes; here a box is a way
through cells that are hidden already, before a program looks for one, and the attacker proves what comes of it.
"""

from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from safetables.dimensions import Dimension
from safetables.problems import Problem

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
Partners = tuple[Places, Floats]
FROM = 3
"""Dimensions from which on boxes are looked at: with two of them the programs are fast, and their answers whole."""


class Boxes:
    """The boxes of the tables of a problem."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._tables = [
            (places.reshape(table.values.shape), [_partners(one) for one in table.dimensions])
            for table, places in zip(problem.tables, problem.places, strict=True)
            if len(table.dimensions) >= FROM
        ]

    @cached_property
    def _down(self) -> Floats:
        return np.maximum(self._problem.values - self._problem.base.low, 0.0)

    @cached_property
    def _up(self) -> Floats:
        return np.maximum(self._problem.base.high - self._problem.values, 0.0)

    @cached_property
    def _at(self) -> dict[int, tuple[int, tuple[int, ...]]]:
        """The table and the codes of each cell, by its place."""
        return {
            int(places[codes]): (index, codes)
            for index, (places, _) in enumerate(self._tables)
            for codes in np.ndindex(*places.shape)
        }

    def move(self, place: int, by: float, allowed: Mask) -> Floats | None:
        """A movement of `allowed` cells alone that takes one by `by`; None where no box does."""
        if place not in self._at:
            return None
        index, codes = self._at[place]
        places, partners = self._tables[index]
        sides = [of_code[code] for of_code, code in zip(partners, codes, strict=True)]
        axes = [np.ix_(*(np.arange(len(others)) for others, _ in sides))[axis] for axis in range(len(sides))]
        fits = np.ones([len(others) for others, _ in sides], dtype=bool)
        up = np.where(allowed, self._up, 0.0)[places] >= abs(by)
        down = np.where(allowed, self._down, 0.0)[places] >= abs(by)
        for corner in product((False, True), repeat=len(sides)):
            here: list[Places | int] = []
            sign: Floats | float = 1.0 if by > 0 else -1.0
            for taken, code, (others, signs), axis in zip(corner, codes, sides, axes, strict=True):
                here.append(others[axis] if taken else code)
                sign = sign * signs[axis] if taken else sign
            fits &= np.where(np.greater(sign, 0), up[tuple(here)], down[tuple(here)])
            if not fits.any():
                return None
        return self._moved(places, codes, sides, np.unravel_index(int(fits.argmax()), fits.shape), by)

    def _moved(
        self,
        places: Places,
        codes: tuple[int, ...],
        sides: list[Partners],
        chosen: tuple[np.intp, ...],
        by: float,
    ) -> Floats | None:
        moved = np.zeros(len(self._problem.values))
        for corner in product((False, True), repeat=len(sides)):
            here, amount = list(codes), by
            for axis, ((others, signs), at) in enumerate(zip(sides, chosen, strict=True)):
                if corner[axis]:
                    here[axis], amount = int(others[at]), amount * float(signs[at])
            moved[places[tuple(here)]] = amount
        kept = np.abs(self._problem.base.matrix @ moved).max(initial=0.0) < 1e-6
        return moved if kept else None  # another table's totals may run across the box


def _partners(dimension: Dimension) -> list[Partners]:
    """For each code the codes that it can move with, and in which direction."""
    leaves = set(dimension.leaves)
    found: list[Partners] = [(np.zeros(0, dtype=np.int64), np.zeros(0))] * len(dimension.codes)
    for whole, parts in dimension.families:
        ends = [part for part in parts if part in leaves]
        for part in ends:
            others = [other for other in ends if other != part]
            above = [whole] if whole == 0 else []
            signs = [-1.0] * len(others) + [1.0] * len(above)
            found[part] = (np.array(others + above, dtype=np.int64), np.array(signs))
        if whole == 0:
            found[0] = (np.array(ends, dtype=np.int64), np.ones(len(ends)))
    return found
