"""Capture tables in CSV files: 0/1 columns, one for each list, and a column `count`."""

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from darkfigure import reading
from darkfigure.errors import BadInput

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def rows_of_csv(
    path: Path | str, strata: str | None
) -> tuple[tuple[str, ...], NDArray[np.bool_], NDArray[np.int64], list[str]]:
    """Names, patterns, counts, and with `strata` the stratum of each row from the column of that name."""
    rows = rows_of(Path(path))
    if len(rows) < 2:
        raise BadInput(f"{Path(path).name} is empty: a line of names and at least one row are needed.")
    header, body = rows[0], rows[1:]
    _require_commas(header)
    for number, row in enumerate(body, start=1):
        if len(row) != len(header):
            raise BadInput(f"Row {number} has {len(row)} values where the header has {len(header)}.")
    counted = _place(header, "count", "It may hold one row a person: read those with from_individuals.")
    stratum = None if strata is None else _place(header, strata, "It was to name the stratum.")
    if stratum == counted:
        raise BadInput("The column 'count' holds the people: it cannot name the stratum too.")
    columns = [place for place in range(len(header)) if place not in (counted, stratum)]
    names = reading.checked_names(header[place] for place in columns)
    patterns = reading.checked_patterns([[row[place] for place in columns] for row in body], names)
    labels = [] if stratum is None else reading.checked_labels([row[stratum] for row in body])
    return names, patterns, reading.checked_counts([row[counted] for row in body]), labels


def rows_of(path: Path) -> list[list[str]]:
    """The lines that are not blank, each as its cells."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = [[cell.strip() for cell in row] for row in csv.reader(file, strict=True)]
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{path.name} is no text in UTF-8 (byte {error.start + 1}): save the table as 'CSV UTF-8'."
        ) from None
    except csv.Error as error:
        raise BadInput(f"{path.name} is no CSV file: {error}.") from None
    if any("\0" in cell for row in rows for cell in row):
        raise BadInput(f"{path.name} holds binary data: save the table as 'CSV UTF-8'.")
    return [row for row in rows if any(row)]


def _require_commas(header: list[str]) -> None:
    for separator, name in _OTHER_SEPARATORS.items():
        if len(header) == 1 and separator in header[0]:
            raise BadInput(f"The columns are separated by {name}: commas are wanted.")


def _place(header: list[str], name: str, hint: str) -> int:
    found = [place for place, column in enumerate(header) if column.casefold() == name.strip().casefold()]
    if not found:
        raise BadInput(f"The file has no column {name!r}. {hint}")
    if len(found) > 1:
        raise BadInput(f"Two columns are named {name!r}: which one is meant?")
    return found[0]
