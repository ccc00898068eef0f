"""Dates of birth as lists have them: whole, in part, in another calendar, or of a day that does not exist.

A date that is wrong still says something of whom it is: 31/02/1989 keeps its year and month, 1989-25-03 can only
have day and month swapped. Where nothing can be made of it, that is said, and the line is matched without a date.
"""

import re
from datetime import date

from pentameter.decisions.matching import Birth
from pentameter.intelligence.intake.normalise import dates, words

_YEAR_FIRST = re.compile(r"(\d{4})\s?[-/. ]\s?(\d{1,2})(?:\s?[-/. ]\s?(\d{1,2}))?(?:[T\s].*)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})\s?[-/. ]\s?)?(\d{1,2})\s?[-/. ]\s?(\d{4})(?:[T\s].*)?", re.ASCII)
_YEAR_SOMEWHERE = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)
_BUDDHIST = 543
_FIRST_BUDDHIST, _LAST_BUDDHIST = 2440, 2600
_EARLIEST = 1900


class NotADate(ValueError):  # noqa: N818 - what it is, as people say it
    """Nothing can be made of what stands in the cell."""


def born(text: str, today: date) -> Birth | None:
    """The date of birth, as far as it is told; None where nothing is.

    Raises:
        NotADate: where what is told cannot be a date of birth.
    """
    text = text.strip().translate(_FIGURES)
    if not words.is_known(text) or not text.strip("0-/. "):
        return None
    found = _in_figures(text) or _in_words(text, today)
    if found is None or not _EARLIEST <= found.year <= today.year:
        raise NotADate(text)
    return found


_NUMERALS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "๐๑๒๓๔๕๖๗๘๙")
_FIGURES = {ord(figure): str(value) for row in _NUMERALS for value, figure in enumerate(row)}


def _in_figures(text: str) -> Birth | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _birth(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return _birth(match[3], match[2], match[1])
    return None


def _birth(year: str, month: str, day: str | None) -> Birth | None:
    """Day and month change places where they can only be meant so; a nought is what is not known."""
    one, other = int(month), int(day or 0)
    if one > 12 >= other > 0:
        one, other = other, one
    if one > 12 or other > 31:
        return Birth(_common_year(int(year)))
    return Birth(_common_year(int(year)), one or None, (other or None) if one else None)


def _common_year(year: int) -> int:
    return year - _BUDDHIST if _FIRST_BUDDHIST <= year <= _LAST_BUDDHIST else year


def _in_words(text: str, today: date) -> Birth | None:
    if day := dates.day(text, today.year):
        return Birth(day.year, day.month, day.day)
    years = set(_YEAR_SOMEWHERE.findall(text))
    return Birth(int(years.pop())) if len(years) == 1 else None
