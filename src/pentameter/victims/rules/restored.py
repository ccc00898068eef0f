"""After a restore: what was recorded since the backup is lost, so that nothing may be called clear.

A hold may be among what was lost. Until two people at the duty desk have confirmed that all of it was entered again,
everybody counts as protected, whatever the clocks say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LOST = (
    "The system was restored from a backup, and what was recorded since then may be missing. Until two people at the "
    "duty desk have confirmed that it was entered again, treat everyone as protected."
)


class Confirmed(StrEnum):
    """How far the confirmation has come."""

    BY_NOBODY = "by nobody"
    BY_ONE = "by one person"
    BY_TWO = "by two people"


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore: the moment of the backup, that of the restore, and who confirmed. Empty where nobody did."""

    stands_for: datetime
    restored_at: datetime
    first_by: str = ""
    second_by: str = ""

    @property
    def confirmed(self) -> Confirmed:
        """How far the confirmation has come."""
        if self.second_by:
            return Confirmed.BY_TWO
        return Confirmed.BY_ONE if self.first_by else Confirmed.BY_NOBODY


def nothing_is_missing(restores: Iterable[Restored]) -> Verdict:
    """Whether what the system knows is all that was recorded, as far as that was confirmed."""
    return refused(LOST) if any(one.confirmed is not Confirmed.BY_TWO for one in restores) else ALLOWED


def may_confirm(restore: Restored, by: str) -> Verdict:
    """Whether this person may confirm now: two people do, one after the other."""
    if restore.confirmed is Confirmed.BY_TWO:
        return refused("Two people have confirmed this already.")
    if restore.first_by == by:
        return refused("You have confirmed this. A second person has to as well.")
    return ALLOWED
