"""Which counts of people are withheld, so that nobody can be recognised, not even by subtraction.

A count below the picture's threshold is withheld. It could be worked out from a total if it is the only cell that is
withheld in its row or column, or if all that is withheld there is too few: then the smallest other is withheld with it,
until no line gives anything away. Zeros stand, for they say that there is nobody; totals are cells like any other.
"""

from collections.abc import Iterator, Sequence

from pentameter.picture.assessment.rules.content import Cell, Missing
from pentameter.picture.rules.withholding import FEWEST

_Place = tuple[int, int]


def protected(counts: Sequence[Sequence[int]]) -> tuple[tuple[Cell, ...], ...]:
    """A table of counts with a column and a row of totals, without what has to be withheld."""
    whole = _with_totals(counts)
    hidden = {(i, j) for i, row in enumerate(whole) for j, count in enumerate(row) if 0 < count < FEWEST}
    while more := _further(whole, hidden):
        hidden.add(more)
    return tuple(
        tuple(Missing.WITHHELD if (i, j) in hidden else count for j, count in enumerate(row))
        for i, row in enumerate(whole)
    )


def protected_list(counts: Sequence[int]) -> tuple[tuple[Cell, ...], Cell]:
    """A list of counts and their total, without what has to be withheld."""
    *cells, total = (row[0] for row in protected([[count] for count in counts]))
    return tuple(cells), total


def _with_totals(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in counts]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)] if rows else [0]]


def _further(whole: Sequence[Sequence[int]], hidden: set[_Place]) -> _Place | None:
    """One more place that has to be withheld; None if no line gives anything away. A line ends with its total."""
    for line in _lines(whole):
        inside = [place for place in line if place in hidden]
        others = [place for place in line if place not in hidden]
        if others and _gives_away(whole, inside, line[-1]):
            return min(others, key=lambda at: (at == line[-1], whole[at[0]][at[1]] == 0, whole[at[0]][at[1]], at))
    return None


def _gives_away(whole: Sequence[Sequence[int]], inside: Sequence[_Place], total: _Place) -> bool:
    if len(inside) < 2:
        return len(inside) == 1
    return total not in inside and sum(whole[i][j] for i, j in inside) < FEWEST


def _lines(whole: Sequence[Sequence[int]]) -> Iterator[list[_Place]]:
    for i, row in enumerate(whole):
        yield [(i, j) for j in range(len(row))]
    for j in range(len(whole[0])):
        yield [(i, j) for i in range(len(whole))]


def told(count: int) -> Cell:
    """A single count that stands by itself."""
    return Missing.WITHHELD if 0 < count < FEWEST else count
