"""A row while it is read: its cells, and what was found wrong with them so far."""

import re
import unicodedata
from datetime import date

from pentameter.intelligence.intake.columns import LABELS
from pentameter.intelligence.intake.drafts import Problem, RawRow
from pentameter.intelligence.intake.interpret import codes
from pentameter.intelligence.intake.limits import EARLIEST_YEAR, LONGEST_CELL, LONGEST_LIST, LONGEST_SHORT_CELL
from pentameter.intelligence.intake.normalise import agencies, dates
from pentameter.intelligence.intake.normalise.words import NOT_KNOWN, UNREADABLE, is_known, shown

_LONGEST = {
    **dict.fromkeys(("text", "original_text", "source_identity", "handling_conditions"), LONGEST_CELL),
    **dict.fromkeys(("acts", "means", "purposes", "indicators", "handling_recipients", "links"), LONGEST_LIST),
}
"""How long a cell may be that is longer than the facts."""

NEVER_QUOTED = frozenset({"original_text", "source_identity"})
"""Compartments of their own: a sentence about them says nothing of what they hold."""

SPOILT = frozenset({"quote", "extra_cells", "record"})
"""Faults after which the cells stand in the wrong places, so that what else seems wrong with them says nothing."""

_FORMULA = re.compile("[=@\uff1d\uff20]|[+-][A-Za-z(]")
_FORMULA_SIGNS = frozenset("=@\uff1d\uff20+-")
_KNOWN_NAMES = frozenset(LABELS)
_LONGEST_UNKNOWN = max(map(len, NOT_KNOWN))


class Reading:
    """A row while it is read. Problems are collected, never raised: a person mends a row once."""

    __slots__ = ("agency", "cells", "number", "problems", "today")

    def __init__(self, row: RawRow, *, agency: str, today: date) -> None:
        self.agency = agency
        self.today = today
        self.number = row.number
        self.problems: list[Problem] = list(row.faults)
        self.cells: dict[str, str] = {}
        for name, value in row.cells.items():
            if value and (cell := value.strip()):
                self.cells[name] = cell if cell.isascii() else unicodedata.normalize("NFC", cell)
                if len(cell) > LONGEST_SHORT_CELL:
                    self._check_length(name, cell)
                if cell[0] in _FORMULA_SIGNS:
                    self._check_formula(name, cell)
        self._check_characters()
        self._check_names()
        self._check_agency(row)

    def found(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the row."""
        spoilt = tuple(problem for problem in self.problems if problem.code in SPOILT)
        return spoilt or tuple(self.problems)

    def problem(self, name: str, code: str, sentence: str) -> None:
        """Note what is wrong with a cell and how to mend it."""
        label = LABELS.get(name, f"“{shown(name)}”")
        self.problems.append(
            Problem(name if name in LABELS else shown(name), code, f"Row {self.number}, {label}: {sentence}")
        )

    def _check_length(self, name: str, cell: str) -> None:
        """Note that a cell is too long, and go on with its beginning."""
        longest = _LONGEST.get(name, LONGEST_SHORT_CELL)
        if len(cell) > longest:
            self.cells[name] = cell[:longest]
            self.problem(name, "too_long", f"{len(cell):,} characters are too many. Write at most {longest:,}.")

    def _check_formula(self, name: str, cell: str) -> None:
        if _FORMULA.match(cell):
            what = "" if name in NEVER_QUOTED else f"{shown(cell)} "
            mend = f"Take away the {cell[0]} at its beginning, or put a word before it."
            self.problem(name, "formula", f"{what}begins as a formula does, and could run in a spreadsheet. {mend}")

    def _check_characters(self) -> None:
        if "".join(self.cells.values()).isprintable():
            return
        for name, cell in self.cells.items():
            if match := UNREADABLE.search(cell):
                what = "a NUL" if match[0] == "\0" else f"the character U+{ord(match[0]):04X}"
                self.problem(name, "unreadable", f"it holds {what}, which is no text. Write it again by hand.")

    def _check_names(self) -> None:
        if not self.cells.keys() <= _KNOWN_NAMES:
            for name in self.cells.keys() - _KNOWN_NAMES:
                self.problem(name, "unknown_field", "the template has no such column. Move what it says into another.")

    def _check_agency(self, row: RawRow) -> None:
        """A row without the column is the sender's; a row that leaves it empty has forgotten it."""
        written = self.cells.get("agency")
        if written is None and "agency" in row.cells:
            self.missing("agency", f"Write {self.agency}.")
        elif written is not None and not agencies.is_same(written, self.agency):
            whose = f"the row is {shown(written)}'s, and the sender is {self.agency}."
            self.problem("agency", "agency", f"{whose} Each agency sends its own reports: take the row out.")

    def missing(self, name: str, mend: str) -> None:
        """Note that a cell is empty that may not be."""
        self.problem(name, "required", f"it is empty. {mend}")

    def required(self, name: str, mend: str) -> str:
        """A cell that may not be empty."""
        if (cell := self.cells.get(name)) is None:
            self.missing(name, mend)
            return ""
        return cell

    def fact(self, name: str) -> str | None:
        """A cell of facts; None where it is empty or says that the fact is not known."""
        if (cell := self.cells.get(name)) is None:
            return None
        return cell if len(cell) > _LONGEST_UNKNOWN or is_known(cell) else None

    def code(self, name: str) -> str:
        """The code in a cell; empty where the cell is empty or holds no code."""
        if (cell := self.cells.get(name)) is None:
            return ""
        if (code := codes.one(name, cell)) is None:
            self.problem(name, "code", f"{shown(cell)} is not one of the codes. Write {codes.choice(name)}.")
            return ""
        return code

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes in a cell that may hold several."""
        if (cell := self.cells.get(name)) is None:
            return ()
        known, unknown = codes.many(name, cell)
        for word in unknown:
            self.problem(name, "code", f"{shown(word)} is not one of the codes. Write {codes.choice(name)}.")
        return known

    def yes(self, name: str) -> bool:
        """Whether a cell says yes."""
        return name in self.cells and self.code(name) == "yes"

    def day(self, name: str, *, needed: bool = False) -> date | None:
        """The day in a cell: a real one, not before 1900 and not after today."""
        if (cell := self.fact(name)) is None:
            if needed:
                self.missing(name, f"Write a date such as {self.today.isoformat()}.")
            return None
        if (day := dates.day(cell, self.today.year)) is None:
            self.not_a_date(name, cell, needed=needed)
        elif day > self.today:
            self.problem(name, "future", f"{day:%-d %B %Y} has not come yet. Write the day on which it was.")
        elif day.year < EARLIEST_YEAR:
            self.problem(name, "too_early", f"{day:%-d %B} {day.year} is before {EARLIEST_YEAR}. Check the year.")
        else:
            return day
        return None

    def not_a_date(self, name: str, cell: str, *, needed: bool, other: str = "") -> None:
        """Note that a cell holds no date, with one that would be."""
        example = dates.nearest(cell, self.today.year) or self.today
        end = "." if needed else f"{other}, or leave it empty."
        self.problem(name, "date", f"{shown(cell)} is not a date. Write it as {example.isoformat()}{end}")
