"""All that was published of some people, as one system: each count once, whoever printed it.

A cell is known by its codes that are no totals, so that the row total "Durham" of one table and of another are one
number; this is how tables are linked (Hundepool et al. 2012). Days, hierarchies that nest one table's
areas in another's, and groups that overlap come in as further relations.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from safetables.comparing import Difference, Grows, Part, compare
from safetables.dimensions import Dimension
from safetables.errors import BadInput
from safetables.published import Published
from safetables.systems import INF, System
from safetables.tables import additions

Cell: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""Which count of which people, and the codes that are no totals, in the order of the dimensions' names."""


@dataclass(frozen=True)
class Relation:
    """`low` <= the sum of factor times count <= `high`, over cells named by their codes.

    `terms` are (factor, {dimension: code}); who is counted, and when, is `when` (see `About.when`). A group and one
    that overlaps it: Relation(((1, {"group": "either"}), (-1, {"group": "both"}), ...), 0, 0).
    """

    terms: tuple[tuple[float, Mapping[str, str]], ...]
    low: float = 0.0
    high: float = 0.0
    when: str = ""


@dataclass(eq=False)
class Universe:
    """`cells` in order; `places[i]` are those of the i-th table's cells; `differences` are those that no table
    shows."""

    cells: list[Cell] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    place: dict[Cell, int] = field(default_factory=dict)
    places: list[NDArray[np.int64]] = field(default_factory=list)
    differences: dict[int, Difference] = field(default_factory=dict)
    rows: list[tuple[NDArray[np.int64], NDArray[np.float64], float, float]] = field(default_factory=list)
    parts: list[tuple[sparse.csr_array, NDArray[np.int64]]] = field(default_factory=list)
    whole: bool = True

    def at(self, cell: Cell, least: float) -> int:
        """The place of a cell, which is made if it is new: nothing is said of it."""
        found = self.place.get(cell)
        if found is None:
            found = self.place[cell] = len(self.cells)
            self.cells.append(cell)
            self.low.append(least)
            self.high.append(INF)
            self.said.append("")
        return found

    def system(self) -> System:
        """All of it as arithmetic."""
        many = len(self.cells)
        matrices = [_spread(matrix, columns, many) for matrix, columns in self.parts]
        if self.rows:
            matrices.append(_rows(self.rows, many))
        matrix = sparse.csr_array(sparse.vstack(matrices, format="csr")) if matrices else sparse.csr_array((0, many))
        nought = sum(one.shape[0] for one, _ in self.parts)
        low = np.concatenate([np.zeros(nought), [row[2] for row in self.rows]])
        high = np.concatenate([np.zeros(nought), [row[3] for row in self.rows]])
        return System(matrix, low, high, np.array(self.low), np.array(self.high), self.whole)

    def name(self, place: int) -> str:
        """The cell as it is called in a sentence."""
        if place in self.differences and self.differences[place].words:
            return f"{self._codes(place)}, {self.differences[place].words}"
        when = self.cells[place][0]
        return f"{self._codes(place)} ({when})" if when else self._codes(place)

    def _codes(self, place: int) -> str:
        return ", ".join(f"{name} {code}" for name, code in self.cells[place][1]) or "the total"


def universe(
    published: Sequence[Published],
    *,
    links: Sequence[Dimension] = (),
    relations: Sequence[Relation] = (),
    grows: Grows = True,
    parts: Sequence[Part] = (),
) -> Universe:
    """All tables in one. `links`: hierarchies that hold whatever table a code stands in. `grows`: which populations'
    counts only rise from day to day. `parts`: populations that are parts of others."""
    _require_one_spelling(published)
    found = Universe(whole=all(one.whole for one in published))
    for table in published:
        _add_table(found, table)
    for dimension in links:
        _link(found, dimension)
    for relation in relations:
        _relate(found, relation)
    compare(found, published, grows, parts)
    return found


def _require_one_spelling(published: Sequence[Published]) -> None:
    """What two tables spell in two ways would be two things, and a reader knows better."""
    spelt: dict[tuple[str, ...], str] = {}
    for dimension in (one for table in published for one in table.dimensions):
        name, codes = dimension.name, dimension.codes[1:]
        folded = [code.casefold() for code in codes]
        words = {
            (name.casefold(), low): code for low, code in zip(folded, codes, strict=True) if folded.count(low) == 1
        }
        for key, word in ({(name.casefold(),): name} | words).items():
            if spelt.setdefault(key, word) != word:
                raise BadInput(f"{spelt[key]!r} and {word!r} stand in two tables: one thing needs one name.")


