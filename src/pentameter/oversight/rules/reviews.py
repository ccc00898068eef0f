"""Reviews by a second person: of flags, of sampled looks, of broken glass."""

from datetime import datetime, timedelta
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, NO_SUCH, Verdict, refused

A_DAY = timedelta(days=1)
"""So soon somebody else looks at each use of broken glass."""


class Outcome(StrEnum):
    """What the second person found."""

    EXPLAINED = "explained"
    TAKEN_FURTHER = "taken_further"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS[self]


_WORDS = {
    Outcome.EXPLAINED: "explained: there was a reason that belongs to the work",
    Outcome.TAKEN_FURTHER: "taken further: professional standards or the auditor were told",
}


def may_review(*, person: str, by: str, outcome: str) -> Verdict:
    """Whether somebody may review what a person did. To that person there is nothing to review at all."""
    if person == by:
        return refused(NO_SUCH, hidden=True)
    if outcome:
        return refused("Somebody has reviewed this already. Their reason stands on the page.")
    return ALLOWED


def is_overdue(broken_at: datetime, *, reviewed: bool, now: datetime) -> bool:
    """Whether broken glass waits for a second person longer than a day."""
    return not reviewed and now - broken_at > A_DAY
