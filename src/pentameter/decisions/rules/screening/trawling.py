"""What looks like trawling: asking for names not because someone is to be removed, but to learn who is protected.

Told to the duty desk and the auditor; never to who asks, whose check is answered as ever. Conventions of ours, to be
tuned by those who run the desk.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SMALL = 5
"""So many lines or fewer are a small check; a list for a flight has more."""
MOST_SMALL_AN_HOUR = 10
MOST_SINGLE_A_DAY = 15
MOST_AT_ODD_HOURS = 3
MOST_OF_A_SURNAME = 3
NIGHT = (22, 6)
LOOKED_BACK = timedelta(days=7)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class Trawl(StrEnum):
    """Why it looks so."""

    MANY_SMALL = "many_small"
    SINGLE_NAMES = "single_names"
    ODD_HOURS = "odd_hours"
    SAME_SURNAME = "same_surname"

    @property
    def words(self) -> str:
        """As the desk reads it."""
        return _WORDS[self]


_WORDS = {
    Trawl.MANY_SMALL: "many small checks within an hour",
    Trawl.SINGLE_NAMES: "many single names within a day",
    Trawl.ODD_HOURS: "small checks at night",
    Trawl.SAME_SURNAME: "the same surname in several small checks",
}


@dataclass(frozen=True, slots=True)
class CheckFact:
    """A check that was asked for: by whom, when (in the agency's own time), how many lines, which surnames (blind)."""

    by: str
    at: datetime
    lines: int
    surnames: tuple[str, ...] = ()

    @property
    def small(self) -> bool:
        """Whether it is a small one."""
        return self.lines <= SMALL


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What looks like trawling, by whom, and how often."""

    kind: Trawl
    by: str
    count: int


def suspicions(checks: Sequence[CheckFact], *, now: datetime) -> tuple[Suspicion, ...]:
    """What an agency's checks of the last week look like, as of the latest of them."""
    small = [one for one in checks if one.small and now - LOOKED_BACK < one.at <= now]
    return tuple(Suspicion(kind, by, count) for kind, by, count, most in sorted(_counts(small, now)) if count > most)


def _counts(small: Sequence[CheckFact], now: datetime) -> Iterator[tuple[Trawl, str, int, int]]:
    for by, count in Counter(one.by for one in small if now - one.at < _HOUR).items():
        yield Trawl.MANY_SMALL, by, count, MOST_SMALL_AN_HOUR
    for by, count in Counter(one.by for one in small if now - one.at < _DAY and one.lines == 1).items():
        yield Trawl.SINGLE_NAMES, by, count, MOST_SINGLE_A_DAY
    for by, count in Counter(one.by for one in small if now - one.at < _DAY and at_night(one.at)).items():
        yield Trawl.ODD_HOURS, by, count, MOST_AT_ODD_HOURS
    for surname, count in Counter(surname for one in small for surname in set(one.surnames)).items():
        latest = max((one for one in small if surname in one.surnames), key=lambda one: one.at)
        yield Trawl.SAME_SURNAME, latest.by, count, MOST_OF_A_SURNAME


def at_night(at: datetime) -> bool:
    """Whether a moment, in the agency's own time, lies outside anyone's office hours."""
    begins, ends = NIGHT
    return at.hour >= begins or at.hour < ends
