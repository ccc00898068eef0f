"""CSV files as rows under named columns; what is wrong with a file is said in a sentence that names it."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from safetables.errors import BadInput

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True)
class Rows:
    """`names` of the columns, and each row's number in the file (the header is row 1) with its values."""

    file: str
    names: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def place(self, name: str) -> int | None:
        """Where a column stands, whatever its capitals."""
        found = [at for at, one in enumerate(self.names) if one.casefold() == name.casefold()]
        return found[0] if found else None


def read_rows(path: Path | str) -> Rows:
    """The file's rows that are not blank."""
    file = Path(path)
    called = "Standard input" if str(file) == "/dev/stdin" else file.name
    lines = [(number, row) for number, row in _lines(file, called) if any(row)]
    if len(lines) < 2:
        raise BadInput(f"{called} is empty: a line of names and at least one row are needed.")
    names = tuple(lines[0][1])
    _check_names(called, names)
    for number, row in lines[1:]:
        if len(row) != len(names):
            raise BadInput(f"{called}, row {number}: {len(row)} values where the header has {len(names)} names.")
    return Rows(called, names, tuple((number, tuple(row)) for number, row in lines[1:]))


def _lines(file: Path, called: str) -> list[tuple[int, list[str]]]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        return [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except IsADirectoryError:
        raise BadInput(f"{called} is a folder, where a CSV file is wanted.") from None
    except FileNotFoundError:
        raise BadInput(f"{called}: there is no such file.") from None
    except OSError as error:
        raise BadInput(f"{called} cannot be read: {(error.strerror or 'unknown reason').lower()}.") from None
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{called} is no text in UTF-8 (byte {error.start + 1}): save the table as 'CSV UTF-8'."
        ) from None
    except csv.Error as error:
        raise BadInput(f"{called} is no CSV file: {error}.") from None


def _check_names(called: str, names: tuple[str, ...]) -> None:
    for separator, said in _OTHER_SEPARATORS.items():
        if len(names) == 1 and separator in names[0]:
            raise BadInput(f"{called}: the columns are separated by {said}: commas are wanted.")
    if any("\0" in name for name in names):
        raise BadInput(f"{called} holds binary data: save the table as 'CSV UTF-8'.")
    seen: set[str] = set()
    for at, name in enumerate(names, start=1):
        if not name:
            raise BadInput(f"{called}: column {at} has no name.")
        if name.casefold() in seen:
            raise BadInput(f"{called}: two columns are named {name!r}: which one is meant?")
        seen.add(name.casefold())
