"""Dates of birth that are one date with an honest mistake in it."""

from dataclasses import dataclass
from enum import Enum

from rapidfuzz.distance import OSA


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth as far as it is told. It need not be a day that exists: 31 February is evidence too."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def is_vague(self) -> bool:
        """Whether only the year is told: the first of January stands for that in many countries' papers."""
        return self.month is None or self.day is None or (self.month, self.day) == (1, 1)

    @property
    def figures(self) -> str:
        """All eight figures."""
        return f"{self.year:04d}{self.month or 0:02d}{self.day or 0:02d}"


class Likeness(Enum):
    """How two dates of birth stand to each other, the nearest first, in the words that the desk reads."""

    SAME = "the same date of birth"
    SAME_MONTH = "the same year and month of birth, the day not told"
    SWAPPED = "the same date of birth with day and month swapped"
    A_YEAR_OFF = "the same day and month of birth, the year wrong by one"
    TWO_YEARS_OFF = "the same day and month of birth, the year wrong by two"
    SWAPPED_AND_YEARS_OFF = "day and month of birth swapped, and the year wrong by one or two"
    SAME_YEAR = "the same year of birth, the day not told or the first of January"
    YEARS_OFF = "the year of birth wrong by one or two, the day not told or the first of January"
    YEARS_OFF_REGISTER = "another day on the list; the register has the first of January or no day, and another year"
    A_DAY_OFF = "dates of birth a day apart"
    MISTYPED = "dates of birth that differ by one slip of the hand"
    UNKNOWN = "a date of birth missing on one side"
    DIFFERENT = "different dates of birth"

    __hash__ = object.__hash__  # each member is one object; the slower way is asked for millions of times


_FARTHEST = 2


def likeness(line: Birth | None, person: Birth | None) -> Likeness:
    """The nearest way in which a line's date and a protected person's can be one.

    The order of the two matters in one thing: a list that has the first of January may have the year wrong as well, as
    it was guessed; where it has a day, the register's first of January does not excuse another year.
    """
    if line is None or person is None:
        return Likeness.UNKNOWN
    one, other = line, person
    apart = abs(one.year - other.year)
    if apart > _FARTHEST and (one.month != other.month or one.day != other.day):
        return Likeness.DIFFERENT
    if one == other:
        return Likeness.SAME_YEAR if one.is_vague else Likeness.SAME
    if apart <= _FARTHEST and (one.is_vague or other.is_vague):
        return _vaguely(one, other, apart)
    if apart <= _FARTHEST and (one.month, one.day) == (other.month, other.day):
        return Likeness.A_YEAR_OFF if apart == 1 else Likeness.TWO_YEARS_OFF
    if apart <= _FARTHEST and (one.month, one.day) == (other.day, other.month):
        return Likeness.SWAPPED_AND_YEARS_OFF if apart else Likeness.SWAPPED
    return _nearly(one, other)


def _nearly(one: Birth, other: Birth) -> Likeness:
    """Two of year, month and day must agree for one slip of the hand, so that most pairs are told apart at once."""
    if (one.year == other.year) + (one.month == other.month) + (one.day == other.day) < 2:
        return Likeness.DIFFERENT
    if one.day and other.day and abs(one.day - other.day) == 1:
        return Likeness.A_DAY_OFF
    return Likeness.MISTYPED if OSA.distance(one.figures, other.figures, score_cutoff=1) == 1 else Likeness.DIFFERENT


def _vaguely(one: Birth, other: Birth, apart: int) -> Likeness:
    if apart:
        return Likeness.YEARS_OFF if one.is_vague else Likeness.YEARS_OFF_REGISTER
    if None in (one.day, other.day) and one.month == other.month is not None:
        return Likeness.SAME_MONTH
    return Likeness.SAME_YEAR
