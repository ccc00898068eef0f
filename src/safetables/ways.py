"""Ways for each sensitive cell: in its own small table where the whole is large, and in all of it where there is
none."""

import numpy as np
from numpy.typing import NDArray

from safetables.boxes import Boxes
from safetables.moving import Moving
from safetables.problems import Problem

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
LARGE = 1500
"""Movable cells from which on a way is looked for in the cell's own subtable first;"""
LARGE_CUBE = 300
"""in a flat table of three dimensions or more, whose programs are slower, from which on through a few codes of each."""


class Ways:
    """Movements of the cells `movable`, at their `weights`."""

    def __init__(self, problem: Problem, movable: Mask, weights: Floats) -> None:
        self._problem, self._movable, self._weights = problem, movable, weights
        self._many = int(movable.sum())
        self._whole: Moving | None = None
        self._boxes = Boxes(problem)
        self._home: tuple[object, Moving] | None = None

    def move(self, place: int, by: float, hidden: Mask) -> Floats | None:
        """The cheapest that was found; None where even the whole table has none."""
        moved = self._boxes.move(place, by, self._movable & (hidden | self._problem.free))
        if moved is not None:
            return moved
        home = self._problem.subtables.home(place) if self._many > LARGE else None
        if home is not None:
            if self._home is None or self._home[0] != home:
                inside = self._movable & self._problem.subtables.mask(home)
                self._home = (home, Moving(self._problem, inside, self._weights))
            moved = self._home[1].move(place, by, hidden)
            if moved is not None:
                return moved
        moved = self._in_a_box(place, by, hidden) if self._many > LARGE_CUBE and home is None else None
        if moved is not None:
            return moved
        if self._whole is None:
            self._whole = Moving(self._problem, self._movable, self._weights)
        return self._whole.move(place, by, hidden)

    def _in_a_box(self, place: int, by: float, hidden: Mask) -> Floats | None:
        """Where few cells may move, a way leads through these; where all may, through those that are hidden already."""
        likely = self._movable if self._movable.mean() < 0.5 else hidden
        box = self._problem.subtables.box(place, likely, self._movable)
        return (
            None if box is None else Moving(self._problem, self._movable & box, self._weights).move(place, by, hidden)
        )
