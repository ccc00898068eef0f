"""Reading a list of people from CSV in any of the encodings and with any of the separators that agencies use.

Every row below the headings becomes one subject. What cannot be read in it is said with row and field; it never takes
the row away, nor another.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from pentameter.config.screening.birth_dates import born
from pentameter.decisions.matching import Subject
from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.normalise import countries, words
from pentameter.intelligence.intake.readers.csv_encoding import survey
from pentameter.intelligence.intake.readers.csv_records import records, separator
from pentameter.intelligence.intake.readers.headings import heading
from pentameter.intelligence.intake.readers.table import Record
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
}


def read(path: Path, today: date) -> Iterator[Subject]:
    """Every row of the file, in its order.

    Raises:
        Refused: where it is no table of people.
    """
    try:
        surveyed = survey(path, file=path.name)
    except FileRefused as problem:
        raise Refused(str(problem)) from problem
    errors = "replace" if surveyed.encoding.startswith("utf-16") else "surrogateescape"
    with path.open(encoding=surveyed.encoding, errors=errors, newline=None) as text:
        delimiter = separator(text)
    with path.open(encoding=surveyed.encoding, errors=errors, newline=None) as text:
        rows = records(text, delimiter, surveyed.called)
        columns = _columns(next((row for row in rows if row.cells), None), path.name)
        yield from (_subject(row, columns, today) for row in rows if row.cells or row.faults)


def _columns(first: Record | None, file: str) -> tuple[str, ...]:
    """What each column holds, "" where it is nothing that is asked for; the first of two that hold the same counts."""
    if first is None:
        raise Refused(f"{file} is empty. Check that the right file was saved.")
    found: list[str] = []
    for cell in first.cells:
        field = _FIELDS.get(heading(cell.lstrip("\ufeff")), "")
        found.append("" if field in found else field)
    if not set(_NAMES).intersection(found):
        raise Refused(
            f"The first row of {file} has no column for names. "
            "Call the columns id, name (or given_name and surname), dob, sex, nationality and doc_no."
        )
    return tuple(found)


def _subject(row: Record, columns: Sequence[str], today: date) -> Subject:
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
