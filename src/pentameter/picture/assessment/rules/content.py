"""What an assessment consists of: sections of figures, and texts that people wrote between them.

A figure without its source and its day is no figure: tables and drawings cannot be made without both.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

FORMAT = 1
"""Of what is frozen. A later format reads the earlier ones."""
MARKING = "Counts of intelligence and of people. For the agencies of the operation only; not for publication."
SUMMARY = "summary"
"""The text that stands before all sections."""


class Missing(StrEnum):
    """Why a cell has no number. None of them is zero."""

    WITHHELD = "withheld"
    NOT_HELD = "not held"
    NOT_GIVEN = "not given"

    @property
    def symbol(self) -> str:
        """The shorthand of the Government Analysis Function for it, for workbooks."""
        return {self.WITHHELD: "[c]", self.NOT_HELD: "[x]", self.NOT_GIVEN: "[z]"}[self]

    @property
    def meaning(self) -> str:
        """What the shorthand says."""
        return _MEANINGS[self]


_MEANINGS = {
    Missing.WITHHELD: "withheld, so that nobody can be recognised",
    Missing.NOT_HELD: "not held: this system does not keep it",
    Missing.NOT_GIVEN: "not given: nobody said it, or there is nothing to count",
}
Cell = str | int | float | Missing


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    COUNT = "count"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows. The first `names` cells name a row, alike in every version, so that versions can be compared.

    `key` is the table's name for ever. A `long` table stands whole in the workbook, and is named in the document.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str
    as_of: date
    notes: tuple[str, ...] = ()
    names: int = 1
    long: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it was drawn, at two widths. `alt` says in words what it shows; a table of the section says it all."""

    key: str
    title: str
    alt: str
    wide: str
    narrow: str
    source: str
    as_of: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the assessment. `lead` are sentences made of figures; `notes` say how things were counted."""

    key: str
    title: str
    lead: tuple[str, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What people wrote for a section, or for the summary. `authors` in the order in which they first wrote."""

    section: str
    body: str
    authors: tuple[str, ...]
    written_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that a version says. `code` is the software that counted it, `demo` that nobody in it is real."""

    operation: str
    wave: str
    days: str
    number: int
    as_of: date
    made_at: datetime
    made_by: str
    code: str
    sections: tuple[Section, ...]
    texts: tuple[Written, ...] = ()
    demo: bool = False
    marking: str = MARKING
    format: int = FORMAT

    @property
    def title(self) -> str:
        """What stands on its cover."""
        return f"National assessment: {self.operation}, {self.wave}"

    def text(self, section: str) -> Written | None:
        """What was written for a section."""
        return next((one for one in self.texts if one.section == section and one.body), None)

    @property
    def tables(self) -> tuple[Table, ...]:
        """All tables in their order."""
        return tuple(table for section in self.sections for table in section.tables)
