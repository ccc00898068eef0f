"""Dates of birth with their usual faults. `birth_year` 0 is unknown; `birth_day` 0: only the year is known."""

from pentameter.entities.linkage.comparisons.level import Comparison, Level, Shared, otherwise
from pentameter.entities.linkage.facts import Prepared

_YEARS_OFF = 2
_MONTH_END = 27
"""The first of a month that was written for its 28th, or the other way round: some forms count days so."""

_DAYS = "birth_day_l > 0 and birth_day_r > 0"
_SAME_YEAR = "birth_year_l = birth_year_r"
_NEAR_YEAR = f"abs(birth_year_l - birth_year_r) <= {_YEARS_OFF}"
_A_DAY_OFF = f"abs(birth_day_l - birth_day_r) in (1, {_MONTH_END})"
_PART = "abs(birth_day_l - birth_day_r) < 31 or mod(birth_day_l, 100) = mod(birth_day_r, 100)"


def _both_days(left: Prepared, right: Prepared) -> bool:
    return left.birth_day > 0 and right.birth_day > 0


def years_apart(left: Prepared, right: Prepared) -> int:
    """How many years lie between the two years of birth."""
    return abs(left.birth_year - right.birth_year)


def _a_day_off(left: Prepared, right: Prepared) -> bool:
    return abs(left.birth_day - right.birth_day) in (1, _MONTH_END)


def _same(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return _both_days(left, right) and (left.birth_year, left.birth_day) == (right.birth_year, right.birth_day)


def _swapped(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return _both_days(left, right) and years_apart(left, right) == 0 and left.birth_day == right.birth_swapped


def _year_off(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return _both_days(left, right) and years_apart(left, right) <= _YEARS_OFF and left.birth_day == right.birth_day


def _day_off(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return _both_days(left, right) and years_apart(left, right) == 0 and _a_day_off(left, right)


def _two_faults(left: Prepared, right: Prepared, shared: Shared) -> bool:
    near = years_apart(left, right) <= _YEARS_OFF
    return near and (left.birth_day == right.birth_swapped or _a_day_off(left, right))


def _part(left: Prepared, right: Prepared, shared: Shared) -> bool:
    close = abs(left.birth_day - right.birth_day) < 31 or left.birth_day % 100 == right.birth_day % 100
    return years_apart(left, right) == 0 and close


BORN = Comparison(
    "born",
    "birth_year_l = 0 or birth_year_r = 0",
    lambda left, right, shared: not (left.birth_year and right.birth_year),
    (
        Level("same", "Same date of birth", f"{_DAYS} and {_SAME_YEAR} and birth_day_l = birth_day_r", _same),
        Level(
            "swapped",
            "Same date of birth with day and month exchanged",
            f"{_DAYS} and {_SAME_YEAR} and birth_day_l = birth_swapped_r",
            _swapped,
        ),
        Level(
            "year_off",
            "Same day and month of birth, the year differs by one or two",
            f"{_DAYS} and {_NEAR_YEAR} and birth_day_l = birth_day_r",
            _year_off,
        ),
        Level("day_off", "Dates of birth a day apart", f"{_DAYS} and {_SAME_YEAR} and {_A_DAY_OFF}", _day_off),
        Level(
            "same_year",
            "Same year of birth, the day is not known",
            f"not ({_DAYS}) and {_SAME_YEAR}",
            lambda left, right, shared: not _both_days(left, right) and years_apart(left, right) == 0,
        ),
        Level(
            "near_year",
            "Year of birth differs by one or two, the day is not known",
            f"not ({_DAYS}) and {_NEAR_YEAR}",
            lambda left, right, shared: not _both_days(left, right) and years_apart(left, right) <= _YEARS_OFF,
        ),
        Level(
            "other_year",
            "Different years of birth",
            f"not ({_DAYS})",
            lambda left, right, shared: not _both_days(left, right),
        ),
        Level(
            "two_faults",
            "Dates of birth that two faults could explain: the year, and the day",
            f"{_NEAR_YEAR} and (birth_day_l = birth_swapped_r or {_A_DAY_OFF})",
            _two_faults,
        ),
        Level("part", "Only parts of the date of birth are the same", f"{_SAME_YEAR} and ({_PART})", _part),
        Level(
            "near",
            "Different dates of birth, at most two years apart",
            _NEAR_YEAR,
            lambda left, right, shared: years_apart(left, right) <= _YEARS_OFF,
        ),
        otherwise("different", "Different dates of birth"),
    ),
)
POSSIBLE = frozenset({"same", "swapped", "year_off", "day_off", "same_year", "near_year", "two_faults", "part"})
"""Levels in which the two can be dates of one person."""
