"""Records under the columns of others: the public file of the Counter-Trafficking Data Collaborative of 2021 (63
columns), and the Human Trafficking Case Data Standard 2.0 (its fields but for the deprecated ones).

What is not known stays blank; a column of ours that the file does not have is an error, so that nothing is lost unseen.
The standard is one for case files: what it holds in free words, days, numbers to call and places to live is no column
of a file for everybody.
"""

import csv
from collections.abc import Collection, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from safetables.errors import BadInput
from safetables.microdata import Records


def ctdc_columns() -> tuple[str, ...]:
    """The public file's columns, in their order."""
    return tuple(row["column"] for row in _rows("ctdc_columns.csv"))


def htcds_columns() -> tuple[str, ...]:
    """The standard's columns, in their order."""
    return tuple(row["column"] for row in _rows("htcds_columns.csv"))


def htcds_columns_for_everybody() -> frozenset[str]:
    """Those that hold codes of a list, a country, a language, a number or yes or no."""
    return frozenset(row["column"] for row in _rows("htcds_columns.csv") if row["everybody"] == "yes")


def write_ctdc(records: Records, path: Path | str, names: Mapping[str, str]) -> None:
    """Write the records; `names` says which of the file's columns each of ours is."""
    _write(records, path, names, ctdc_columns(), frozenset(ctdc_columns()), "the public file's")


def write_htcds(records: Records, path: Path | str, names: Mapping[str, str]) -> None:
    """The same under the standard's columns; `BadInput` for one that is not for everybody to read."""
    wanted = [column for column in names.values() if column in htcds_columns()]
    closed = next((column for column in wanted if column not in htcds_columns_for_everybody()), None)
    if closed is not None:
        raise BadInput(f"{closed} is for case files: it can tell who somebody is, and is in no file for everybody.")
    _write(records, path, names, htcds_columns(), htcds_columns_for_everybody(), "the standard's")


def _write(
    records: Records,
    path: Path | str,
    names: Mapping[str, str],
    columns: Sequence[str],
    may: Collection[str],
    whose: str,
) -> None:
    for column in records.columns:
        if names.get(column) not in may:
            raise BadInput(f"Column {column!r} is none of {whose}: name one of its {len(may)} for it.")
    chosen = [names[column] for column in records.columns]
    twice = next((column for column in chosen if chosen.count(column) > 1), None)
    if twice is not None:
        raise BadInput(f"Two columns are to be {twice}: which one is meant?")
    with Path(path).open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(dict(zip(chosen, row, strict=True)) for row in records.rows)


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("safetables") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
