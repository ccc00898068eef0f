"""A row of weekly returns. Nil ("we looked and found nothing") differs from not having looked."""

import re
from datetime import date
from decimal import Decimal

from pentameter.intelligence.intake.drafts import Problem, RawRow, ReturnDraft
from pentameter.intelligence.intake.interpret.reading import Reading
from pentameter.intelligence.intake.limits import LARGEST_COUNT
from pentameter.intelligence.intake.normalise.words import shown
from pentameter.kernel.periods import week_of

_FOUND = ("people_found", "arrests")
_DONE = ("premises_visited", "people_found", "arrests", "hours")
_WHOLE = re.compile(r"(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0)?", re.ASCII)
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,2})?", re.ASCII)


def weekly_return(row: RawRow, *, agency: str, today: date) -> ReturnDraft | tuple[Problem, ...]:
    """The return that a row holds, or everything that is wrong with the row."""
    reading = Reading(row, agency=agency, today=today)
    week = _week(reading)
    reading.required("looked", "Write found, nil or not_looked.")
    looked = reading.code("looked")
    visited, people, arrests = (_count(reading, name) for name in _DONE[:3])
    hours = _hours(reading)
    _check_consistent(reading, looked, {"premises_visited": visited, "people_found": people, "arrests": arrests})
    if looked == "not_looked" and hours:
        reading.problem("hours", "conflict", "it says that you did not look. Write nil or found, or leave it empty.")
    if reading.problems or week is None:
        return reading.found()
    return ReturnDraft(week, looked, visited, people, arrests, hours, reading.cells.get("text", ""))


def _week(reading: Reading) -> date | None:
    day = reading.day("week_starting", needed=True)
    if day is not None and day != (monday := week_of(day)):
        reading.problem(
            "week_starting",
            "week",
            f"{day:%-d %B %Y} is a {day:%A}. Write the Monday of the week, such as {monday.isoformat()}.",
        )
        return None
    return day


def _count(reading: Reading, name: str) -> int | None:
    if (cell := reading.fact(name)) is None:
        return None
    written = _WHOLE.fullmatch(cell)
    if not written or (count := int(cell.replace(",", "").removesuffix(".0"))) > LARGEST_COUNT:
        reading.problem(
            name, "number", f"{shown(cell)} is not a whole number up to {LARGEST_COUNT:,}. Write figures alone."
        )
        return None
    return count


def _hours(reading: Reading) -> Decimal | None:
    if (cell := reading.fact("hours")) is None:
        return None
    if not _DECIMAL.fullmatch(cell) or (hours := Decimal(cell)) > LARGEST_COUNT:
        reading.problem("hours", "number", f"{shown(cell)} is not a number of hours. Write one such as 37.5.")
        return None
    return hours


def _check_consistent(reading: Reading, looked: str, counts: dict[str, int | None]) -> None:
    """What was found or done must fit with whether anyone looked."""
    for name, count in counts.items():
        if count and looked == "nil" and name in _FOUND:
            reading.problem(
                name, "conflict", f"nil means that nothing was found, and here it says {count}. Check both."
            )
        elif count and looked == "not_looked":
            reading.problem(name, "conflict", f"it says that you did not look, and here it says {count}. Check both.")
