"""What protects a person: every ground is a hold with the day it began and, once that is certain, its last day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.law import Rule


class HoldKind(StrEnum):
    """Why a hold is there."""

    AWAITING = "awaiting_decision"
    PERIOD = "period"
    IDENTIFIED = "identified"
    APPLICANT = "applicant"
    WINDOW = "window"
    EXIT = "support_after_decision"
    EXTENSION = "extension"
    RECONSIDERATION = "reconsideration"
    APPEAL = "appeal"
    LEAVE_ASKED = "leave_asked"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Hold:
    """One ground of protection, as it is known on a day.

    `until` is its last day, None while it is open. `counted_to` is the last day of the rule's count. `earliest_end` is
    the first day that could be its last, whatever is decided from today on; None where no end can be named.
    """

    kind: HoldKind
    since: date
    until: date | None = None
    counted_to: date | None = None
    earliest_end: date | None = None
    rule: Rule | None = None
    waits_for: str = ""

    def protects(self, day: date) -> bool:
        """Whether it protects on `day`; the last day counts whole."""
        return self.since <= day and (self.until is None or day <= self.until)

    def minimum_met(self, today: date) -> bool:
        """Whether its days are over, and it only waits."""
        return self.until is None and self.counted_to is not None and self.counted_to < today


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Something that is still to come. `stops_removal` where no removal may be cleared before it has come."""

    what: str
    since: date | None = None
    until: date | None = None
    stops_removal: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not known, and that therefore protects. None as `clock` concerns both clocks."""

    why: str
    clock: Clock | None = None
