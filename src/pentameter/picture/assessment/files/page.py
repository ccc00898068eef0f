"""What the templates of an assessment are given: the frozen content with its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from pentameter.look import words
from pentameter.picture.assessment.rules.content import (
    SUMMARY,
    Assessment,
    Cell,
    Kind,
    Missing,
    Section,
    Table,
    Written,
)
from pentameter.picture.assessment.rules.texts import Block, blocks

MOST_ROWS = 70
"""A long table of more rows is named in a PDF, and stands in the workbook."""


@dataclass(frozen=True)
class Page:
    """An assessment on its way to a template. `paged`: for paper, where long tables are only named."""

    assessment: Assessment
    digest: str
    paged: bool = False

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands on its cover."""
        made = self.assessment
        return (
            ("Operation", made.operation),
            ("Wave", f"{made.wave}, {made.days}"),
            ("Figures as of", words.day(made.as_of)),
            ("Version", f"{made.number}, made on {words.moment(made.made_at)}"),
            ("Made by", made.made_by),
            ("Counted by", made.code),
            ("Digest of this version (SHA-256)", self.digest),
        )

    @property
    def summary(self) -> Written | None:
        """The text that stands before all sections."""
        return self.assessment.text(SUMMARY)

    def text(self, section: Section) -> Written | None:
        """What people wrote for a section."""
        return self.assessment.text(section.key)

    def blocks(self, text: Written) -> tuple[Block, ...]:
        """A text as paragraphs and lists."""
        return blocks(text.body)

    def by(self, text: Written) -> str:
        """Who wrote it, and when last."""
        return f"Written by {words.listed(list(text.authors))}, last on {words.day(text.written_at)}."

    def shown(self, cell: Cell) -> str:
        """A cell as it is read."""
        return shown(cell)

    def kind(self, table: Table, column: int) -> str:
        """The class of a column."""
        return "" if table.columns[column].kind is Kind.TEXT else "num"

    def in_full(self, table: Table) -> bool:
        """Whether the table is printed whole."""
        return not (self.paged and table.long and len(table.rows) > MOST_ROWS)

    def sheet(self, table: Table) -> str:
        """The sheet of the workbook where the table stands."""
        return sheets(self.assessment.tables)[table.key]

    def missing(self, table: Table) -> tuple[Missing, ...]:
        """Which reasons for having no number occur in a table."""
        return absences(table)


def shown(cell: Cell | None) -> str:
    """A cell as it is read; None where there is none."""
    if cell is None:
        return "not there"
    if isinstance(cell, str):
        return str(cell)
    return words.number(int(cell) if cell == int(cell) else cell)


def sheets(tables: Iterable[Table]) -> dict[str, str]:
    """The sheet of each table: those of the national statistics bear their numbers there, the others one of ours."""
    made: dict[str, str] = {}
    number = 0
    for table in tables:
        subject, _, name = table.key.partition("-")
        if subject in ("national", "bulletin"):
            made[table.key] = f"Table_{name}" if subject == "national" else f"Bulletin_{name}"
        else:
            number += 1
            made[table.key] = str(number)
    return made


def absences(table: Table) -> tuple[Missing, ...]:
    """Which reasons for having no number occur in a table, in their order."""
    found = {cell for row in table.rows for cell in row if isinstance(cell, Missing)}
    return tuple(one for one in Missing if one in found)
