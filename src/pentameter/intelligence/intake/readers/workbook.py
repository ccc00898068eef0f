"""A workbook, opened in a process of its own: which sheet is meant, and its cells as text."""

import posixpath
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from pentameter.intelligence.intake.columns import required
from pentameter.intelligence.intake.drafts import FileKind, FileRefused
from pentameter.intelligence.intake.readers import headings, package_check, sheet_check
from pentameter.intelligence.intake.readers.guide import GUIDE
from pentameter.intelligence.intake.readers.sheet_check import Found

Cell = int | float | str | bool | time | date | datetime | timedelta
TableRow = tuple[int, list[str], list[tuple[str, str]]]

_WIDE = len(required(FileKind.REPORTS))
"""So many cells hold more than a note beside the table does: a report needs as many."""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rows(path: Path, *, only: bool = False) -> Iterator[TableRow]:
    """The rows of the workbook's sheet of data: number, cells, faults. Everything is checked before the first.

    `only`: the one sheet that holds anything, whatever its headings are.

    Raises:
        FileRefused: its sentence follows the name of the file and a colon.
    """
    with zipfile.ZipFile(path) as package:
        package_check.check(package)
        parts = _sheets(package)
        found = {name: _inspect(package, part) for name, part in parts.items() if name != GUIDE}
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            choose = _only if only else _choose
            name, sheet = choose({name: workbook.get_sheet_by_name(name) for name in found})
            sheet_check.refuse_hidden(found[name], name)
            yield from _rows(sheet, found[name])
    except CalamineError as error:
        raise FileRefused("damaged", "it is incomplete or damaged. Save it again, and send it again.") from error


def _sheets(package: zipfile.ZipFile) -> dict[str, str]:
    """The visible sheets of cells, with the part that holds each.

    Raises:
        FileRefused: where one is hidden, by its name.
    """
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str, str]] = []

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            targets[attributes["Id"]] = posixpath.normpath(posixpath.join("/xl", attributes["Target"])).lstrip("/")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets.append((attributes.get("name", ""), attributes.get("state", "visible"), identifier))

    for part, start in (("xl/_rels/workbook.xml.rels", relation), ("xl/workbook.xml", sheet)):
        with package.open(part) as xml:
            sheet_check.parse(xml, start)
    if hidden := [name for name, state, _ in sheets if state != "visible"]:
        names = " and ".join(hidden[:5])
        raise FileRefused(
            "hidden_sheets",
            f"the {'sheet' if len(hidden) == 1 else 'sheets'} {names} {'is' if len(hidden) == 1 else 'are'} hidden. "
            "Show or delete hidden sheets, and send it again.",
        )
    return {name: targets[identifier] for name, _, identifier in sheets if identifier in targets}


def _inspect(package: zipfile.ZipFile, part: str) -> Found:
    """What a sheet hides and calculates. Most do neither, which a quick look tells."""
    with package.open(part) as xml:
        if sheet_check.is_plain(xml):
            return Found()
    with package.open(part) as xml:
        return sheet_check.inspect(xml)


def _choose(sheets: dict[str, CalamineSheet]) -> tuple[str, CalamineSheet]:
    """The sheet with the data: the only one with known headings and rows; else the first with anything in it.

    Raises:
        FileRefused: where there are several, by their names; one that goes on without headings is one of them.
    """
    headed = {name: sheet for name, sheet in sheets.items() if headings.known(_first_row(sheet)) >= 2}
    filled = [name for name, sheet in headed.items() if _last_row(sheet) > 1]
    if headed:
        needed = min(_WIDE, max(headings.known(_first_row(sheet)) for sheet in headed.values()) // 2)
        filled += [
            name for name, sheet in sheets.items() if name not in headed and _filled(_first_row(sheet)) >= needed
        ]
    if len(filled) > 1:
        raise _several(filled)
    for name in (*filled, *headed, *(name for name, sheet in sheets.items() if _last_row(sheet))):
        return name, sheets[name]
    raise FileRefused("empty", "it holds no rows. Check that the right file was saved, and send it again.")


def _only(sheets: dict[str, CalamineSheet]) -> tuple[str, CalamineSheet]:
    """The one sheet with anything in it.

    Raises:
        FileRefused: where there are several, or none.
    """
    filled = [name for name, sheet in sheets.items() if _last_row(sheet)]
    if len(filled) > 1:
        raise _several(filled)
    if not filled:
        raise FileRefused("empty", "it holds no rows. Check that the right file was saved, and send it again.")
    return filled[0], sheets[filled[0]]


def _several(names: list[str]) -> FileRefused:
    shown = " and ".join(names[:5])
    return FileRefused(
        "several_sheets", f"the sheets {shown} all hold rows. Send each as a file of its own, so that none is lost."
    )


def _filled(row: list[str]) -> int:
    return sum(map(bool, row))


def _last_row(sheet: CalamineSheet) -> int:
    """The number of the last row that holds anything; 0 where none does."""
    return sheet.end[0] + 1 if sheet.end else 0


def _first_row(sheet: CalamineSheet) -> list[str]:
    return [_text(cell) for cell in next(sheet.iter_rows(), [])]


def _rows(sheet: CalamineSheet, found: Found) -> Iterator[TableRow]:
    """The rows of a sheet by their numbers. Below the headings, empty ones are passed over."""
    left = [""] * (sheet.start or (0, 0))[1]
    headed = False
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        faults = [("formula", f"column {name}") for name in found.formulas.get(number, ())]
        if not headed or faults or any(cell != "" for cell in cells):
            texts = left + [_text(cell) for cell in cells]
            headed = headed or any(texts)
            yield number, texts, faults


def _text(cell: Cell) -> str:
    """A cell as a person would type it: 7700900417.0 is 7700900417, a date is 2007-10-05, true is yes."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return format(cell, ".15g") if isinstance(cell, float) else str(cell)
