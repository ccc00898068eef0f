"""Which counts of people are withheld, so that nobody can be recognised, not even by subtraction.

A count below the picture's threshold is withheld. It could be worked out from a total if it is the only cell that is
withheld in its row or column, or if all that is withheld there is too few: then the smallest other is withheld with it,
until no line gives anything away. Zeros stand, for they say that there is nobody; totals are cells like any other.

Several lines together can give away a cell that none of them does. Rows and columns are the points of a graph, and each
withheld cell is an edge between its two: a cell follows from the sums if and only if no circle of such edges goes
through it, for round a circle something can be added and taken away by turns without any sum changing (Gusfield, 1988,
SIAM Journal on Computing 17, 552).
"""

from collections.abc import Iterator, Sequence

import rustworkx as rx

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
    """One more place that has to be withheld; None if nothing is given away. A line ends with its total."""
    lines = [line for line in _lines(whole) if not hidden.issuperset(line)]
    telling = [line for line in lines if _gives_away(whole, [place for place in line if place in hidden], line[-1])]
    if not telling:
        followed = _followed(whole, hidden)
        telling = [line for line in lines if not followed.isdisjoint(line)]
    if not telling:
        return None
    line = telling[0]
    others = [place for place in line if place not in hidden]
    return min(others, key=lambda at: (at == line[-1], whole[at[0]][at[1]] == 0, whole[at[0]][at[1]], at))


def _followed(whole: Sequence[Sequence[int]], hidden: set[_Place]) -> set[_Place]:
    """The withheld places that follow from all sums together: the bridges of the graph."""
    graph: rx.PyGraph[None, None] = rx.PyGraph()
    graph.add_nodes_from([None] * (len(whole) + len(whole[0])))
    graph.add_edges_from_no_data([(i, len(whole) + j) for i, j in hidden])
    return {(min(ends), max(ends) - len(whole)) for ends in rx.bridges(graph)}


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
