"""Tables in files: a row for each cell, its codes and then `count` (or `sum` with the largest contributions).

A hierarchy file has the columns dimension, code, parent: a row for each code, the parent blank for the total.
Dimensions that are not in it are flat, and their total is the code called Total or All; without one it is added.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from safetables.about import About
from safetables.dimensions import Dimension, dimension_of
from safetables.errors import BadInput
from safetables.rows import Rows, read_rows
from safetables.tables import EXACT, Codes, Table

COUNT, SUM, LARGEST = "count", "sum", "largest"
NOT_DIMENSIONS = (COUNT, SUM, "at_least", "at_most")


def read_table(
    path: Path | str,
    hierarchy: Path | str | None = None,
    *,
    missing: float | None = None,
    about: About | None = None,
) -> Table:
    """The table in a file. `missing` is what a cell counts that is not there; unless given, each has to be."""
    rows = read_rows(path)
    value = _value_column(rows)
    dimensions, cells = read_cells(rows, read_hierarchy(hierarchy) if hierarchy is not None else {})
    whole = rows.names[value].casefold() == COUNT
    counts = {codes: _number(rows, number, value, row[value], whole=whole) for codes, (number, row) in cells.items()}
    about = about or About(name=rows.file)
    try:
        table = Table.of(dimensions, counts, whole=whole, missing=missing, about=about)
    except BadInput as error:
        raise BadInput(f"{rows.file}: {error}") from None
    return replace(table, contributions=_contributions(rows, cells, table))


def read_hierarchy(path: Path | str) -> dict[str, Dimension]:
    """Dimensions by their names."""
    rows = read_rows(path)
    columns = [rows.place(name) for name in ("dimension", "code", "parent")]
    if None in columns:
        raise BadInput(
            f"{rows.file}: the columns dimension, code and parent are wanted; it has {', '.join(rows.names)}."
        )
    pairs: dict[str, list[tuple[str, str]]] = {}
    for number, row in rows.rows:
        name, code, parent = (row[at] for at in columns if at is not None)
        if not name or not code:
            raise BadInput(f"{rows.file}, row {number}: {'code' if name else 'dimension'} is blank.")
        pairs.setdefault(name, []).append((code, parent))
    try:
        return {name: Dimension.from_pairs(name, found) for name, found in pairs.items()}
    except BadInput as error:
        raise BadInput(f"{rows.file}: {error}") from None


def read_cells(
    rows: Rows, hierarchies: Mapping[str, Dimension]
) -> tuple[list[Dimension], dict[Codes, tuple[int, tuple[str, ...]]]]:
    """The dimensions of a file of cells, and the row of each cell."""
    places = [
        at
        for at, name in enumerate(rows.names)
        if name.casefold() not in NOT_DIMENSIONS and not name.casefold().startswith(LARGEST)
    ]
    if not places:
        raise BadInput(f"{rows.file}: no column is a dimension; it has {', '.join(rows.names)}.")
    _require_codes(rows, places)
    dimensions = [
        hierarchies.get(rows.names[at]) or dimension_of(rows.names[at], (row[at] for _, row in rows.rows))
        for at in places
    ]
    cells: dict[Codes, tuple[int, tuple[str, ...]]] = {}
    for number, row in rows.rows:
        codes = tuple(row[at] for at in places)
        for dimension, code in zip(dimensions, codes, strict=True):
            if code not in dimension.place:
                raise BadInput(f"{rows.file}, row {number}, {dimension.name}: {code!r} is not in the hierarchy.")
        if codes in cells:
            raise BadInput(
                f"{rows.file}, row {number}: the cell {', '.join(codes)} stands in row {cells[codes][0]} too."
            )
        cells[codes] = (number, row)
    return dimensions, cells


def _require_codes(rows: Rows, places: Sequence[int]) -> None:
    for number, row in rows.rows:
        for at in places:
            if not row[at]:
                raise BadInput(f"{rows.file}, row {number}, {rows.names[at]}: the code is blank.")


def _value_column(rows: Rows) -> int:
    found = [at for at in (rows.place(COUNT), rows.place(SUM)) if at is not None]
    if len(found) != 1:
        said = "has both count and sum: which is meant?" if found else "has no column 'count' (nor 'sum')."
        raise BadInput(f"{rows.file} {said}")
    return found[0]


def _number(rows: Rows, number: int, column: int, text: str, *, whole: bool) -> float:
    where = f"{rows.file}, row {number}, {rows.names[column]}"
    digits = text.replace(",", "").replace(" ", "")
    try:
        value = float(digits)
    except ValueError:
        raise BadInput(
            f"{where}: {text!r} is not a number." if text else f"{where}: it is blank; write 0 for nobody."
        ) from None
    faults = (
        (value != value or value in (float("inf"), float("-inf")), "is not a number"),
        (value < 0, "is negative"),
        (value > EXACT, "is beyond what can be counted exactly"),
        (whole and value == value and abs(value) < EXACT and value != int(value), "is not whole"),
    )
    for wrong, says in faults:
        if wrong:
            raise BadInput(f"{where}: {text!r} {says}.")
    return value


def _contributions(
    rows: Rows, cells: Mapping[Codes, tuple[int, tuple[str, ...]]], table: Table
) -> dict[Codes, tuple[float, ...]] | None:
    """The columns largest_1, largest_2, ... of each cell."""
    places = [at for at, name in enumerate(rows.names) if name.casefold().startswith(LARGEST)]
    if not places:
        return None
    found = {}
    for codes, (number, row) in cells.items():
        given = [_number(rows, number, at, row[at], whole=False) for at in places if row[at]]
        if sum(given) > table.value(codes) * (1 + 1e-9):
            raise BadInput(f"{rows.file}, row {number}: the largest contributions are more than the sum.")
        found[codes] = tuple(sorted(given, reverse=True))
    return found
