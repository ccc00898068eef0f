"""Which files the agencies of the demo operation send, row by row, and what should become of every row."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pentameter.config.demo.dialects import Written
from pentameter.config.demo.senders import Format


class Fate(StrEnum):
    """What the intake should make of a row."""

    ACCEPTED = "accepted"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Line:
    """A row, what should become of it, and the mistake in it, if any: field, reason code, words."""

    cells: Written
    fate: Fate = Fate.ACCEPTED
    field: str = ""
    code: str = ""
    mistake: str = ""


@dataclass(frozen=True, slots=True)
class Shipment:
    """A file."""

    path: str
    agency: str
    kind: str
    wave: int
    format: Format
    lines: tuple[Line, ...]
    encoding: str = "utf-8"
    delimiter: str = ","
    repeats: str = ""

    def count(self, fate: Fate) -> int:
        """How many rows should meet this fate."""
        return sum(line.fate is fate for line in self.lines)

    def numbered(self) -> Iterator[tuple[int, Line]]:
        """The rows by the number that the sender's program gives them: in a table the heading is row 1."""
        return enumerate(self.lines, start=2 if self.format in {Format.CSV, Format.XLSX} else 1)
