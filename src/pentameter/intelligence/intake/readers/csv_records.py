"""The records of a text file: separated cells, quoted line breaks, and lines that break the rules."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from pentameter.intelligence.intake.limits import MOST_LINES_IN_A_ROW
from pentameter.intelligence.intake.readers.table import Record

_SEPARATORS = ",;\t|"
_HINT = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_UNDECODED = re.compile("[\udc80-\udcff\ufffd]")
_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""What a byte that does not belong to the file's encoding most likely is."""


class _Unclosed(Exception):  # noqa: N818 - it ends a record, not the program
    """A record goes over more lines than a row has: a quotation mark was never closed."""


class Lines:
    """The lines of a text, of which the last taken can be put back."""

    def __init__(self, text: Iterator[str]) -> None:
        self._text = text
        self._back: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= MOST_LINES_IN_A_ROW:
            raise _Unclosed
        line = self._back.popleft() if self._back else next(self._text)
        self.taken.append(line)
        return line

    def put_back(self, lines: list[str]) -> None:
        """Let lines be taken again."""
        self._back.extendleft(reversed(lines))


def separator(text: TextIO) -> str:
    """The separator of a text: as its first line says (sep=;), else the one that its headings have most of."""
    first = text.readline()
    if match := _HINT.fullmatch(first):
        return match[1]
    while first and not first.strip():
        first = text.readline()
    bare = re.sub(r'"[^"]*"', "", first)
    return max(_SEPARATORS, key=bare.count)


def records(text: Iterator[str], delimiter: str, encoding: str) -> Iterator[Record]:
    """Every record, numbered as a spreadsheet numbers its rows. Nothing is left out, and nothing raised.

    Where a quotation mark leads astray, its line becomes a record of its own, with that fault, and reading goes on at
    the next line: one bad row never takes others with it.
    """
    lines = Lines(text)
    if _HINT.fullmatch(first := next(lines, "")) is None and first:
        lines.put_back([first])
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        lines.taken.clear()
        number += 1
        try:
            cells = next(reader)
            faults: tuple[tuple[str, str], ...] = ()
        except StopIteration:
            return
        except (csv.Error, _Unclosed) as error:
            lines.put_back(lines.taken[1:])
            del lines.taken[1:]
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            cells = _leniently(lines.taken[0], delimiter)
            faults = (("too_long" if "field limit" in str(error) else "quote", ""),)
        if not all(map(str.isascii, lines.taken)) and any(map(_UNDECODED.search, lines.taken)):
            cells = [cell.translate(_WINDOWS) for cell in cells]
            faults = (*faults, ("encoding", encoding))
        yield Record(number, cells, faults)


def _leniently(line: str, delimiter: str) -> list[str]:
    """The cells of a broken line, as far as they can be told apart, for the person who mends it."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [cell.strip() for cell in line.split(delimiter)]
