"""What a sheet of a workbook hides, and where it calculates: read from its XML before its cells are."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.limits import MOST_CELLS, MOST_COLUMNS

_CHUNK = 256 * 1024
_LONGEST_TAG = 400
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]+)")
_TRUE = frozenset({"1", "true"})


_HIDES = b"hidden"
_CALCULATES = re.compile(rb"<f[\s>/]")
_CALCULATES_PREFIXED = re.compile(rb":f[\s>/]")
_ROW = re.compile(rb"<row\s[^>]*>?")
_LOW_ROW = re.compile(rb"\sht\s*=\s*[\"'](?:0|&)")
_NARROW_COLUMN = re.compile(rb"\swidth\s*=\s*[\"'](?:0|&)")
_FAR_COLUMN = re.compile(rb'r="(?:[A-Z]{3}|K[O-Z]|[L-Z][A-Z])[0-9]')
"""A reference beyond column KN, the three hundredth."""


@dataclass(slots=True)
class Found:
    """What a sheet hides and calculates. Rows and columns count from 1; `last_*` are the last that hold a cell."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formulas: dict[int, list[str]] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0


def parse(xml: IO[bytes], start: Callable[[str, dict[str, str]], None]) -> None:
    """Call `start` for each element, by its name without prefix. A document type is refused: no workbook has one.

    Raises:
        FileRefused: where it is no XML.
    """
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise FileRefused("damaged", "it carries what no workbook does. Save it again from Excel, and send it again.")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    try:
        while chunk := xml.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise FileRefused("damaged", "it is incomplete or damaged. Save it again, and send it again.") from error


def is_plain(xml: IO[bytes]) -> bool:
    """Whether a sheet certainly hides and calculates nothing and stays within the columns: a quick look at its bytes.

    What could be otherwise is not plain, and is then read with care.
    """
    chunk = xml.read(_CHUNK)
    head, found, _ = chunk.partition(b"<sheetData")
    if not found or not _is_utf_8(head) or b"<!" in head or _NARROW_COLUMN.search(head):
        return False
    before = b""
    while chunk:
        seen = before + chunk
        if _HIDES in seen or _CALCULATES.search(seen) or _CALCULATES_PREFIXED.search(seen) or _FAR_COLUMN.search(seen):
            return False
        if any(_LOW_ROW.search(row[0]) for row in _ROW.finditer(seen)):
            return False
        before = seen[-_LONGEST_TAG:]
        chunk = xml.read(_CHUNK)
    return True


def _is_utf_8(head: bytes) -> bool:
    declaration = head[:100].partition(b"?>")[0].lower()
    return head[:1] == b"<" and (b"encoding" not in declaration or b'"utf-8"' in declaration)


def inspect(xml: IO[bytes]) -> Found:
    """Read a sheet through.

    Raises:
        FileRefused: where it reaches over more cells than can be held.
    """
    found = Found()
    here = (0, "")

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal here
        name = name.rpartition(":")[2]
        if name == "c":
            if match := _REFERENCE.fullmatch(attributes.get("r", "")):
                here = (int(match[2]), match[1])
                column = number_of(match[1])
                found.last_column = max(found.last_column, column)
                found.last_row = max(found.last_row, here[0])
        elif name == "f":
            found.formulas.setdefault(here[0], []).append(here[1])
        elif name == "row":
            if _is_hidden(attributes, "ht"):
                found.hidden_rows.append(int(attributes.get("r", "0")))
        elif name == "col" and _is_hidden(attributes, "width"):
            found.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    parse(xml, start)
    if found.last_column > MOST_COLUMNS:
        raise FileRefused(
            "too_many_columns",
            f"it reaches to column {found.last_column:,}; at most {MOST_COLUMNS} are read. "
            "Delete what stands beyond the template's columns, and send it again.",
        )
    if found.last_row * found.last_column > MOST_CELLS:
        raise FileRefused("too_large_unpacked", "it has more cells than can be read at once. Send it as CSV.")
    return found


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden", "").lower() in _TRUE or attributes.get(size) in {"0", "0.0"}


def number_of(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(number: int) -> str:
    """The letters of a column."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def refuse_hidden(found: Found, sheet: str) -> None:
    """Refuse a sheet that hides rows or columns which hold something, and say which.

    Raises:
        FileRefused: naming them.
    """
    rows = [number for number in found.hidden_rows if number <= found.last_row]
    columns = [first for first, _ in found.hidden_columns if first <= found.last_column]
    if rows:
        hidden = _listed("row", list(map(str, rows)))
        raise FileRefused("hidden_rows", f"in the sheet {sheet}, {hidden} hidden. Show or delete, and send it again.")
    if columns:
        spans = (range(a, min(b, found.last_column) + 1) for a, b in found.hidden_columns)
        hidden = _listed("column", [letters_of(number) for span in spans for number in span])
        raise FileRefused(
            "hidden_columns", f"in the sheet {sheet}, {hidden} hidden. Show or delete, and send it again."
        )


def _listed(what: str, names: list[str]) -> str:
    """Row 5 is; rows 5, 6 and 12 more are."""
    if len(names) == 1:
        return f"{what} {names[0]} is"
    shown, rest = names[:10], len(names) - 10
    last = f"{rest} more" if rest > 0 else shown.pop()
    return f"{what}s {', '.join(shown)} and {last} are"
