"""Whether a charge may be laid: under a law of this jurisdiction that was in force when the offence happened.

No penalty without law (CETS 5 art. 7): an offence is charged under the law of its own days, not of the day of charge.
"""

from dataclasses import dataclass
from datetime import date

from pentameter.justice.rules.kinds import OTHER
from pentameter.justice.rules.laws import had_begun, in_force_throughout
from pentameter.justice.rules.wording import in_words
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which an offence happened, from the first to the last, both counted. One day: the same twice."""

    first: date
    last: date


def may_be_days(first: date | None, last: date | None, *, charged_on: date) -> Verdict:
    """Whether an offence can have happened on these days."""
    if first is None:
        return refused("Day of the offence: enter the day, or the first of its days. The law of that day counts.")
    if last is not None and last < first:
        return refused("Last day of the offence: it lies before the first. Check both days.")
    if (last or first) > charged_on:
        return refused("Day of the offence: it lies after the day of the charge. Check both days.")
    return ALLOWED


def arrested_under(offence: str, jurisdiction: Jurisdiction, on: date) -> Verdict:
    """Whether somebody can have been arrested for the offence on the day: it existed there by then.

    A law that had ended by then may be named, if it was in force on some day before; when the offence was done is asked
    at the charge. An offence that the register does not hold is not held to anything.
    """
    found = ALLOWED if offence == OTHER else had_begun(offence, jurisdiction, on)
    return ALLOWED if found.allowed else refused(f"Offence: {found.reason}")


def convicted_under(offence: str, jurisdiction: Jurisdiction, days: Days) -> Verdict:
    """Whether a court can have convicted of another offence than the one charged: the law of the charge's days counts.

    What of a law's days is to confirm stops nothing: the court found that it was in force.
    """
    found = ALLOWED if offence == OTHER else in_force_throughout(offence, jurisdiction, days.first, days.last)
    return ALLOWED if found.allowed else refused(f"Offence: {found.reason}")


def under_law(offence: str, jurisdiction: Jurisdiction, days: Days, *, confirmed: str) -> Verdict:
    """Whether the law of those days allows the charge.

    What of a law's days is to confirm does not stop a charge by itself: whoever charges looks it up, and says where.
    """
    found = in_force_throughout(offence, jurisdiction, days.first, days.last)
    if not found.allowed:
        return refused(f"Offence: {found.reason}")
    if found.reason and not in_words(confirmed, "").allowed:
        return refused(
            f"Law checked: {found.reason} Look it up, and say in a sentence where you found that it was in force."
        )
    return ALLOWED
