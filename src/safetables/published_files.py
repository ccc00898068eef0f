"""Safe tables in files: a row for each cell, its codes, what is printed of it, and what can be concluded from that
alone.

`count` is what readers see: a number, x where it is hidden, 10-19 for a band; `at_least` and `at_most` are its limits,
blank where there is none. Files of others without these two columns are read by what they print.
"""

import csv
import re
from pathlib import Path

import numpy as np

from safetables.about import About
from safetables.errors import BadInput
from safetables.published import HIDDEN, Published
from safetables.rows import Rows, read_rows
from safetables.systems import INF
from safetables.table_files import COUNT, SUM, read_cells, read_hierarchy

HIDDEN_MARKS = {"", HIDDEN, "c", "*", ":", "..", "-", "#", "[c]", "[x]", "s", "suppressed", "hidden"}
_BAND = re.compile(r"^(\d+)\s*(?:-|–|to)\s*(\d+)$")
_BELOW = re.compile(r"^(?:<|fewer than |less than )\s*(\d+)$")
_ABOVE = re.compile(r"^(\d+)\s*(?:\+|or more)$")


def write_published(table: Published, path: Path | str) -> None:
    """A row for each cell, in the order of the table."""
    header = [*(one.name for one in table.dimensions), COUNT if table.whole else SUM, "at_least", "at_most"]
    limits = zip(table.low.ravel().tolist(), table.high.ravel().tolist(), strict=True)
    places = np.ndindex(*table.low.shape)
    try:
        with Path(path).open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for place, (low, high) in zip(places, limits, strict=True):
                codes = [one.codes[at] for one, at in zip(table.dimensions, place, strict=True)]
                writer.writerow([*codes, table.marks[place], _text(low), _text(high)])
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from None


def read_published(
    path: Path | str,
    hierarchy: Path | str | None = None,
    *,
    least: float = 1.0,
    about: About | None = None,
) -> Published:
    """The table that a file shows; a hidden cell is at least `least` unless the file says otherwise.

    A cell that is not in the file is one of which nothing is known, not even that."""
    rows = read_rows(path)
    dimensions, cells = read_cells(rows, read_hierarchy(hierarchy) if hierarchy is not None else {})
    column = rows.place(COUNT) if rows.place(COUNT) is not None else rows.place(SUM)
    if column is None:
        raise BadInput(f"{rows.file} has no column 'count' (nor 'sum').")
    shape = [len(one.codes) for one in dimensions]
    low, high, marks = np.zeros(shape), np.full(shape, INF), np.full(shape, "", dtype=object)
    for codes, (number, row) in cells.items():
        place = tuple(one.place[code] for one, code in zip(dimensions, codes, strict=True))
        marks[place] = row[column]
        low[place], high[place] = _limits(rows, number, row, column, least)
    whole = rows.names[column].casefold() == COUNT
    return Published(tuple(dimensions), low, high, marks, whole, about or About(name=rows.file))


def _limits(rows: Rows, number: int, row: tuple[str, ...], column: int, least: float) -> tuple[float, float]:
    at_least, at_most = rows.place("at_least"), rows.place("at_most")
    if at_least is None or at_most is None:
        return _printed(rows, number, row[column], rows.names[column], least)
    low = _limit(rows, number, row, at_least, 0.0)
    high = _limit(rows, number, row, at_most, INF)
    if low > high:
        raise BadInput(f"{rows.file}, row {number}: at_least {row[at_least]} is more than at_most {row[at_most]}.")
    return low, high


def _limit(rows: Rows, number: int, row: tuple[str, ...], column: int, blank: float) -> float:
    if not row[column]:
        return blank
    try:
        return float(row[column])
    except ValueError:
        where = f"{rows.file}, row {number}, {rows.names[column]}"
        raise BadInput(f"{where}: {row[column]!r} is not a number.") from None


def _printed(rows: Rows, number: int, text: str, column: str, least: float) -> tuple[float, float]:
    """What can be concluded from what is printed."""
    if text.casefold() in HIDDEN_MARKS:
        return least, INF
    digits = text.replace(",", "")
    if found := _BAND.match(digits):
        return float(found[1]), float(found[2])
    if found := _BELOW.match(digits):
        return least, float(found[1]) - 1
    if found := _ABOVE.match(digits):
        return float(found[1]), INF
    try:
        value = float(digits)
    except ValueError:
        raise BadInput(
            f"{rows.file}, row {number}, {column}: {text!r} is neither a number, nor a band such as 10-19, nor a "
            "mark of what is hidden such as x."
        ) from None
    return value, value


def _text(limit: float) -> str:
    return "" if np.isinf(limit) else f"{limit:.12g}"
