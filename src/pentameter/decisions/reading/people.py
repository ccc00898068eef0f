"""Reading a list of people from a workbook, or from CSV in any of the encodings and with any of the separators.

Every row below the headings becomes one subject. What cannot be read in it is said with row and field; it never takes
the row away, nor another.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TypeVar

from pentameter.decisions.matching import Subject
from pentameter.decisions.reading.birth_dates import born
from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.normalise import countries, words
from pentameter.intelligence.intake.readers.csv_encoding import survey
from pentameter.intelligence.intake.readers.csv_records import records, separator
from pentameter.intelligence.intake.readers.detect import Form, form_of
from pentameter.intelligence.intake.readers.headings import heading
from pentameter.intelligence.intake.readers.table import Record
from pentameter.intelligence.intake.readers.xlsx import only_sheet
from pentameter.kernel.verdict import Refused

T = TypeVar("T")
_HEADINGS = {
    "id": ("id", "list_id", "person_id", "ref", "reference", "line", "no", "case_id"),
    "name": ("name", "full_name", "whole_name", "names"),
    "given": ("given_name", "given_names", "given", "first_name", "first_names", "forename", "forenames"),
    "surname": ("surname", "surnames", "family_name", "last_name", "family"),
    "dob": ("dob", "date_of_birth", "birth_date", "born", "born_on", "birthdate"),
    "sex": ("sex", "gender"),
    "nationality": ("nationality", "nationalities", "country", "citizenship"),
    "document": ("doc_no", "document", "document_no", "document_number", "passport", "passport_no", "doc_number"),
}
_FIELDS = {name: field for field, names in _HEADINGS.items() for name in names}
_NAMES = ("name", "given", "surname")
_BROKEN = {
    "quote": "a quotation mark opens or closes in the wrong place",
    "too_long": "a cell is too long to be read",
    "encoding": "letters are not written in the encoding of the rest of the file ({what})",
    "formula": "{what} holds a formula, whose result is not what was written",
}


def read(path: Path, today: date, *, name: str = "") -> Iterator[Subject]:
    """Every row of a CSV file, in its order. `name` is what its sender calls it.

    Raises:
        Refused: where it is no table of people.
    """
    name = name or path.name
    try:
        surveyed = survey(path, file=name)
    except FileRefused as problem:
        raise Refused(str(problem)) from problem
    errors = "replace" if surveyed.encoding.startswith("utf-16") else "surrogateescape"
    with path.open(encoding=surveyed.encoding, errors=errors, newline=None) as text:
        delimiter = separator(text)
    with path.open(encoding=surveyed.encoding, errors=errors, newline=None) as text:
        yield from _people(records(text, delimiter, surveyed.called), name, today)


def read_sent(path: Path, today: date, *, name: str) -> Iterator[Subject]:
    """Every row of a list that was sent, as CSV or as a workbook, whatever its name says.

    Raises:
        Refused: with a sentence that says what to do, where it cannot be read as a whole or is no table of people.
    """
    try:
        form = form_of(path, name)
        if form is Form.JSON:
            raise Refused(f"{name} is JSON. Send the list as CSV or XLSX.")
        if form is Form.TEXT:
            yield from read(path, today, name=name)
        else:
            with closing(only_sheet(path, name=name)) as rows:
                yield from _people(rows, name, today)
    except FileRefused as problem:
        raise Refused(str(problem)) from problem


def _people(rows: Iterator[Record], name: str, today: date) -> Iterator[Subject]:
    columns = _columns(next((row for row in rows if any(cell.strip() for cell in row.cells)), None), name)
    yield from (subject_from(row, columns, today) for row in rows if row.cells or row.faults)


def field_of(heading_cell: str) -> str:
    """What a column under this heading holds; "" where it is nothing that is asked for."""
    return _FIELDS.get(heading(heading_cell.lstrip("\ufeff")), "")


def _columns(first: Record | None, file: str) -> tuple[str, ...]:
    """What each column holds, "" where it is nothing that is asked for; the first of two that hold the same counts."""
    if first is None:
        raise Refused(f"{file} is empty. Check that the right file was saved.")
    found: list[str] = []
    for cell in first.cells:
        field = field_of(cell)
        found.append("" if field in found else field)
    if not set(_NAMES).intersection(found):
        raise Refused(
            f"The first row of {file} has no column for names. "
            "Call the columns id, name (or given_name and surname), dob, sex, nationality and doc_no."
        )
    return tuple(found)


def subject_from(row: Record, columns: Sequence[str], today: date) -> Subject:
    """A row as a subject. Where its cells cannot be told apart it is marked as unreadable, never left out."""
    cells = {field: _known(cell) for field, cell in zip(columns, row.cells, strict=False) if field}
    broken = [_BROKEN[code].format(what=what) for code, what in row.faults]
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        broken.append("it has more cells than there are headings")
    doubts = [f"Row {row.number}: {problem}." for problem in broken]
    return Subject(
        id=cells.get("id", "") or f"row {row.number}",
        name=cells.get("name", ""),
        given=cells.get("given", ""),
        surname=cells.get("surname", ""),
        born=_told(row.number, "dob", cells, doubts, lambda text: born(text, today)),
        sex=cells.get("sex", ""),
        nationality=_told(row.number, "nationality", cells, doubts, _country) or "",
        document=cells.get("document", ""),
        doubts=tuple(doubts),
        is_whole=not broken,
    )


def _known(cell: str) -> str:
    """A cell without what stands for "not known" and without characters that are no text."""
    cell = words.UNREADABLE.sub("\ufffd", cell).strip()
    return cell if words.is_known(cell) else ""


def _told(number: int, field: str, cells: dict[str, str], doubts: list[str], read: Callable[[str], T]) -> T | None:
    """What a cell says; what cannot be read is put to the doubts."""
    text = cells.get(field, "")
    try:
        return read(text) if text else None
    except ValueError:
        doubts.append(f"Row {number}, {field}: “{words.shown(text)}” cannot be read, and was left out of the matching.")
        return None


def _country(text: str) -> str:
    code = countries.code(text)
    if code is None:
        raise ValueError(text)
    return code


def country(text: str) -> str:
    """The code of a country in any of its names; "" where it is not told or nobody knows it."""
    return countries.code(text) or "" if text.strip() else ""
