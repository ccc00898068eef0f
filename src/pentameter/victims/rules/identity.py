"""What is said of who she is: a birth date as far as it is known, and the age that goes with it."""

import re
from calendar import monthrange
from datetime import date

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.cases import Age

OLDEST = 120
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_SPOKEN = re.compile(r"(?P<day>\d{1,2})[ ./-](?P<month>\d{1,2})[ ./-](?P<year>\d{4})")


def read_born(text: str) -> str:
    """A birth date as far as it is known, in the form that is kept: "1989-02-28", "1989-02", "1989" or empty.

    Raises:
        ValueError: with the sentence that says what is wrong and how to mend it.
    """
    said = text.strip()
    if not said:
        return ""
    found = _ISO.fullmatch(said) or _SPOKEN.fullmatch(said)
    if found is None or not _is_a_day({name: int(part) for name, part in found.groupdict().items() if part}):
        raise ValueError(f"{said} is not a date. Write it as 1989-02-28, as 1989-02 or 1989, or leave it empty.")
    parts = found.groupdict()
    return "-".join(f"{int(parts[name]):0{width}}" for name, width in _WIDTHS if parts[name])


_WIDTHS = (("year", 4), ("month", 2), ("day", 2))


def may_be_born(born: str, *, found_on: date) -> Verdict:
    """Whether she can have been born then, given the day on which she was found."""
    if not born:
        return ALLOWED
    if _first_day(born) > found_on:
        return refused(f"She cannot have been born after the day on which she was found, {_said(found_on)}.")
    if found_on.year - _first_day(born).year > OLDEST:
        return refused(f"{born} lies more than {OLDEST} years before she was found. Check the year.")
    return ALLOWED


def may_be_of_age(age: Age, born: str, *, found_on: date) -> Verdict:
    """Whether her age and her birth date go together. A year alone speaks for the youngest that she may be."""
    if age is Age.ADULT and born and _years(_last_day(born), found_on) < 18:
        return refused(f"Born {born}, she may have been under 18 when she was found. Choose that, or mend the date.")
    return ALLOWED


def may_change_age(was: Age, now: Age, *, assessed: str) -> Verdict:
    """Whoever may be under 18 counts as a child until her age is assessed: say by whom and how.

    Source: Modern Slavery Act 2015 s.51; Human Trafficking and Exploitation (Scotland) Act 2015 s.12; the Northern
    Irish Act of 2015 s.25(3); Ireland's Act of 2024 s.26.
    """
    if was.counts_as_child and not now.counts_as_child and not assessed.strip():
        return refused("She counts as a child until her age is assessed. Say who assessed it, when and how.")
    return ALLOWED


def _is_a_day(parts: dict[str, int]) -> bool:
    try:
        date(parts["year"], parts.get("month", 1), parts.get("day", 1))
    except ValueError:
        return False
    return True


def _first_day(born: str) -> date:
    year, month, day = (*map(int, born.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _last_day(born: str) -> date:
    first, known = _first_day(born), born.count("-")
    if known == 2:
        return first
    month = first.month if known else 12
    return date(first.year, month, monthrange(first.year, month)[1])


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _said(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
