"""Whether an article takes comments, and what it says where it does not."""

from dataclasses import dataclass
from datetime import date

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

CLOSED = "Comments on this article are closed."
HELD = "Comments on this article are closed, and those that were written are held, for legal reasons."


@dataclass(frozen=True, slots=True)
class Taking:
    """How an article takes comments. `closes_on` is the first day without."""

    is_open: bool
    closes_on: date | None = None
    shows: bool = True
    held: bool = False


def may_be_commented(taking: Taking | None, *, today: date) -> Verdict:
    """Whether a comment may be written. An article that says nothing about it takes none."""
    if taking is None:
        return refused(CLOSED)
    if taking.held:
        return refused(HELD)
    if not taking.is_open or (taking.closes_on is not None and today >= taking.closes_on):
        return refused(CLOSED)
    return ALLOWED


def are_shown(taking: Taking | None, *, today: date) -> bool:
    """Whether comments that stand may be read: while it takes comments, and afterwards if it was so chosen."""
    if taking is None or taking.held:
        return False
    return taking.shows or may_be_commented(taking, today=today).allowed
