"""Dates as people write them in the United Kingdom and Ireland: the day comes first.

Where a date could be read either way (5/10/2007) the day is first. Two figures of a year mean this century unless that
year has not come yet. A whole number of five figures is a spreadsheet's count of days since 30 December 1899.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_MONTHS = {name.casefold(): n for names in (calendar.month_name, calendar.month_abbr) for n, name in enumerate(names)}
_MONTHS["sept"] = 9
del _MONTHS[""]
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(\d{4}|'?\d{2})"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|[+-]\d{2}:?\d{2}|am|pm)?)?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text + _TIME, re.IGNORECASE | re.ASCII)


_YEAR_FIRST = _pattern(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})")
_DAY_FIRST = _pattern(r"(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*" + _YEAR)
_DAY_MONTH_NAME = _pattern(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*(?:of\s+)?" + _MONTH + r"[\s\-/,.]*" + _YEAR)
_MONTH_NAME_DAY = _pattern(_WEEKDAY + _MONTH + r"\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR)
_EIGHT_FIGURES = re.compile(r"\d{8}", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_YEAR_ALONE = re.compile(r"(1[89]|20)\d{2}", re.ASCII)
_DAY_ZERO = date(1899, 12, 30)


def _year(text: str, this_year: int) -> int:
    if len(text) == 4:
        return int(text)
    century, of_century = divmod(this_year, 100)
    year = int(text.lstrip("'"))
    return (century if year <= of_century else century - 1) * 100 + year


def _parts(text: str, this_year: int) -> tuple[int, int, int] | None:
    """Year, month and day as written, whether or not there is such a day."""
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return _year(match[3], this_year), int(match[2]), int(match[1])
    if match := _DAY_MONTH_NAME.fullmatch(text):
        return _year(match[3], this_year), _MONTHS[match[2].casefold()], int(match[1])
    if match := _MONTH_NAME_DAY.fullmatch(text):
        return _year(match[3], this_year), _MONTHS[match[1].casefold()], int(match[2])
    if _EIGHT_FIGURES.fullmatch(text):
        if text[:2] in {"18", "19", "20"} and int(text[4:6]) <= 12:
            return int(text[:4]), int(text[4:6]), int(text[6:])
        return int(text[4:]), int(text[2:4]), int(text[:2])
    return None


@lru_cache(maxsize=16384)
def day(text: str, this_year: int) -> date | None:
    """The day that is meant, or None."""
    text = text.strip()
    if match := _SERIAL.fullmatch(text):
        return _DAY_ZERO + timedelta(days=int(match[1]))
    if (parts := _parts(text, this_year)) is None:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def nearest(text: str, this_year: int) -> date | None:
    """The last day of the month where a day was written that its month does not have: 31/02/1989."""
    parts = _parts(text.strip(), this_year)
    if parts is None or not (1 <= parts[1] <= 12 and 1900 <= parts[0] <= this_year and 28 < parts[2] <= 31):
        return None
    return date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])


def year_alone(text: str) -> str | None:
    """A year of birth, where no more is known."""
    text = text.strip().removesuffix(".0")
    return text if _YEAR_ALONE.fullmatch(text) else None
