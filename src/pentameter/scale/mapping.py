"""Which organisations keep which list, as `data/lists.csv` says. Pure: no database.

The file is meant to be edited: a line by `agency` (a short name) goes before one by `kind`, and that before `sector`.
An empty list means that they keep none. A run remembers which list each agency stood for when it was frozen.
"""

import csv
from functools import cache
from importlib.resources import files

from pentameter.scale.rules.lists import Keeps, Kind

_BY = frozenset({"agency", "kind", "sector"})


class WrongMapping(ValueError):  # noqa: N818 - what is wrong, as people say it
    """The mapping cannot be used, with the line and the mend."""


@cache
def shipped() -> tuple[Keeps, ...]:
    """The mapping of this installation."""
    return read(files("pentameter.scale").joinpath("data/lists.csv").read_text(encoding="utf-8"))


def read(text: str) -> tuple[Keeps, ...]:
    """A mapping from the text of its file."""
    return tuple(_line(number, row) for number, row in enumerate(csv.DictReader(text.splitlines()), start=2))


def _line(number: int, row: dict[str, str]) -> Keeps:
    if row["by"] not in _BY:
        raise WrongMapping(f"Line {number}, by: “{row['by']}” is none of agency, kind and sector.")
    if row["list"] and row["list"] not in set(Kind):
        known = ", ".join(kind.value for kind in Kind)
        raise WrongMapping(f"Line {number}, list: “{row['list']}” is none of {known}. Leave it empty for no list.")
    return Keeps(row["by"], row["value"], Kind(row["list"]) if row["list"] else None, row["why"])
