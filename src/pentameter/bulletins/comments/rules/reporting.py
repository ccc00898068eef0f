"""Reports of comments: for which reasons, and how many hide a comment until somebody has looked.

Where a person could be found by a comment, or it is a tip or a crime, one report is enough; then somebody looks first,
and asks afterwards who reported it. Once somebody has looked at the same words, it takes more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why somebody reports a comment."""

    RULE = "rule"
    IDENTIFIES = "identifies"
    TIP = "tip"
    ILLEGAL = "illegal"


REASONS = {
    Reason.IDENTIFIES: "It could identify somebody, or say where they are",
    Reason.RULE: "It breaks another of the rules",
    Reason.TIP: "It should go to the police, not into a comment",
    Reason.ILLEGAL: "It is against the law",
}


class Outcome(StrEnum):
    """What became of a report."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    GONE = "gone"


OUTCOMES = {
    Outcome.AGREED: "A moderator looked at the comment and agreed. It can no longer be read, or was changed.",
    Outcome.NOT_AGREED: "A moderator looked at the comment and decided that it may stand.",
    Outcome.GONE: "Its writer took the comment back before a moderator had looked.",
}

_AT_ONCE = frozenset({Reason.IDENTIFIES, Reason.TIP, Reason.ILLEGAL})
_FIRST_LOOK = {True: 1, False: 3}
_LATER_LOOKS = {True: 3, False: 6}
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Reported:
    """A report that nobody has answered. `counts`: it helps to hide."""

    reason: Reason
    counts: bool = True


@dataclass(frozen=True, slots=True)
class ReporterRecord:
    """How somebody's earlier reports were answered."""

    agreed: int
    not_agreed: int


def hides(waiting: Iterable[Reported], *, set_aside: int) -> bool:
    """Whether the reports that wait hide a comment. `set_aside`: how many of the same words nobody agreed to before.

    It takes more than those, so that nobody is silenced by the same few again and again. Where somebody could be found
    by it three are enough each time: she comes before the discussion.
    """
    needed = _FIRST_LOOK if not set_aside else _LATER_LOOKS | {False: max(_LATER_LOOKS[False], set_aside + 1)}
    counted = [one.reason in _AT_ONCE for one in waiting if one.counts]
    return counted.count(True) >= needed[True] or len(counted) >= needed[False]


def report_counts(record: ReporterRecord) -> bool:
    """Whether somebody's reports still hide comments: not after five or more of which four in five were not agreed to.

    They are read all the same, and the reporter is told.
    """
    answered = record.agreed + record.not_agreed
    return answered < _FEWEST or record.not_agreed * 5 < answered * 4
