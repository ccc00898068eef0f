"""Rows of the record as the watch reads them, and which of them are look-ups that somebody chose to make.

What a queue put before a person, a list that was shown and a page of figures are no look-ups: nobody chose whom they
saw.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pentameter.kernel.actor import Role


class Kind(StrEnum):
    """What was looked up."""

    CASE = "case"
    INTELLIGENCE = "intelligence"
    SEARCH = "search"
    SUSPECT = "suspect"


CHOSEN = {
    "case_read": Kind.CASE,
    "whereabouts_read": Kind.CASE,
    "support_read": Kind.CASE,
    "attachment_read": Kind.CASE,
    "protection_shown": Kind.CASE,
    "looks_shown": Kind.CASE,
    "matter_read": Kind.CASE,
    "account_read": Kind.CASE,
    "court_side_shown": Kind.CASE,
    "hold_looked_up": Kind.CASE,
    "report_read": Kind.INTELLIGENCE,
    "original_read": Kind.INTELLIGENCE,
    "source_read": Kind.INTELLIGENCE,
    "thing_read": Kind.INTELLIGENCE,
    "searched": Kind.SEARCH,
    "investigation_read": Kind.SUSPECT,
    "suspect_read": Kind.SUSPECT,
}
"""Events that are look-ups, and of what."""

ACTS = frozenset(
    {
        "case_opened",
        "case_changed",
        "case_closed",
        "case_reopened",
        "case_assigned",
        "case_shared",
        "whereabouts_changed",
        "consent_recorded",
        "consent_withdrawn",
        "support_changed",
        "referral_asked",
        "referral_answered",
        "protection_recorded",
        "protection_corrected",
        "alert_taken",
        "erasure_asked",
        "copy_given",
        "matter_opened",
        "matter_changed",
        "account_disclosed",
        "account_weighed",
        "decision_made",
        "decision_served",
        "letter_made",
        "reconsideration_asked",
        "court_side_recorded",
        "suspect_asked_about",
    }
)
"""Events by which somebody works on a case: what they look at around them is connected to it."""

ASKED = "list_received"
"""A check of names due for removal, or of one name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record: ids and codes, never contents."""

    seq: int
    at: datetime
    event: str
    person: str
    role: Role
    agency: str
    subject: str

    @property
    def kind(self) -> Kind | None:
        """What was looked up; None if it is no look-up."""
        return CHOSEN.get(self.event)


def is_watched(event: str) -> bool:
    """Whether the watch needs rows of this event at all."""
    return event in CHOSEN or event in ACTS or event == ASKED
