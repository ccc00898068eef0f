"""From what people hand in to one clean table: every check here names the list, the row or the value at fault."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput

MOST_LISTS = 16
"""2**16 - 1 = 65,535 cells are still a table; with more lists than this nearly all of them are empty."""


def checked_names(names: Iterable[Any]) -> tuple[str, ...]:
    """Names of lists: two to sixteen, none blank, none twice."""
    lists = tuple(str(name).strip() for name in names)
    if len(lists) < 2:
        raise BadInput(f"{len(lists)} list given: an overlap needs at least two lists.")
    if len(lists) > MOST_LISTS:
        raise BadInput(
            f"{len(lists)} lists make {2 ** len(lists) - 1:,} possible histories: at most {MOST_LISTS} lists are "
            "feasible, and more than eight are seldom useful. Merge lists of like agencies before reading them."
        )
    blank = [place for place, name in enumerate(lists, start=1) if not name]
    if blank:
        raise BadInput(f"List {blank[0]} has no name.")
    twice = [name for name in lists if lists.count(name) > 1]
    if twice:
        raise BadInput(f"Two lists are named {twice[0]!r}: every list needs its own name.")
    return lists


def default_names(width: int) -> tuple[str, ...]:
    """A, B, C, ... for tables that come without names."""
    return tuple(chr(ord("A") + place) if width <= 26 else f"L{place + 1}" for place in range(width))


def checked_patterns(rows: Any, lists: Sequence[str]) -> NDArray[np.bool_]:
    """Rows of 0/1, shape (R, L), as booleans."""
    values = _numbers(rows, "the rows of list membership")
    if values.ndim != 2 or values.shape[1] != len(lists):
        raise BadInput(f"Rows of {len(lists)} memberships are wanted, one for each of {', '.join(lists)}.")
    wrong = np.argwhere((values != 0) & (values != 1))
    if wrong.size:
        row, place = (int(index) for index in wrong[0])
        raise BadInput(
            f"Row {row + 1}, list {lists[place]!r}: {values[row, place]:g} is neither 0 nor 1. "
            "If the column is a covariate, name it as strata; if it is a number of people, read the rows as counts."
        )
    return values.astype(bool)


def checked_counts(counts: Any) -> NDArray[np.int64]:
    """Numbers of people, shape (R,): whole and not negative."""
    values = _numbers(counts, "the counts")
    for row, value in enumerate(values.ravel()):
        if not np.isfinite(value):
            raise BadInput(f"Row {row + 1}: the count is missing or not a number.")
        if value < 0:
            raise BadInput(f"Row {row + 1}: a count of {value:g} people is negative.")
        if value != np.floor(value):
            raise BadInput(f"Row {row + 1}: a count of {value:g} people is not whole.")
        if value > 2**53:
            raise BadInput(f"Row {row + 1}: a count of {value:g} people is beyond what can be counted exactly.")
    return values.ravel().astype(np.int64)


def merged(
    patterns: NDArray[np.bool_], counts: NDArray[np.int64], lists: Sequence[str]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Repeated rows added up, empty ones left out, in canonical order: by bit mask, the first list its lowest bit."""
    absent = np.flatnonzero(~patterns.any(axis=1))
    if absent.size:
        raise BadInput(
            f"Row {absent[0] + 1} is on no list at all: people whom no list has seen cannot be in the table."
        )
    codes = patterns @ (1 << np.arange(len(lists), dtype=np.int64))
    unique, where = np.unique(codes, return_inverse=True)
    totals = np.zeros(unique.size, dtype=np.int64)
    np.add.at(totals, where, counts)
    if not totals.sum():
        raise BadInput("The table counts nobody: at least one history needs people in it.")
    kept = totals > 0
    bits = np.arange(len(lists), dtype=np.int64)
    return ((unique[kept, None] >> bits) & 1).astype(bool), totals[kept]


def rows_of_mapping(
    mapping: Mapping[tuple[str, ...], Any], lists: Sequence[str] | None
) -> tuple[tuple[str, ...], NDArray[np.bool_], NDArray[np.int64]]:
    """{("LA", "NG"): 15, ("GP",): 316} as names, patterns and counts; lists in order of appearance unless given."""
    groups = [(key,) if isinstance(key, str) else tuple(key) for key in mapping]
    names = checked_names(lists if lists is not None else dict.fromkeys(name for group in groups for name in group))
    unknown = [name for group in groups for name in group if name not in names]
    if unknown:
        raise BadInput(f"A history names list {unknown[0]!r}, which is not among {', '.join(names)}.")
    patterns = np.array([[name in group for name in names] for group in groups], dtype=bool).reshape(-1, len(names))
    return names, patterns, checked_counts(list(mapping.values()))


def rows_of_csv(
    path: Path | str, strata: str | None
) -> tuple[tuple[str, ...], NDArray[np.bool_], NDArray[np.int64], list[str]]:
    """A file of 0/1 columns and then `count`, with at most one further column that names the stratum."""
    with Path(path).open(newline="", encoding="utf-8-sig") as file:
        rows = [[cell.strip() for cell in row] for row in csv.reader(file) if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise BadInput(f"{Path(path).name} is empty: a line of names and at least one row are needed.")
    header, body = rows[0], rows[1:]
    ragged = [number for number, row in enumerate(body, start=1) if len(row) != len(header)]
    if ragged:
        raise BadInput(f"Row {ragged[0]} has {len(body[ragged[0] - 1])} values where the header has {len(header)}.")
    counted = _place(header, "count", "It may hold one row a person: read those with from_individuals.")
    stratum = None if strata is None else _place(header, strata, "It was to name the stratum.")
    columns = [place for place in range(len(header)) if place not in (counted, stratum)]
    names = checked_names(header[place] for place in columns)
    patterns = checked_patterns([[row[place] for place in columns] for row in body], names)
    labels = [] if stratum is None else [row[stratum] for row in body]
    return names, patterns, checked_counts([row[counted] for row in body]), labels


def _place(header: list[str], name: str, hint: str) -> int:
    for place, column in enumerate(header):
        if column.lower() == name.lower():
            return place
    raise BadInput(f"The file has no column {name!r}. {hint}")


def _numbers(values: Any, what: str) -> NDArray[np.float64]:
    try:
        numbers = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{what[0].upper()}{what[1:]} hold something that is not a number: {error}.") from None
    if not numbers.size:
        raise BadInput(f"There is nothing in {what}.")
    return numbers
