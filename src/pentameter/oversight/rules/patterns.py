"""The five patterns, and what is told of one that was seen."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Pattern(StrEnum):
    """What a person's look-ups look like."""

    UNCONNECTED = "unconnected"
    LIKENESS = "likeness"
    NIGHT_BURST = "night_burst"
    AFTER_CLOSURE = "after_closure"
    TRAWLING = "trawling"

    @property
    def words(self) -> str:
        """As people read it."""
        return _WORDS[self][0]

    @property
    def meaning(self) -> str:
        """What was counted, and what can be innocent about it."""
        return _WORDS[self][1]


OF_AMOUNT = frozenset({Pattern.UNCONNECTED, Pattern.NIGHT_BURST, Pattern.AFTER_CLOSURE})
"""Patterns of how much somebody looks up. Told once, they are told again within four weeks only of more than before."""

_WORDS = {
    Pattern.UNCONNECTED: (
        "looked at people with whom they do not work",
        "Within a day, the cases of several colleagues, without an assignment, a share or an act of their own."
        " Covering for a whole team looks the same.",
    ),
    Pattern.LIKENESS: (
        "looked up somebody of their own surname or address",
        "More often than chance would have it. A namesake in one's own work looks the same.",
    ),
    Pattern.NIGHT_BURST: (
        "looked up unusually much within an hour at night",
        "More than twice what is usual for this person. A night in which many were rescued looks the same.",
    ),
    Pattern.AFTER_CLOSURE: (
        "looked at closed cases",
        "After the time for follow-up, or without ever having worked with the person. A late enquiry looks the same.",
    ),
    Pattern.TRAWLING: (
        "may have tried to learn who is protected",
        "Many small checks of names for removal, or one surname again and again. A family looks the same.",
    ),
}


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A pattern that was seen: whose, from which rows, complete at which moment. `on` is the day where they work."""

    pattern: Pattern
    person: str
    agency: str
    at: datetime
    on: date
    rows: tuple[int, ...]
