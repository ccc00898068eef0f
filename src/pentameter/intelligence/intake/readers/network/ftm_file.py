"""Files of FollowTheMoney records: one JSON object a line, each line a row by itself.

A line that is broken, nested too deep or of another encoding is that line's fault. One that is longer than any record
can be is the file's, since it may not be what its name says.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import IO

from pentameter.intelligence.intake.drafts import FileKind, FileRefused
from pentameter.intelligence.intake.foreign import ForeignFormat
from pentameter.intelligence.intake.limits import LARGEST_FILE, LONGEST_CELL, LONGEST_LINE
from pentameter.intelligence.intake.readers.json_text import Document, Element
from pentameter.intelligence.intake.readers.network.entries import Entry
from pentameter.intelligence.intake.readers.network.ftm_records import entry
from pentameter.intelligence.intake.readers.network.rows import rows
from pentameter.intelligence.intake.readers.source import Source

_MARK = b"\xef\xbb\xbf"


def open_lines(path: Path, *, name: str) -> Source:
    """A file of records as a source of rows.

    Raises:
        FileRefused: with a sentence that says what to do, where the file cannot be read as a whole.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise FileRefused("too_large", f"{name} is larger than {LARGEST_FILE // 1024**3} GB. Send it in parts.")
    entries = partial(entries_of, lambda: path.open("rb"), name)
    return Source(FileKind.REPORTS, ForeignFormat.FTM.value, lambda: rows(entries, file=name))


def entries_of(opened: Callable[[], AbstractContextManager[IO[bytes]]], file: str) -> Iterator[Entry]:
    """The records, numbered as the lines are."""
    with opened() as lines:
        number = 0
        while line := lines.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise FileRefused("line_too_long", _too_long(file, number))
            if stripped := line.removeprefix(_MARK if number == 1 else b"").strip():
                yield entry(number, element(stripped))


def _too_long(file: str, number: int) -> str:
    return (
        f"Line {number} of {file} is longer than {LONGEST_LINE:,} bytes. Check that each record is on a line of its "
        "own, and send it again."
    )


def element(line: bytes) -> Element:
    """A line's record, and what is wrong with how it is written."""
    try:
        text = line.decode()
    except UnicodeDecodeError:
        written = line.decode(errors="replace")[:LONGEST_CELL]
        return Element(None, ("it is not written in UTF-8",), written)
    try:
        found = list(Document(f"[{text}]", file="it", lists=frozenset()).elements())
    except FileRefused as refusal:
        return Element(None, (_why(refusal),), text[:LONGEST_CELL])
    if len(found) != 1:
        return Element(None, ("it holds more than one record, or none",), text[:LONGEST_CELL])
    return found[0]


def _why(refusal: FileRefused) -> str:
    return "it is nested far too deep" if refusal.code == "json_depth" else "it is not whole JSON"
