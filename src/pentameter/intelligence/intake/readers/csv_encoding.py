"""In which encoding a text file is written, found by reading it through once, line by line."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.limits import LONGEST_LINE, MOST_COLUMNS
from pentameter.intelligence.intake.readers.headings import too_many_columns

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEGINNING = 4096
_SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first reading tells: Python's name of the encoding and how it is called; how many lines there are."""

    encoding: str
    called: str
    lines: int


def survey(path: Path, *, file: str) -> Survey:
    """The encoding of a file.

    A file without a mark is UTF-8 if anything in it is written so beyond ASCII; a line in it that is not is that line's
    fault. Where nothing is, it is Windows-1252.

    Raises:
        FileRefused: where a line is longer than a line of a table can be.
    """
    with path.open("rb") as raw:
        beginning = raw.read(_BEGINNING)
    marked = next((encoding for mark, encoding in _MARKS if beginning.startswith(mark)), None) or _utf_16(beginning)
    valid, invalid, lines = _count(path, "latin-1" if marked in {None, "utf-8-sig"} else str(marked), file)
    encoding = marked or ("utf-8" if valid or not invalid else "cp1252")
    return Survey(encoding, {"cp1252": "Windows-1252"}.get(encoding, encoding.removesuffix("-sig").upper()), lines)


def _utf_16(beginning: bytes) -> str | None:
    """UTF-16 without its mark: in the headings every second byte is NUL."""
    start = beginning[:64]
    if len(start) < 8 or not start.count(0) >= len(start) // 3:
        return None
    odd, even = start[1::2].count(0), start[::2].count(0)
    return "utf-16-le" if odd > 2 * even else "utf-16-be" if even > 2 * odd else None


def _count(path: Path, encoding: str, file: str) -> tuple[int, int, int]:
    """Lines that are UTF-8 beyond ASCII, lines that are not UTF-8, and all lines; none may be too long."""
    valid = invalid = number = 0
    with path.open(encoding=encoding, errors="replace", newline=None) as text:
        while line := text.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise _too_long(line, number, file)
            if encoding == "latin-1" and not line.isascii():
                try:
                    line.encode("latin-1").decode("utf-8")
                    valid += 1
                except UnicodeDecodeError:
                    invalid += 1
    return valid, invalid, number


def _too_long(line: str, number: int, file: str) -> FileRefused:
    if number == 1 and max(map(line.count, _SEPARATORS)) > MOST_COLUMNS:
        return too_many_columns(file, "far too many")
    return FileRefused(
        "line_too_long",
        f"Line {number} of {file} is longer than {LONGEST_LINE:,} characters. Check that it is a table in CSV, "
        "each row on a line of its own, and send it again.",
    )
