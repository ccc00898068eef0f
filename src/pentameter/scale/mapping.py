"""Which organisations keep which list, as `data/lists.csv` says. Pure: no database.

The file is meant to be edited: a line by `agency` (a short name) goes before one by `kind`, and that before `sector`.
An empty list means that they keep none. A run remembers which list each agency stood for when it was frozen.
"""

import csv
from functools import cache
from importlib.resources import files

from pentameter.scale.rules.lists import Keeps, Kind

_BY = frozenset({"agency", "kind", "sector"})
_COLUMNS = ("by", "value", "list", "why")


class WrongMapping(ValueError):  # noqa: N818 - what is wrong, as people say it
    """The mapping cannot be used, with the line and the mend."""


@cache
def shipped() -> tuple[Keeps, ...]:
    """The mapping of this installation."""
    return read(files("pentameter.scale").joinpath("data/lists.csv").read_text(encoding="utf-8"))


def read(text: str) -> tuple[Keeps, ...]:
    """A mapping from the text of its file.

    Raises:
        WrongMapping: where it lacks a column, or a line holds too few cells or something unknown.
    """
    lines = csv.DictReader(text.splitlines(), restval=None)
    if missing := [name for name in _COLUMNS if name not in (lines.fieldnames or ())]:
        raise WrongMapping(f"Line 1: there is no column {missing[0]}. Write the headings {', '.join(_COLUMNS)}.")
    try:
        return tuple(_line(number, row) for number, row in enumerate(lines, start=2))
    except csv.Error as error:
        raise WrongMapping(f"Line {lines.line_num + 1} cannot be read: {error}. Write it out again as CSV.") from error


def _line(number: int, row: dict[str, str]) -> Keeps:
    if any(row[name] is None for name in _COLUMNS):
        raise WrongMapping(f"Line {number} has too few cells. Write {', '.join(_COLUMNS)}, each between commas.")
    if row["by"] not in _BY:
        raise WrongMapping(f"Line {number}, by: “{row['by']}” is none of agency, kind and sector.")
    if row["list"] and row["list"] not in set(Kind):
        known = ", ".join(kind.value for kind in Kind)
        raise WrongMapping(f"Line {number}, list: “{row['list']}” is none of {known}. Leave it empty for no list.")
    return Keeps(row["by"], row["value"], Kind(row["list"]) if row["list"] else None, row["why"])
