"""A look-up with all that the patterns ask of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pentameter.oversight.rules.rows import Kind, Row
from pentameter.oversight.rules.ties import Tie


class Likeness(StrEnum):
    """How what was looked up is like the person's own."""

    SURNAME = "surname"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Look:
    """A look-up. `at` is in the time of where the person works; `closed_for`: how long a case was closed.

    `works`: who works with whoever's case it is. `alike`: how what was looked up is like one's own, never of whom.
    """

    row: Row
    kind: Kind
    at: datetime
    tie: Tie = Tie.NONE
    works: str = ""
    closed_for: timedelta | None = None
    alike: frozenset[Likeness] = frozenset()

    @property
    def on(self) -> date:
        """The day where the person works."""
        return self.at.date()

    @property
    def record(self) -> str:
        """What tells one record looked up from another; a search is always another one."""
        return self.row.subject or str(self.row.seq)
