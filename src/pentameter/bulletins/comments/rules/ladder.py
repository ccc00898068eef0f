"""What a reader may do where they stand on the ladder, and what each step means.

Note, warning, comments checked first, suspended for a time, privilege withdrawn. A reader is told of every step.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Step(StrEnum):
    """The steps, lowest first."""

    NOTE = "note"
    WARNING = "warning"
    CHECKED = "checked"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"

    @property
    def height(self) -> int:
        """0 for the lowest."""
        return list(Step).index(self)


WORDS = {
    Step.NOTE: ("A note", "Nothing else changes."),
    Step.WARNING: ("A warning", "Another breach can lead to your comments being checked first, or to a suspension."),
    Step.CHECKED: ("Comments checked first", "A moderator reads each of your comments before it appears."),
    Step.SUSPENDED: ("Suspended for a time", "You cannot comment until that time is over. You can read, and appeal."),
    Step.WITHDRAWN: ("Privilege withdrawn", "You can no longer comment. You can read, and appeal within 20 days."),
}

APPEAL_DAYS = 20


@dataclass(frozen=True, slots=True)
class Held:
    """A step that a reader stands on."""

    step: Step
    began_at: datetime
    until: datetime | None = None
    lifted: bool = False

    def holds(self, now: datetime) -> bool:
        """Whether it holds now."""
        return not self.lifted and self.began_at <= now and (self.until is None or now < self.until)


def may_comment(steps: Iterable[Held], *, now: datetime) -> Verdict:
    """Whether a reader has the privilege of commenting now."""
    holding = [one for one in steps if one.holds(now)]
    if any(one.step is Step.WITHDRAWN for one in holding):
        return refused("The privilege of commenting was withdrawn from your account. You can appeal on your page.")
    ends = [one.until for one in holding if one.step is Step.SUSPENDED and one.until]
    if ends:
        return refused(f"Your account is suspended until {max(ends):%-d %B %Y}. You can appeal on your page.")
    if any(one.step is Step.SUSPENDED for one in holding):
        return refused("Your account is suspended. You can appeal on your page.")
    return ALLOWED


def is_checked_first(steps: Iterable[Held], *, now: datetime) -> bool:
    """Whether a moderator reads each of a reader's comments first, wherever they write."""
    return any(one.step.height >= Step.CHECKED.height for one in steps if one.holds(now))


def may_appeal(decided_on: date, *, appealed: bool, today: date) -> Verdict:
    """Whether an appeal against a decision may still be made: once, and to the end of the twentieth day after it."""
    if appealed:
        return refused("You have appealed against this already. You are told what comes of it.")
    if today > decided_on + timedelta(days=APPEAL_DAYS):
        return refused(f"An appeal can be made within {APPEAL_DAYS} days of a decision.")
    return ALLOWED
