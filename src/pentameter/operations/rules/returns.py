"""What an agency says of its week, and when it may say it.

Nil is a return: "we looked and found nothing" differs from "we did not look", and both differ from silence.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.operations.rules.waves import covers

GRACE = timedelta(days=28)
"""How long after the end of a wave its last weeks may still be filed or corrected."""

WEEK = timedelta(days=6)


class Looked(StrEnum):
    """Whether an agency looked in a week, and whether it found anything."""

    FOUND = "found"
    NIL = "nil"
    NOT_LOOKED = "not_looked"

    @property
    def words(self) -> str:
        """The answer as the agency would say it."""
        return _WORDS[self]

    @property
    def meaning(self) -> str:
        """When this is the right answer."""
        return _MEANINGS[self]


_WORDS = {
    Looked.FOUND: "We looked and found something",
    Looked.NIL: "We looked and found nothing",
    Looked.NOT_LOOKED: "We did not look",
}
_MEANINGS = {
    Looked.FOUND: "You met people who may be victims, made arrests, visited premises, or learned something new.",
    Looked.NIL: "A nil return. You worked on the operation this week, and nobody was found. It is worth as much.",
    Looked.NOT_LOOKED: "Nobody worked on the operation this week. Saying so is better than saying nothing.",
}

MOST = {"premises_visited": 1_000, "people_found": 1_000, "arrests": 1_000, "hours": 20_000}
"""Above these a figure is a slip of the hand: all agencies of the second wave together visited 822 premises."""

_NAMES = {
    "premises_visited": "premises visited",
    "people_found": "people found",
    "arrests": "arrests",
    "hours": "hours of work",
}
_FINDS = ("people_found", "arrests")
_FIGURES = tuple(_NAMES)


@dataclass(frozen=True, slots=True)
class WeekReturn:
    """An agency's word on one week. `week` is its Monday; a figure that was not given is None, which is not nought."""

    week: date
    looked: Looked
    premises_visited: int | None = None
    people_found: int | None = None
    arrests: int | None = None
    hours: Decimal | None = None
    text: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of what it says, 64 hexadecimal digits: the same word again has the same digest."""
        hours = "" if self.hours is None else f"{self.hours:.1f}"
        counts = ("" if (n := getattr(self, name)) is None else str(n) for name in _FIGURES[:3])
        said = "\x1f".join((self.week.isoformat(), self.looked.value, *counts, hours, self.text.strip()))
        return hashlib.sha256(said.encode()).hexdigest()


def may_file_return(wave: Period, taking_part: Iterable[Period], *, week: date, today: date) -> Verdict:
    """Whether an agency that took part in `taking_part` may file, on `today`, for the week of the Monday `week`."""
    if week.weekday() != 0:
        return refused(f"{week:%-d %B %Y} is a {week:%A}. A week is named by its Monday.")
    if not covers(wave, week):
        return refused(f"The week of {week:%-d %B %Y} lies outside the wave, which ran {_span(wave)}.")
    if week > today:
        return refused(f"The week of {week:%-d %B %Y} has not begun.")
    if not any(touches(span, week) for span in taking_part):
        return refused(f"The agency did not take part in the wave in the week of {week:%-d %B %Y}.")
    if wave.end is not None and today > (last := wave.end + GRACE):
        return refused(f"The wave is closed. Its returns could be filed until {last:%-d %B %Y}.")
    return ALLOWED


def touches(span: Period, week: date) -> bool:
    """Whether `span` has a day in the week of the Monday `week`."""
    return span.start <= week + WEEK and (span.end is None or span.end >= week)


def is_coherent(said: WeekReturn) -> Verdict:
    """Whether a return says one thing: figures possible, and none that contradicts the answer."""
    given = {name: value for name in _FIGURES if (value := getattr(said, name)) is not None}
    for name, value in given.items():
        if value < 0:
            return refused(f"{_NAMES[name].capitalize()}: {value} is less than nothing. Write 0 or more.")
        if value > MOST[name]:
            most = f"{MOST[name]:,}"
            return refused(f"{_NAMES[name].capitalize()}: {value:,} in one week is more than {most}. Check the figure.")
    return _contradicts(said, {name for name, value in given.items() if value > 0})


def _contradicts(said: WeekReturn, above_zero: set[str]) -> Verdict:
    finds = [_NAMES[name] for name in _FINDS if name in above_zero]
    if said.looked is Looked.NIL and finds:
        return refused(f"A nil return says that nothing was found, but {_and(finds)} are above 0. Choose one.")
    work = [_NAMES[name] for name in _FIGURES if name in above_zero]
    if said.looked is Looked.NOT_LOOKED and work:
        return refused(f'"We did not look" does not go with {_and(work)} above 0. Choose one.')
    if said.looked is Looked.FOUND and not (work or said.text.strip()):
        return refused("Say what was found: give a figure above 0, or a few words.")
    return ALLOWED


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _span(wave: Period) -> str:
    until = f"to {wave.end:%-d %B %Y}" if wave.end else "on, without an end yet"
    return f"from {wave.start:%-d %B %Y} {until}"
