"""Records under the columns of the Counter-Trafficking Data Collaborative's public file of 2021 (63 columns).

What is not known stays blank; a column of ours that the file does not have is an error, so that nothing is lost unseen.
"""

import csv
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from safetables.errors import BadInput
from safetables.microdata import Records


def ctdc_columns() -> tuple[str, ...]:
    """The columns, in their order."""
    text = (files("safetables") / "data" / "ctdc_columns.csv").read_text(encoding="utf-8")
    return tuple(row["column"] for row in csv.DictReader(text.splitlines()))


def write_ctdc(records: Records, path: Path | str, names: Mapping[str, str]) -> None:
    """Write the records; `names` says which of the file's columns each of ours is."""
    columns = ctdc_columns()
    for column in records.columns:
        if names.get(column) not in columns:
            raise BadInput(f"Column {column!r} is none of the public file's: name one of its {len(columns)} for it.")
    with Path(path).open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(
            {names[column]: value for column, value in zip(records.columns, row, strict=True)} for row in records.rows
        )
