"""From the records of a table to raw rows, whatever the table was read from."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from pentameter.intelligence.intake.drafts import FileRefused, Problem, RawRow
from pentameter.intelligence.intake.readers import htcds
from pentameter.intelligence.intake.readers.headings import Layout, heading, recognise

BEYOND = "beyond the headings"
LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table as its reader found it. `faults` are pairs of a code and what is wrong, to be put in words."""

    number: int
    cells: Sequence[str]
    faults: tuple[tuple[str, str], ...] = ()


class LayoutOf(Protocol):
    """How the layout of a table is found: the template's way, or another's."""

    def __call__(self, records: Iterable[Record], *, file: str, format: str) -> Layout:  # noqa: A002
        """The layout."""
        ...


def layout_of(records: Iterable[Record], *, file: str, format: str) -> Layout:  # noqa: A002
    """The table's layout, from its first rows.

    Raises:
        FileRefused: where there are no rows below the headings, or the headings stand there twice.
    """
    first = [record.cells for record in islice(records, LOOKED_AT)]
    if not first:
        raise FileRefused("empty", f"{file} is empty. Check that the right file was saved, and send it again.")
    layout = recognise(first[0], first[1:], file=file, format=format)
    below = next((cells for cells in first[1:] if _says_something(cells)), None)
    if below is None and len(first) < LOOKED_AT:
        raise FileRefused("no_rows", f"{file} has headings and no rows below them. Fill it in, and send it again.")
    if below is not None and _repeats(below, layout):
        raise FileRefused(
            "headings_twice", f"{file} has its headings twice. Delete the second row of headings, and send it again."
        )
    return layout


def rows(records: Iterator[Record], layout: Layout) -> Generator[RawRow, None, None]:
    """The rows below the headings. A row without anything in it is none; every other is kept, whatever is wrong."""
    next(records, None)
    names, width = layout.names, len(layout.names)
    first = names[0].casefold()
    gaps = tuple(at for at, name in enumerate(names) if not name)
    for record in records:
        cells = record.cells
        if not (record.faults or _says_something(cells)):
            continue
        if not record.faults and len(cells) == width and not gaps and cells[0].casefold() != first:
            row = RawRow(record.number, dict(zip(names, cells, strict=True)))
        else:
            row = _carefully(record, layout, gaps)
        yield htcds.translate(row) if layout.is_htcds else row


def _says_something(cells: Sequence[str]) -> bool:
    return any(cell and not cell.isspace() for cell in cells)


def _repeats(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a row holds the headings again."""
    return tuple(htcds.field(cell) or heading(cell) for cell in cells if cell.strip()) == tuple(
        name for name in layout.names if name
    )


def _carefully(record: Record, layout: Layout, gaps: tuple[int, ...]) -> RawRow:
    """A row that is not as wide as the headings, or with which something is wrong."""
    width = len(layout.names)
    cells = [*record.cells[:width], *[""] * (width - len(record.cells))]
    kept = {name: cell for name, cell in zip(layout.names, cells, strict=True) if name}
    faults = [_fault(record.number, code, what) for code, what in record.faults]
    outside = chain((cells[at] for at in gaps), record.cells[width:])
    if beyond := "; ".join(cell for cell in outside if cell.strip()):
        kept[BEYOND] = beyond
        faults.append(_fault(record.number, "extra_cells", beyond))
    if _repeats(record.cells, layout):
        faults.append(_fault(record.number, "headings", ""))
    return RawRow(record.number, kept, tuple(faults))


_SENTENCES = {
    "quote": "a quotation mark opens or closes in the wrong place, so that its cells cannot be told apart. "
    'Put quotation marks around the whole cell, and write each one inside it twice: "".',
    "too_long": "it holds more text in one cell than can be read. Shorten it.",
    "encoding": "it is not written in the encoding of the rest of the file ({what}). "
    "Check its accents and signs, and save the file as UTF-8.",
    "extra_cells": "it has more cells than the file has headings. Check whether a text holds the separator, "
    "and put such a text in quotation marks.",
    "headings": "it repeats the headings. Take it out.",
    "formula": "{what} holds a formula, whose result is not what was written. Replace it by its value.",
}


def _fault(number: int, code: str, what: str) -> Problem:
    return Problem("row", code, f"Row {number}: {_SENTENCES[code].format(what=what)}")
