"""A table as its readers see it: what is said of each cell, as an interval of counts.

An exact count is an interval of one; a rounded count or a band is what it can be; a hidden cell is anything from the
least that a hidden count can be.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from safetables.about import UNNAMED, About
from safetables.dimensions import Dimension
from safetables.systems import INF
from safetables.tables import Table

HIDDEN = "x"


@dataclass(frozen=True, eq=False)
class Published:
    """`low`, `high` and `marks`, shaped as the table: what can be concluded from each cell alone, and what is
    printed."""

    dimensions: tuple[Dimension, ...]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    marks: NDArray[np.object_]
    whole: bool = True
    about: About = UNNAMED

    @property
    def name(self) -> str:
        """What it is called."""
        return self.about.name

    @property
    def hidden(self) -> NDArray[np.bool_]:
        """Cells of which nothing is said."""
        return np.isinf(self.high)


def marked(values: NDArray[np.float64], *, hidden: NDArray[np.bool_], whole: bool = True) -> NDArray[np.object_]:
    """Counts as text, and x for what is hidden."""
    texts = [f"{value:.0f}" if whole else f"{value:.12g}" for value in values.ravel().tolist()]
    marks = np.array(texts, dtype=object).reshape(values.shape)
    marks[hidden] = HIDDEN
    return marks


def suppressed(table: Table, hidden: NDArray[np.bool_], *, least: float) -> Published:
    """Exact counts where nothing is hidden; anything from `least` on where it is."""
    mask = hidden.reshape(table.values.shape)
    low, high = np.where(mask, np.minimum(least, table.values), table.values), np.where(mask, INF, table.values)
    marks = marked(table.values, hidden=mask, whole=table.whole)
    return Published(table.dimensions, low, high, marks, table.whole, table.about)
