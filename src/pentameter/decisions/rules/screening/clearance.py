"""When a list may be called clear. Never while anything is not known for certain; never for longer than a day.

"No hold found" for a single line stands under the same conditions, but for the other lines of its list.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LASTS = timedelta(hours=24)
"""How long an answer is good for."""


class Stage(StrEnum):
    """How far the reading and checking of a list has come."""

    RECEIVED = "received"
    CHECKING = "checking"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Soundness:
    """What the system knows of itself. `workers`: how many live; `looked_ahead_on`: the last look at all clocks.
    `complete`: whether nothing was lost by a restore."""

    now: datetime
    today: date
    workers: int
    looked_ahead_on: date | None
    mark: int
    complete: Verdict = field(default_factory=lambda: refused("Whether anything is missing is not known."))


@dataclass(frozen=True, slots=True)
class ListFacts:
    """A list, as far as its clearance depends on it. `mark`: of the holds that it was checked against."""

    stage: Stage
    checked_at: datetime | None
    mark: int | None
    unreadable: int
    lines: int
    unanswered: int
    to_answer: int
    held: int

    def until(self) -> datetime | None:
        """The moment from which the answers are too old."""
        return self.checked_at + LASTS if self.checked_at else None


class Standing(StrEnum):
    """How a list stands, as its officer is told."""

    READING = "being read"
    CHECKING = "being checked"
    REFUSED = "not read"
    AGAIN = "being checked again"
    UNSURE = "the system is not sure"
    EXPIRED = "expired"
    TO_ANSWER = "to be answered by the desk"
    HELD = "held"
    CLEARED = "cleared"


def standing(found: ListFacts, system: Soundness) -> Standing:
    """The first thing that keeps the list from being clear; or that it is."""
    if found.stage is Stage.REFUSED:
        return Standing.REFUSED
    if found.stage is Stage.RECEIVED:
        return Standing.READING
    if found.stage is Stage.CHECKING or found.checked_at is None or found.mark is None:
        return Standing.AGAIN if found.checked_at else Standing.CHECKING
    if not is_sound(system).allowed or found.unreadable or found.unanswered or not found.lines:
        return Standing.UNSURE
    if system.now >= found.checked_at + LASTS or system.now < found.checked_at:
        return Standing.EXPIRED
    if found.mark != system.mark:
        return Standing.AGAIN
    if found.to_answer:
        return Standing.TO_ANSWER
    return Standing.HELD if found.held else Standing.CLEARED


_WHY = {
    Standing.READING: "The list is still being read.",
    Standing.CHECKING: "The list is still being checked.",
    Standing.REFUSED: "The list could not be read.",
    Standing.AGAIN: "Somebody became protected since the list was checked. It is being checked again.",
    Standing.UNSURE: "The system is not sure at the moment. Do nothing, and call the duty desk.",
    Standing.EXPIRED: "The answers are more than 24 hours old. Check the list again.",
    Standing.TO_ANSWER: "The duty desk has not answered every line.",
    Standing.HELD: "Lines of the list are held. Call the duty desk before doing anything.",
}


def may_call_clear(found: ListFacts, system: Soundness) -> Verdict:
    """Whether the list may be called clear: every line answered, by a system that is sure, not long ago."""
    stands = standing(found, system)
    return ALLOWED if stands is Standing.CLEARED else refused(_WHY[stands])


def may_say_none(found: ListFacts, system: Soundness) -> Verdict:
    """Whether "no hold found" may be said of a line of the list."""
    stands = standing(found, system)
    good = stands in (Standing.CLEARED, Standing.TO_ANSWER, Standing.HELD)
    return ALLOWED if good else refused(_WHY[stands])


def is_sound(system: Soundness) -> Verdict:
    """Whether the system is sure of itself. In words for the duty desk."""
    if system.workers < 1:
        return refused("Nobody works in the background: the system is starting, or it is degraded.")
    if system.looked_ahead_on is None:
        return refused("Nobody has looked at all clocks yet: whether someone became protected is not known.")
    if system.looked_ahead_on < system.today:
        return refused("The clocks were last looked at on an earlier day: what the system knows is stale.")
    return system.complete


def needs_checking_again(found: ListFacts, system: Soundness) -> bool:
    """Whether a list that is live, and so may be relied on, was checked against holds that are no longer all."""
    fresh = found.checked_at is not None and system.now < found.checked_at + LASTS
    return found.stage is Stage.DONE and fresh and found.mark != system.mark
