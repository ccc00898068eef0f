"""What happens in a case, as far as it bears on protection: small dated facts that nobody edits.

A case is the set of its events. When and in which order they became known changes nothing of what they say.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Clock(StrEnum):
    """The two clocks of a person. They run apart."""

    REMOVAL = "removal"
    SUPPORT = "support"


class EventKind(StrEnum):
    """What can happen, in the order in which it happens within one day."""

    RECOGNISED = "recognised"
    REFERRED = "referred"
    REASONABLE_GROUNDS = "reasonable_grounds"
    PERMISSION_GRANTED = "permission_granted"
    PERMISSION_REFUSED = "permission_refused"
    CONCLUSIVE_GROUNDS = "conclusive_grounds"
    FURTHER_PERIOD = "further_period"
    EXTENDED = "extended"
    RECONSIDERATION_ASKED = "reconsideration_asked"
    RECONSIDERATION_GRANTED = "reconsideration_granted"
    RECONSIDERATION_ENDED = "reconsideration_ended"
    APPEAL_ASKED = "appeal_asked"
    APPEAL_ENDED = "appeal_ended"
    LEAVE_ASKED = "leave_asked"
    LEAVE_GRANTED = "leave_granted"
    LEAVE_REFUSED = "leave_refused"
    DISQUALIFIED = "disqualified"
    DETERMINATION_REVIEWED = "determination_reviewed"
    PERIOD_ENDED = "period_ended"
    WITHDRAWN = "withdrawn"
    REMOVAL_CHECKED = "removal_checked"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """The event as it is said in a sentence: "the reasonable grounds decision"."""
        return _WORDS[self]


_WORDS = {
    EventKind.RECOGNISED: "the recognition as a possible victim",
    EventKind.REFERRED: "the referral",
    EventKind.REASONABLE_GROUNDS: "the reasonable grounds decision",
    EventKind.PERMISSION_GRANTED: "the grant of the permission",
    EventKind.PERMISSION_REFUSED: "the refusal of the permission",
    EventKind.CONCLUSIVE_GROUNDS: "the conclusive grounds decision",
    EventKind.FURTHER_PERIOD: "the discretion to give a further period",
    EventKind.EXTENDED: "the extension",
    EventKind.RECONSIDERATION_ASKED: "the request for reconsideration",
    EventKind.RECONSIDERATION_GRANTED: "the acceptance of the reconsideration",
    EventKind.RECONSIDERATION_ENDED: "the end of the reconsideration",
    EventKind.APPEAL_ASKED: "the appeal",
    EventKind.APPEAL_ENDED: "the decision on the appeal",
    EventKind.LEAVE_ASKED: "the request for leave to remain",
    EventKind.LEAVE_GRANTED: "the grant of leave to remain",
    EventKind.LEAVE_REFUSED: "the refusal of leave to remain",
    EventKind.DISQUALIFIED: "the determination of disqualification",
    EventKind.DETERMINATION_REVIEWED: "the review of the determination",
    EventKind.PERIOD_ENDED: "the recorded end of the national period",
    EventKind.WITHDRAWN: "the withdrawal",
    EventKind.REMOVAL_CHECKED: "the removal check",
    EventKind.UNKNOWN: "an event of an unknown kind",
}
ORDER = {kind: place for place, kind in enumerate(EventKind)}


class Outcome(StrEnum):
    """How a decision went; `UPHELD` and `REVOKED` are those of the review of a determination."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UPHELD = "upheld"
    REVOKED = "revoked"


class Facts(StrEnum):
    """Whether a further decision rests on facts from before the first one."""

    NEW = "new"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `on` is its day in the legal time zone of the case; None where nobody knows it.

    `known_at` is when it became known here. `about` is the decision that a reconsideration concerns. `said` keeps the
    name of a kind that is not known. What a kind has no use for stays empty.
    """

    kind: EventKind
    on: date | None = None
    outcome: Outcome | None = None
    about: EventKind | None = None
    until: date | None = None
    clock: Clock | None = None
    facts: Facts | None = None
    ground: str = ""
    evidence: str = ""
    decider: str = ""
    reasons: str = ""
    review_on: date | None = None
    known_at: datetime | None = None
    said: str = ""

    def is_(self, kind: EventKind, outcome: Outcome | None = None) -> bool:
        """Whether it is of this kind and, where one is named, of this outcome."""
        return self.kind is kind and (outcome is None or self.outcome is outcome)

    @property
    def day(self) -> date:
        """The day of an event that has one.

        Raises:
            ValueError: if the day is not known. Ask only dated events.
        """
        if self.on is None:
            raise ValueError(f"The day of {self.kind.words} is not known.")
        return self.on


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of one person's protection: where the law is, its time zone, and what happened."""

    jurisdiction: str
    events: frozenset[Event]
    zone: ZoneInfo | None = None
    reference: str = ""

    def as_known_at(self, moment: datetime) -> "Case":
        """The case as it was known at a moment; what has no moment of its own was always known."""
        known = {one for one in self.events if one.known_at is None or one.known_at <= moment}
        return replace(self, events=frozenset(known))


def legal_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day in law of a moment: deadlines are days where the case is, not where the officer or the server is.

    Raises:
        ValueError: if the moment does not say its offset from UTC.
    """
    if moment.tzinfo is None:
        raise ValueError("The moment does not say its offset from UTC.")
    return moment.astimezone(zone).date()
