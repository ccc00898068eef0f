"""A table of counts, or of sums, with all its totals.

Every combination of the codes of its dimensions is a cell. What adds up to what is a sparse matrix with a row for each
code that has parts, in each combination of the other dimensions' codes (Hundepool et al. 2012; Fischetti
and Salazar 2001, who write a table as the solutions of M y = 0).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from safetables.about import UNNAMED, About
from safetables.dimensions import Dimension
from safetables.errors import BadInput

Codes: TypeAlias = tuple[str, ...]
"""A code of each dimension, in the order of the dimensions: one cell of one table."""
MOST_CELLS = 2_000_000
EXACT = 2**53
"""Beyond this a float skips whole numbers."""
NEAR = 1e-6


@dataclass(frozen=True, eq=False)
class Table:
    """`values`, shape (codes of the first dimension, of the second, ...): how many people, or how much, in each cell.

    `whole`: counts, not sums. `contributions[cell]` are the largest contributions to a sum, largest first; `computed`
    is how many totals were not given and were added up.

    >>> sex, area = Dimension.flat("sex", "FM"), Dimension.flat("area", ["north", "south"])
    >>> cells = {("F", "north"): 3, ("F", "south"): 12, ("M", "north"): 30, ("M", "south"): 41}
    >>> Table.of([sex, area], cells).value(("Total", "north"))
    33.0
    """

    dimensions: tuple[Dimension, ...]
    values: NDArray[np.float64]
    computed: int = 0
    whole: bool = True
    contributions: Mapping[Codes, tuple[float, ...]] | None = None
    about: About = UNNAMED

    @classmethod
    def of(
        cls,
        dimensions: Sequence[Dimension],
        cells: Mapping[Codes, float],
        *,
        whole: bool = True,
        missing: float | None = None,
        contributions: Mapping[Codes, tuple[float, ...]] | None = None,
        about: About = UNNAMED,
    ) -> Self:
        """From {codes: count}. Totals that are not there are added up; all that are there have to add up. `missing`
        is what a cell without parts counts that is not there; unless it is given, that is an error."""
        spanned = tuple(dimensions)
        _check_span(spanned)
        values = np.full([len(one.codes) for one in spanned], np.nan)
        for codes, value in cells.items():
            values[_place(spanned, codes)] = _checked(codes, value, whole=whole)
        full, computed = _filled(spanned, values, missing, whole=whole)
        return cls(spanned, full, computed, whole, contributions, about)

    @cached_property
    def cells(self) -> tuple[Codes, ...]:
        """All cells in the order of `values.ravel()`."""
        return tuple(product(*(one.codes for one in self.dimensions)))

    @cached_property
    def relations(self) -> sparse.csr_array:
        """A, shape (relations, cells): A x = 0 is that the parts add up."""
        return additions(self.dimensions)

    @cached_property
    def inner(self) -> NDArray[np.bool_]:
        """Which cells, in the order of `cells`, are no total of anything."""
        marks = np.zeros(self.values.shape, dtype=bool)
        marks[np.ix_(*(one.leaves for one in self.dimensions))] = True
        return marks.ravel()

    def value(self, codes: Codes) -> float:
        """What one cell counts."""
        return float(self.values[_place(self.dimensions, codes)])

    def items(self) -> Iterator[tuple[Codes, float]]:
        """Each cell and its count."""
        return zip(self.cells, self.values.ravel().tolist(), strict=True)


def named(dimensions: Sequence[Dimension], codes: Codes) -> str:
    """The cell as it is called in a sentence: "area Durham, sex F"; "the total" where every code is a total.

    >>> named([Dimension.flat("area", ["Durham"]), Dimension.flat("sex", "F")], ("Durham", "Total"))
    'area Durham'
    """
    parts = [f"{one.name} {code}" for one, code in zip(dimensions, codes, strict=True) if code != one.total]
    return ", ".join(parts) or "the total"


def additions(dimensions: Sequence[Dimension]) -> sparse.csr_array:
    """The matrix of all additive relations, the total with -1 and its parts with 1."""
    shape = [len(one.codes) for one in dimensions]
    places = np.arange(np.prod(shape, dtype=np.int64)).reshape(shape)
    rows: list[NDArray[np.int64]] = []
    columns: list[NDArray[np.int64]] = []
    signs: list[NDArray[np.float64]] = []
    count = 0
    for axis, dimension in enumerate(dimensions):
        lines = np.moveaxis(places, axis, 0).reshape(shape[axis], -1)
        for above, parts in dimension.families:
            members = lines[[above, *parts]]
            rows.append(np.tile(count + np.arange(members.shape[1]), len(parts) + 1))
            columns.append(members.ravel())
            signs.append(np.repeat([-1.0, *[1.0] * len(parts)], members.shape[1]))
            count += members.shape[1]
    if not rows:
        return sparse.csr_array((0, int(np.prod(shape))))
    entries = (np.concatenate(signs), (np.concatenate(rows), np.concatenate(columns)))
    return sparse.csr_array(entries, shape=(count, int(np.prod(shape))))


def _check_span(dimensions: Sequence[Dimension]) -> None:
    names = [one.name for one in dimensions]
    if not names:
        raise BadInput("A table needs at least one dimension.")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise BadInput(f"Two dimensions are named {twice!r}: each needs its own name.")
    size = int(np.prod([len(one.codes) for one in dimensions], dtype=object))
    if size > MOST_CELLS:
        raise BadInput(f"The table has {size:,} cells; at most {MOST_CELLS:,} are feasible. Publish fewer dimensions.")


def _place(dimensions: Sequence[Dimension], codes: Codes) -> tuple[int, ...]:
    if len(codes) != len(dimensions):
        raise BadInput(f"The cell {codes!r} has {len(codes)} codes where the table has {len(dimensions)} dimensions.")
    for one, code in zip(dimensions, codes, strict=True):
        if code not in one.place:
            raise BadInput(f"{code!r} is no code of dimension {one.name!r}.")
    return tuple(one.place[code] for one, code in zip(dimensions, codes, strict=True))


def _checked(codes: Codes, value: Any, *, whole: bool) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = float("nan")
    faults = (
        (number != number, "is not a number"),
        (number < 0, "is negative"),
        (number > EXACT, "is beyond what can be counted exactly"),
        (whole and number == number and number not in (float("inf"),) and number != int(number), "is not whole"),
    )
    for wrong, says in faults:
        if wrong:
            raise BadInput(f"The cell {', '.join(codes)}: {value!r} {says}.")
    return number


def _filled(
    dimensions: Sequence[Dimension], values: NDArray[np.float64], missing: float | None, *, whole: bool
) -> tuple[NDArray[np.float64], int]:
    """All cells, from the ones without parts upwards, and how many totals were added up; totals given are checked."""
    leaves = np.ix_(*(one.leaves for one in dimensions))
    _require_leaves(dimensions, values, missing)
    full = np.where(np.isnan(values), 0.0, values)
    if missing is not None:
        full[leaves] = np.where(np.isnan(values[leaves]), missing, values[leaves])
    for axis, dimension in enumerate(dimensions):
        moved = np.moveaxis(full, axis, 0)
        for above, parts in reversed(dimension.families):
            moved[above] = moved[list(parts)].sum(axis=0)
    given = ~np.isnan(values)
    slack = 0.0 if whole else NEAR * max(1.0, float(full.max(initial=0.0)))
    _require_sums(dimensions, values, full, given & (np.abs(full - np.where(given, values, 0.0)) > slack))
    computed = int((~given).sum() - (~given[leaves]).sum())
    return full, computed


def _require_leaves(dimensions: Sequence[Dimension], values: NDArray[np.float64], missing: float | None) -> None:
    leaves = np.ix_(*(one.leaves for one in dimensions))
    absent = np.argwhere(np.isnan(values[leaves]))
    if missing is None and absent.size:
        first = tuple(one.codes[one.leaves[place]] for one, place in zip(dimensions, absent[0], strict=True))
        others = f", and {len(absent) - 1:,} more" if len(absent) > 1 else ""
        raise BadInput(
            f"There is no count for {named(dimensions, first)}{others}. Give every cell, 0 where there is nobody, "
            "or say that what is missing counts nobody."
        )


def _require_sums(
    dimensions: Sequence[Dimension],
    given: NDArray[np.float64],
    added: NDArray[np.float64],
    wrong: NDArray[np.bool_],
) -> None:
    if not wrong.any():
        return
    places = np.argwhere(wrong)
    said = [
        f"{named(dimensions, tuple(one.codes[at] for one, at in zip(dimensions, place, strict=True)))} is given as "
        f"{given[tuple(place)]:,.10g}, its parts add up to {added[tuple(place)]:,.10g}"
        for place in places[:5]
    ]
    more = f"; and {len(places) - 5:,} more" if len(places) > 5 else ""
    raise BadInput(f"Totals do not add up: {'; '.join(said)}{more}.")
