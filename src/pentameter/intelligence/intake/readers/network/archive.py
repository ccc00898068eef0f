"""A network in a ZIP archive, as this system writes one: nodes.csv and edges.csv, or FollowTheMoney lines.

The rows of the second table are counted on from those of the first, so that each has a number of its own.
"""

import io
import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO

from pentameter.intelligence.intake.drafts import FileKind, FileRefused, RawRow
from pentameter.intelligence.intake.foreign import ForeignFormat
from pentameter.intelligence.intake.limits import LONGEST_LINE
from pentameter.intelligence.intake.readers import table
from pentameter.intelligence.intake.readers.csv_records import records
from pentameter.intelligence.intake.readers.detect import LINES, TABLES
from pentameter.intelligence.intake.readers.headings import Layout, heading
from pentameter.intelligence.intake.readers.network.entries import Entry
from pentameter.intelligence.intake.readers.network.ftm_file import entries_of
from pentameter.intelligence.intake.readers.network.rows import rows
from pentameter.intelligence.intake.readers.network.table import entries, is_network
from pentameter.intelligence.intake.readers.package_check import check
from pentameter.intelligence.intake.readers.source import Source


def open_archive(path: Path, *, name: str) -> Source:
    """An archive as a source of rows. It is unpacked as it is read, and nothing of it is written anywhere.

    Raises:
        FileRefused: with a sentence that says what to do, where it is damaged or grows too much.
    """
    with zipfile.ZipFile(path) as archive:
        try:
            check(archive)
        except FileRefused as refusal:
            raise FileRefused(refusal.code, f"{name}: {refusal.sentence}") from None
        is_lines = LINES in archive.namelist()
    if is_lines:
        read = partial(entries_of, partial(_part, path, LINES), name)
        return Source(FileKind.REPORTS, ForeignFormat.FTM.value, lambda: rows(read, file=name))
    return Source(
        FileKind.REPORTS, ForeignFormat.NETWORK_CSV.value, lambda: rows(partial(_entries, path, name), file=name)
    )


@contextmanager
def _part(path: Path, part: str) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(path) as archive, archive.open(part) as opened:
        yield opened


def _entries(path: Path, file: str) -> Iterator[Entry]:
    """The records of both tables. Rows of the second are numbered on from the last of the first."""
    last = 0
    for part in TABLES:
        before = last
        for entry in entries(_table(path, file, part)):
            last = before + entry.number
            yield replace(entry, number=last)


def _table(path: Path, file: str, part: str) -> Generator[RawRow, None, None]:
    with _part(path, part) as opened:
        found = records(_lines(opened, f"{part} in {file}"), ",", "UTF-8")
        first = next(found, None)
        named = tuple(map(heading, first.cells)) if first else ()
        if first is None or not is_network(named):
            raise FileRefused(
                "headings_unknown", f"{part} in {file} does not begin with the headings of a network. {_MEND}"
            )
        layout = Layout(FileKind.REPORTS, ForeignFormat.NETWORK_CSV.value, named)
        yield from table.rows(chain([first], found), layout)


_MEND = "The guide to interchange names them."


def _lines(opened: IO[bytes], what: str) -> Iterator[str]:
    """The lines of a table. One that is longer than any can be is the file's fault."""
    text = io.TextIOWrapper(opened, "utf-8-sig", "surrogateescape", newline=None)
    number = 0
    while line := text.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            sentence = (
                f"Line {number} of {what} is longer than {LONGEST_LINE:,} characters. Check it, and send it again."
            )
            raise FileRefused("line_too_long", sentence)
        yield line
