"""Cases that come from other systems and go to them: which rows are the same, and how many may go at once."""

from collections.abc import Mapping
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.htcds import Record

MOST_ROWS = 500
MOST_CASES = 50


class Fate(StrEnum):
    """What became of a row."""

    ACCEPTED = "accepted"
    QUARANTINED = "quarantined"
    DUPLICATE = "duplicate"

    @property
    def words(self) -> str:
        """As people say it."""
        return {Fate.ACCEPTED: "opened", Fate.QUARANTINED: "in quarantine", Fate.DUPLICATE: "here already"}[self]


def tells_who(record: Record) -> bool:
    """Whether two rows that say this are surely one person: a document, or a whole name and a date of birth."""
    named = record["prs_FirstName"] and record["prs_SecondName"] and len(record["prs_Birthdate"]) == len("2007-10-05")
    return bool(record["prs_IdentityNumber"] or named)


def sameness(record: Record, *, agency: str, times: Mapping[str, int]) -> str:
    """What makes a row the same when it is sent again. `times`: how often the file said the same before this row.

    Rows that do not tell who is meant are counted: two women of whom nothing is known yet are never made one.
    """
    said = "\n".join(f"{name}={text}" for name, text in sorted(record.said.items()))
    whole = f"{agency}\n{said}"
    return whole if tells_who(record) else f"{whole}\n#{times.get(whole, 0)}"


def may_take_in(rows: int) -> Verdict:
    """Whether a file is small enough to be taken in whole or not at all."""
    if rows > MOST_ROWS:
        return refused(f"The file has more than {MOST_ROWS} rows. Send it in parts.")
    return ALLOWED


def may_leave(cases: int) -> Verdict:
    """Whether so many cases may be carried away in one file."""
    if not cases:
        return refused("Say which cases: their references, one a line.")
    if cases > MOST_CASES:
        return refused(f"At most {MOST_CASES} cases go into one file: each is carried away for a purpose of its own.")
    return ALLOWED
