"""A table of capture histories as it is uploaded: CSV or XLSX, a column of 0 and 1 for each list, and `count`.

Bad input names row and field, as a spreadsheet numbers them, and says how to mend it. Nothing here loads numpy.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import combinations
from pathlib import Path

from pentameter.intelligence.intake.cells import bare
from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers.csv_encoding import survey
from pentameter.intelligence.intake.readers.csv_records import records, separator
from pentameter.intelligence.intake.readers.detect import Form, form_of
from pentameter.intelligence.intake.readers.table import Record
from pentameter.intelligence.intake.readers.xlsx import only_sheet
from pentameter.kernel.verdict import Refused
from pentameter.scale.rules.tables import Table

COUNT = "count"
MOST_LISTS = 8
"""Past eight lists nearly all cells are empty, and the methods take hours."""
MOST_PEOPLE = 100_000_000
MOST_ROWS = 2_000


def read(path: Path, *, name: str) -> Table:
    """The table in a file. `name` is what its sender calls it.

    Raises:
        Refused: with a sentence that names row and field and says what to do.
    """
    try:
        if form_of(path, name) is Form.WORKBOOK:
            with closing(only_sheet(path, name=name)) as rows:
                return _table(rows, name)
        if form_of(path, name) is not Form.TEXT:
            raise Refused(f"{name} is no table. Save it as CSV or XLSX, and send that.")
        surveyed = survey(path, file=name)
        with path.open(encoding=surveyed.encoding, errors="replace", newline=None) as text:
            delimiter = separator(text)
        with path.open(encoding=surveyed.encoding, errors="replace", newline=None) as text:
            return _table(records(text, delimiter, surveyed.called), name)
    except FileRefused as problem:
        raise Refused(problem.sentence) from problem


def _table(rows: Iterator[Record], name: str) -> Table:
    told = (row for row in rows if any(cell.strip() for cell in row.cells))
    first = next(told, None)
    if first is None:
        raise Refused(f"{name} is empty. Check that the right file was saved.")
    headings = _headings(first.cells)
    counted = next(at for at, one in enumerate(headings) if _folded(one) == COUNT)
    lists = tuple(one for at, one in enumerate(headings) if at != counted)
    counts: dict[int, int] = {}
    for number, row in enumerate(told):
        if number >= MOST_ROWS:
            raise Refused(f"{name} has more than {MOST_ROWS:,} rows. Write each combination of lists once.")
        mask, people = _row(row, headings, counted)
        counts[mask] = counts.get(mask, 0) + people
    everybody = sum(counts.values())
    if everybody > MOST_PEOPLE:
        raise Refused(f"{name} counts {everybody:,} people, more than {MOST_PEOPLE:,}. Check its column {COUNT}.")
    if not everybody:
        raise Refused(f"{name} counts nobody. At least one row needs people in its column {COUNT}.")
    return Table(lists, tuple(sorted((mask, people) for mask, people in counts.items() if people)))


def _headings(cells: Sequence[str]) -> tuple[str, ...]:
    found = [bare(cell.lstrip("\ufeff").strip()) for cell in cells]
    while found and not found[-1]:
        found.pop()
    folded = [_folded(one) for one in found]
    if COUNT not in folded:
        raise Refused(f"Row 1: there is no column “{COUNT}”. Write the number of people of each row under it.")
    for place, heading in enumerate(found, start=1):
        if not heading:
            raise Refused(f"Row 1, column {place}: the column has no name. Write the name of the list above it.")
        if set(heading) & set(":,+") or any(unicodedata.category(letter) == "Cc" for letter in heading):
            raise Refused(f"Row 1, {heading!r}: a list's name holds no colon, comma or plus sign. Rename it.")
    if same := next((one for one, other in combinations(folded, 2) if one == other), ""):
        raise Refused(f"Row 1: two columns are called “{same}”. Every list needs a name of its own.")
    if not 2 <= len(found) - 1 <= MOST_LISTS:
        raise Refused(f"Row 1: there are {len(found) - 1} lists. Between 2 and {MOST_LISTS} can be estimated from.")
    return tuple(found)


def _folded(heading: str) -> str:
    return unicodedata.normalize("NFKC", heading).casefold()


def _row(row: Record, headings: Sequence[str], counted: int) -> tuple[int, int]:
    """The lists of a row, as a mask, and its people."""
    if row.faults:
        raise Refused(f"Row {row.number} cannot be read. Check its quotation marks, and save the file as UTF-8.")
    cells = [cell.strip() for cell in row.cells]
    if any(cells[len(headings) :]):
        raise Refused(f"Row {row.number} has more cells than there are headings. Take out what stands beside them.")
    cells += [""] * (len(headings) - len(cells))
    mask, place = 0, 0
    for at, heading in enumerate(headings):
        if at != counted:
            mask |= _on(row.number, heading, cells[at]) << place
            place += 1
    people = _people(row.number, cells[counted])
    if not mask and people:
        raise Refused(
            f"Row {row.number} is on no list. People whom no list has seen cannot be in the table: take it out."
        )
    return mask, people


def _on(number: int, heading: str, cell: str) -> int:
    if cell in ("0", "1", "0.0", "1.0"):
        return int(cell[0])
    said = f"“{cell}” is neither 0 nor 1" if cell else "nothing is written"
    raise Refused(f"Row {number}, {heading}: {said}. Write 1 if its people are on this list, and 0 if not.")


def _people(number: int, cell: str) -> int:
    whole = cell.removesuffix(".0")
    if not (whole.isascii() and whole.isdigit()):
        said = f"“{cell}” is not a number of people" if cell else "nothing is written"
        raise Refused(f"Row {number}, {COUNT}: {said}. Write a whole number, 0 or more, without separators.")
    digits = whole.lstrip("0") or "0"
    if len(digits) > len(str(MOST_PEOPLE)) or int(digits) > MOST_PEOPLE:
        raise Refused(f"Row {number}, {COUNT}: {cell} is more than {MOST_PEOPLE:,}. Check the figure.")
    return int(digits)
