"""HTCDS records as they were sent, for those who keep cases: no grade is asked for, and nothing is translated.

Columns that the standard does not have are kept under their own headings.
"""

from collections.abc import Generator, Iterable
from itertools import islice
from pathlib import Path

from pentameter.intelligence.intake.drafts import FileKind, FileRefused, Problem, RawRow
from pentameter.intelligence.intake.limits import LARGEST_JSON, MOST_COLUMNS
from pentameter.intelligence.intake.readers import htcds
from pentameter.intelligence.intake.readers.csv_file import open_text
from pentameter.intelligence.intake.readers.detect import Form, form_of
from pentameter.intelligence.intake.readers.headings import Layout, heading, too_many_columns
from pentameter.intelligence.intake.readers.json_file import json_document
from pentameter.intelligence.intake.readers.json_text import Document, Element
from pentameter.intelligence.intake.readers.nrm import text_of
from pentameter.intelligence.intake.readers.source import Source
from pentameter.intelligence.intake.readers.table import LOOKED_AT, Record
from pentameter.intelligence.intake.readers.xlsx import open_workbook

FORMAT = "htcds-records"
_FEWEST = 2


def open_records(path: Path, *, name: str) -> Source:
    """A file of records as a source of rows, its cells under the standard's full names.

    Raises:
        FileRefused: with a sentence that says what to do, where the file cannot be read as a whole.
    """
    form = form_of(path, name)
    if form is Form.JSON:
        return _json(path, name)
    opened = open_text if form is Form.TEXT else open_workbook
    return opened(path, name=name, layout_of=_layout)


def _layout(records: Iterable[Record], *, file: str, format: str) -> Layout:  # noqa: A002
    first = [record.cells for record in islice(records, LOOKED_AT)]
    cells = first[0] if first else ()
    if len(cells) > MOST_COLUMNS:
        raise too_many_columns(file, f"{len(cells):,}")
    names = tuple(htcds.field(cell) or heading(cell) for cell in cells)
    if sum(name in htcds.FIELDS for name in names) < _FEWEST:
        raise FileRefused("headings_unknown", f"The first row of {file} does not name fields of HTCDS 2.0. {_MEND}")
    if len(set(filter(None, names))) != len(list(filter(None, names))):
        raise FileRefused("columns_twice", f"{file} names a field twice. Keep one of each, and send it again.")
    if not any(cell.strip() for row in first[1:] for cell in row) and len(first) < LOOKED_AT:
        raise FileRefused("no_rows", f"{file} has headings and no rows below them. Fill it in, and send it again.")
    return Layout(FileKind.REPORTS, FORMAT, names)


_MEND = "Write their names there, as prs_FirstName and prs_Birthdate, and send it again."


def _json(path: Path, name: str) -> Source:
    if path.stat().st_size > LARGEST_JSON:
        raise FileRefused("too_large", f"{name} is larger than {LARGEST_JSON // 1024**2} MB. Send it in parts.")
    document = json_document(path, name)
    first = next(document.elements(), None)
    if first is None:
        raise FileRefused("no_rows", f"{name} holds no records. Fill it in, and send it again.")
    if not isinstance(first.value, dict) or not any(htcds.field(key) for key in first.value):
        raise FileRefused("json_form", f"{name} is JSON, but no list of HTCDS records. Send it as records, or as CSV.")
    return Source(FileKind.REPORTS, FORMAT, lambda: _rows(document))


def _rows(document: Document) -> Generator[RawRow, None, None]:
    for number, element in enumerate(document.elements(), start=1):
        yield _row(number, element)


def _row(number: int, element: Element) -> RawRow:
    faults = tuple(_fault(number, note) for note in element.notes)
    if not isinstance(element.value, dict):
        return RawRow(number, {"record": element.written}, faults)
    cells = {htcds.field(key) or key.strip(): text_of(value) for key, value in element.value.items()}
    if len(cells) != len(element.value):
        faults = (*faults, _fault(number, "a field is there in two spellings, and one of the two would be lost"))
    return RawRow(number, cells, faults)


def _fault(number: int, note: str) -> Problem:
    return Problem("record", "record", f"Row {number}: {note}. Mend it in your program, and send it again.")
