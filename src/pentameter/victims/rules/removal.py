"""The gate: whether a removal may go on. Refused while protection runs, is unknown, or a decision is outstanding.

It is one gate of several: it says nothing of what a decision on removal has to weigh.
"""

from datetime import date

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.events import Case
from pentameter.victims.rules.law import RuleBook
from pentameter.victims.rules.protection import Protection, protection


def may_remove(case: Case, book: RuleBook, *, today: date) -> Verdict:
    """Whether nothing in this case stands against a removal on `today`. Only the clock of removal is asked."""
    clock = protection(case, book, today=today).removal
    if clock.protected:
        return refused(clock.sentence)
    reasons = [one.what for one in clock.outstanding if one.stops_removal]
    return refused(" ".join(reasons)) if reasons else ALLOWED


def stands_against_removal(now: Protection) -> bool:
    """Whether a list of names has to find this person: protected, unknown, or with anything at all outstanding.

    Wider than the gate on purpose: a name on a list is only asked about; the duty desk says what it means.
    """
    return now.removal.protected or bool(now.removal.outstanding)
