"""Workbooks, read through a process of their own with limits on memory, time and unpacked size."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from pentameter.intelligence.intake.drafts import FileRefused, RawRow
from pentameter.intelligence.intake.limits import LARGEST_WORKBOOK, SECONDS_FOR_WORKBOOK
from pentameter.intelligence.intake.readers import table
from pentameter.intelligence.intake.readers.source import Source
from pentameter.intelligence.intake.readers.table import Record

_CHILD = "pentameter.intelligence.intake.readers.xlsx_child"
_CHUNK = 64 * 1024


def open_workbook(path: Path, *, name: str, layout_of: table.LayoutOf = table.layout_of) -> Source:
    """A workbook as a source."""
    if path.stat().st_size > LARGEST_WORKBOOK:
        raise _too_large(name)
    opened = _records(path, name)
    try:
        first = list(islice(opened, table.LOOKED_AT))
        layout = layout_of(first, file=name, format="xlsx")
    except FileRefused:
        opened.close()
        raise
    unread = [chain(first, opened)]

    def read() -> Generator[RawRow, None, None]:
        """The first reading goes on with the child that is there; any further one has its own."""
        if unread:
            yield from table.rows(unread.pop(), layout)
        else:
            with closing(_records(path, name)) as records:
                yield from table.rows(records, layout)

    return Source(layout.kind, layout.format, read, [opened])


def only_sheet(path: Path, *, name: str) -> Generator[Record, None, None]:
    """The rows of the one sheet that holds any, whatever its headings are: for tables of other contexts.

    Raises:
        FileRefused: where the workbook cannot be read, or where several sheets hold rows and some would be lost.
    """
    if path.stat().st_size > LARGEST_WORKBOOK:
        raise _too_large(name)
    yield from _records(path, name, "only")


def _too_large(name: str) -> FileRefused:
    megabytes = LARGEST_WORKBOOK // 1024**2
    return FileRefused("too_large", f"{name} is larger than {megabytes} MB. Send it in parts, or as CSV.")


def _records(path: Path, name: str, which: str = "known") -> Generator[Record, None, None]:
    """The rows of the sheet of data, as the child sends them. `which`: of "known" headings, or the "only" one."""
    with _child(path, which) as output:
        for line in _lines(output, name):
            message: Any = json.loads(line)
            if isinstance(message, list):
                number, cells, faults = message
                yield Record(number, cells, tuple((code, what) for code, what in faults))
            elif "refused" in message:
                code, sentence = message["refused"]
                raise FileRefused(code, f"{name}: {sentence}")
            else:
                return
    raise FileRefused(
        "unreadable", f"{name} cannot be read: opening it took too much memory or time. Save it as CSV, and send that."
    )


@contextmanager
def _child(path: Path, which: str) -> Iterator[IO[bytes]]:
    """The child's output. Whatever happens, the child is gone in the end. It inherits no environment: no secrets."""
    readable, writable = os.pipe()
    with os.fdopen(readable, "rb") as output:
        child = subprocess.Popen(  # noqa: S603 - our own module, and a path and a word as one argument each
            [sys.executable, "-I", "-m", _CHILD, str(path), which],
            stdin=subprocess.DEVNULL,
            stdout=writable,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8"},
        )
        os.close(writable)
        try:
            yield output
        finally:
            child.kill()
            child.wait()


def _lines(output: IO[bytes], name: str) -> Iterator[bytes]:
    """The lines of the child's answer. A child that is silent for too long is given up."""
    left = b""
    while True:
        ready, _, _ = select.select([output], [], [], SECONDS_FOR_WORKBOOK)
        if not ready:
            raise FileRefused("unreadable", f"{name} cannot be read in reasonable time. Save it as CSV, and send that.")
        chunk = os.read(output.fileno(), _CHUNK)
        if not chunk:
            return
        *whole, left = (left + chunk).split(b"\n")
        yield from whole
