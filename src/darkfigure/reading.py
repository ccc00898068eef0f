"""From what people hand in to one clean table: every check here names the list, the row or the value at fault."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.numeric import blank, numbers_of, shape_of

MOST_LISTS = 16
"""2**16 - 1 = 65,535 cells are still a table; with more lists than this nearly all of them are empty."""
MOST_PEOPLE = 2**53
"""Beyond this a float skips whole numbers."""

Rows = tuple[tuple[str, ...], NDArray[np.bool_], NDArray[np.int64]]


def checked_names(names: Iterable[Any]) -> tuple[str, ...]:
    """Names of lists: two to sixteen, none blank, no two alike, none that would break the names of models."""
    lists = tuple("" if blank(name) else str(name).strip() for name in names)
    if len(lists) < 2:
        raise BadInput(f"{len(lists)} list given: an overlap needs at least two lists.")
    if len(lists) > MOST_LISTS:
        raise BadInput(
            f"{len(lists)} lists make {2 ** len(lists) - 1:,} possible histories: at most {MOST_LISTS} lists are "
            "feasible, and more than eight are seldom useful. Merge lists of like agencies before reading them."
        )
    for place, name in enumerate(lists, start=1):
        if not name:
            raise BadInput(f"List {place} has no name.")
        if set(name) & set(":,"):
            raise BadInput(f"List {name!r}: colons and commas separate lists in the names of models; rename it.")
        if any(unicodedata.category(letter) == "Cc" for letter in name):
            raise BadInput(f"List {name!r}: its name holds a control character; rename it.")
    _require_unlike(lists)
    return lists


def _require_unlike(lists: tuple[str, ...]) -> None:
    met: dict[str, str] = {}
    for name in lists:
        other = met.setdefault(" ".join(unicodedata.normalize("NFKC", name).casefold().split()), name)
        if other != name:
            raise BadInput(
                f"Lists {other!r} and {name!r} differ in capitals or spaces only: every list needs its own name."
            )
        if lists.count(name) > 1:
            raise BadInput(f"Two lists are named {name!r}: every list needs its own name.")


def default_names(width: int) -> tuple[str, ...]:
    """A, B, C, ... for tables that come without names."""
    return tuple(chr(ord("A") + place) if width <= 26 else f"L{place + 1}" for place in range(width))


def checked_patterns(rows: Any, lists: Sequence[str]) -> NDArray[np.bool_]:
    """Rows of 0/1, shape (R, L), as booleans."""
    shape = shape_of(rows)
    if len(shape) != 2 or shape[1] != len(lists):
        raise BadInput(
            f"Rows of {len(lists)} memberships are wanted, one for each of {', '.join(lists)}. "
            "Counts have one column more; rows of one person each are read with from_individuals."
        )
    values = numbers_of(rows)
    wrong = np.argwhere((values != 0) & (values != 1))
    if wrong.size:
        row, place = (int(index) for index in wrong[0])
        raise BadInput(
            f"Row {row + 1}, list {lists[place]!r}: {_said(rows[row][place])} is neither 0 nor 1. "
            "If the column is a covariate, name it as strata; if it is a number of people, read the rows as counts."
        )
    return values.astype(bool)


def checked_counts(counts: Any) -> NDArray[np.int64]:
    """Numbers of people, shape (R,): whole and not negative."""
    if len(shape_of(counts)) != 1 or not np.size(counts):
        raise BadInput("The counts are wanted as one row of numbers, one for each history.")
    values = numbers_of(counts)
    failures = (
        (np.isnan(values), "is missing or not a number"),
        (values < 0, "is negative"),
        (values > MOST_PEOPLE, "is beyond what can be counted exactly"),
        (values != np.floor(values), "is not whole"),
    )
    for wrong, says in failures:
        if wrong.any():
            row = int(wrong.argmax())
            raise BadInput(f"Row {row + 1}, count: {_said(counts[row])} people {says}.")
    if values.sum() > MOST_PEOPLE:
        raise BadInput(f"The counts add up to {values.sum():g} people: beyond what can be counted exactly.")
    return values.astype(np.int64)


def checked_labels(labels: Iterable[Any]) -> list[str]:
    """Names of strata, none missing."""
    found = ["" if blank(label) else str(label).strip() for label in labels]
    if "" in found:
        raise BadInput(f"Row {found.index('') + 1} has no stratum: write 'unknown' where it is not known.")
    return found


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


def rows_of_mapping(mapping: Any, lists: Sequence[str] | None) -> Rows:
    """{("LA", "NG"): 15, ("GP",): 316} as names, patterns and counts; lists in order of appearance unless given."""
    if not isinstance(mapping, Mapping):
        raise BadInput(f"A mapping from groups of lists to people is wanted; this is {type(mapping).__name__}.")
    groups = [_group(key) for key in mapping]
    names = checked_names(lists if lists is not None else dict.fromkeys(name for group in groups for name in group))
    unknown = [name for group in groups for name in group if name not in names]
    if unknown:
        raise BadInput(f"A history names list {unknown[0]!r}, which is not among {', '.join(names)}.")
    patterns = np.array([[name in group for name in names] for group in groups], dtype=bool).reshape(-1, len(names))
    return names, patterns, checked_counts(list(mapping.values()))


def _group(key: Any) -> tuple[str, ...]:
    if isinstance(key, str):
        return (key.strip(),)
    if not isinstance(key, tuple | frozenset):
        raise BadInput(f"A history is a group of names such as ('LA', 'NG'); {key!r} is none.")
    return tuple(str(name).strip() for name in key)


def rows_of_counts(counts: Any, lists: Sequence[str] | None) -> Rows:
    """{(1, 0, 1): 12, ...}, or rows of memberships with the count last, as names, patterns and counts."""
    if isinstance(counts, Mapping):
        counts = [[*_pattern(pattern), count] for pattern, count in counts.items()]
    rows = _rows(counts, "a 0 or 1 for each list, then the count")
    names = checked_names(lists if lists is not None else default_names(len(rows[0]) - 1))
    patterns = checked_patterns([row[:-1] for row in rows], names)
    people = checked_counts([row[-1] for row in rows])
    if set(people.tolist()) == {0, 1} and len({tuple(row) for row in patterns.tolist()}) < len(rows):
        raise BadInput("The counts are all 0 or 1 and rows repeat: for one row a person use from_individuals.")
    return names, patterns, people


def _pattern(key: Any) -> tuple[Any, ...]:
    if isinstance(key, tuple | str):
        return tuple(key)
    raise BadInput(f"A history is a row of 0 and 1 such as (1, 0, 1); {key!r} is none.")


def rows_of_individuals(rows: Any, lists: Sequence[str] | None) -> tuple[tuple[str, ...], NDArray[np.bool_]]:
    """One row of 0/1 a person, as names and patterns."""
    people = _rows(rows, "a 0 or 1 for each list, one row a person")
    names = checked_names(lists if lists is not None else default_names(len(people[0])))
    return names, checked_patterns(people, names)


def _rows(values: Any, wanted: str) -> list[list[Any]]:
    try:
        rows = [list(row) for row in values]
    except TypeError:
        raise BadInput(f"Rows are wanted: {wanted}; this is {type(values).__name__}.") from None
    if not rows or not rows[0]:
        raise BadInput(f"The table is empty: rows of equal length are wanted, {wanted}.")
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            lengths = f"Row {number} has {len(row)} values where the first has {len(rows[0])}"
            raise BadInput(f"{lengths}: rows of equal length are wanted, {wanted}.")
    return rows


def _said(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else repr(value)
