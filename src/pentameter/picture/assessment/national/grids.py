"""Counts of people as tables with totals, without what has to be withheld."""

from collections.abc import Mapping, Sequence

from pentameter.picture.assessment.rules.content import Cell, Column, Kind
from pentameter.picture.assessment.rules.withholding import protected, protected_list

ALL = "All"


def grid(counts: Mapping[tuple[str, str], int], across: Sequence[str]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of counts by (row, column), in the order of the rows' names, with totals at the right and below."""
    down = sorted({row for row, _ in counts})
    cells = protected([[counts.get((row, column), 0) for column in across] for row in down])
    if not down:
        return ()
    return tuple((name, *row) for name, row in zip((*down, ALL), cells, strict=True))


def columns(first: str, across: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a grid."""
    return Column(first), *(Column(label, Kind.COUNT) for label in (*across, ALL))


def listed(counts: Mapping[tuple[Cell, ...], int]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of names and a count, as they come, and their total."""
    if not counts:
        return ()
    cells, total = protected_list(list(counts.values()))
    width = len(next(iter(counts)))
    rows = tuple((*names, cell) for names, cell in zip(counts, cells, strict=True))
    return (*rows, (ALL, *([""] * (width - 1)), total))