def _add_table(found: Universe, table: Published) -> None:
    places = np.array([found.at(cell, -INF) for cell in cells_of(table)], dtype=np.int64)
    pairs = zip(places.tolist(), table.low.ravel().tolist(), table.high.ravel().tolist(), strict=True)
    for (place, low, high), mark in zip(pairs, table.marks.ravel().tolist(), strict=True):
        if low > found.high[place] + 1e-9 or high < found.low[place] - 1e-9:
            raise BadInput(
                f"{found.name(place)} is {found.said[place]} in one table and {mark} in {table.name}: tables of "
                "different people, or of different days, have to say so."
            )
        if max(low, found.low[place]) > found.low[place] or high < found.high[place] or not found.said[place]:
            found.said[place] = str(mark)
        found.low[place], found.high[place] = max(low, found.low[place]), min(high, found.high[place])
    found.places.append(places)
    found.parts.append((additions(table.dimensions), places))


def cells_of(table: Published) -> list[Cell]:
    """The cells of a table as they are known to all, in the order of its counts."""
    order = sorted(range(len(table.dimensions)), key=lambda axis: table.dimensions[axis].name)
    codes = np.indices([len(one.codes) for one in table.dimensions]).reshape(len(table.dimensions), -1).T
    named = [[None if at == 0 else (one.name, code) for at, code in enumerate(one.codes)] for one in table.dimensions]
    fixed, when = table.about.within, table.about.when

    def cell(row: list[int]) -> Cell:
        pairs = tuple(pair for axis in order if (pair := named[axis][row[axis]]) is not None)
        return when, (tuple(sorted((*fixed, *pairs))) if fixed else pairs)

    return [cell(row) for row in codes.tolist()]


def _link(found: Universe, dimension: Dimension) -> None:
    contexts: dict[tuple[str, tuple[tuple[str, str], ...]], set[str]] = {}
    for when, pairs in found.cells:
        rest = tuple(pair for pair in pairs if pair[0] != dimension.name)
        code = dict(pairs).get(dimension.name, dimension.total)
        contexts.setdefault((when, rest), set()).add(code)
    for (when, rest), codes in contexts.items():
        if len(codes & set(dimension.codes)) < 2:
            continue
        for above, parts in dimension.families:
            members = [_member(dimension, place, when, rest) for place in (above, *parts)]
            columns = np.array([found.at(cell, 0.0) for cell in members])
            found.rows.append((columns, np.array([-1.0, *[1.0] * len(parts)]), 0.0, 0.0))


def _member(dimension: Dimension, place: int, when: str, rest: tuple[tuple[str, str], ...]) -> Cell:
    own = () if place == 0 else ((dimension.name, dimension.codes[place]),)
    return when, tuple(sorted((*rest, *own)))


def _relate(found: Universe, relation: Relation) -> None:
    columns = []
    for _, codes in relation.terms:
        cell = (relation.when, tuple(sorted((str(name), str(code)) for name, code in codes.items())))
        if cell not in found.place:
            said = ", ".join(f"{name} {code}" for name, code in cell[1])
            raise BadInput(f"A relation names {said or 'the total'} ({relation.when}), which is in no table.")
        columns.append(found.place[cell])
    factors = np.array([factor for factor, _ in relation.terms], dtype=float)
    found.rows.append((np.array(columns), factors, relation.low, relation.high))


def _spread(matrix: sparse.csr_array, columns: NDArray[np.int64], many: int) -> sparse.csr_array:
    entries = matrix.tocoo()
    return sparse.csr_array((entries.data, (entries.row, columns[entries.col])), shape=(matrix.shape[0], many))


def _rows(rows: Sequence[tuple[NDArray[np.int64], NDArray[np.float64], float, float]], many: int) -> sparse.csr_array:
    where = np.repeat(np.arange(len(rows)), [len(row[0]) for row in rows])
    columns, factors = np.concatenate([row[0] for row in rows]), np.concatenate([row[1] for row in rows])
    return sparse.csr_array((factors, (where, columns)), shape=(len(rows), many))
