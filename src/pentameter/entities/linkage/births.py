"""Dates of birth as they are compared: a year, and a day of it where a real one was told."""

import re
from dataclasses import dataclass

_YEAR_FIRST = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?(?:[T ].*)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})", re.ASCII)
_EARLIEST, _LATEST = 1880, 2100
NO_DAY = 0


@dataclass(frozen=True, slots=True)
class Birth:
    """`year` 0: nothing is known. `day` is month * 100 + day of the month; `NO_DAY` where only the year is known."""

    year: int = 0
    day: int = NO_DAY

    @property
    def swapped(self) -> int:
        """The day with its two figures exchanged."""
        return self.day % 100 * 100 + self.day // 100


UNKNOWN = Birth()


def birth(text: str) -> Birth | None:
    """From 1990-03-25, 25/03/1990, 1990-03 or 1990; None where it is none of these.

    The first of January stands for "only the year is known" in many countries' papers and in forms that want a date.
    """
    text = text.strip()
    if not text:
        return UNKNOWN
    match = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if match is None or not _EARLIEST <= int(match["y"]) <= _LATEST:
        return None
    year, month, day = int(match["y"]), int(match["m"] or 0), int(match["d"] or 0)
    if month > 12 or day > 31:
        return None
    told = month and day and (month, day) != (1, 1)
    return Birth(year, month * 100 + day if told else NO_DAY)
