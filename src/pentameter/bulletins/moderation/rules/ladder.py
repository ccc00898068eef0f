"""The ladder: what follows from breaches of the rules, and how long they count.

A breach is a comment that was removed under a rule, unless it was undone or an appeal was upheld. It counts for a year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pentameter.bulletins.comments.rules.ladder import Step
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

BREACH_COUNTS = timedelta(days=365)
LAPSES = {
    Step.NOTE: timedelta(days=90),
    Step.WARNING: timedelta(days=180),
    Step.CHECKED: timedelta(days=180),
    Step.SUSPENDED: timedelta(days=365),
    Step.WITHDRAWN: timedelta(days=365 * 3),
}
"""After how long a step is no longer shown to moderators and no longer bears on the next one."""
SUSPENSIONS = (7, 14, 30, 90)
"""For how many days an account may be suspended."""
CHECKED_FOR = timedelta(days=90)
_NEEDED = {Step.NOTE: 0, Step.WARNING: 1, Step.CHECKED: 1, Step.SUSPENDED: 2, Step.WITHDRAWN: 3}


@dataclass(frozen=True, slots=True)
class Breach:
    """A comment was removed under a rule."""

    on: date
    struck: bool = False

    def counts(self, today: date) -> bool:
        """Whether it still counts."""
        return not self.struck and today < self.on + BREACH_COUNTS


def counting(breaches: Iterable[Breach], *, today: date) -> int:
    """How many breaches count."""
    return sum(one.counts(today) for one in breaches)


def suggested(breaches: Iterable[Breach], *, today: date) -> Step | None:
    """The step that follows from the breaches that count: a warning, a suspension, then the privilege goes."""
    count = counting(breaches, today=today)
    if count == 0:
        return None
    return Step.WARNING if count == 1 else Step.SUSPENDED if count == 2 else Step.WITHDRAWN


def may_take(step: Step, breaches: Iterable[Breach], *, today: date, words: str) -> Verdict:
    """Whether a step may be taken: never higher than the breaches that count carry, and never without a reason."""
    count, needed = counting(breaches, today=today), _NEEDED[step]
    if count < needed:
        return refused(f"This step needs {needed} breaches that count; this reader has {count}. Choose a lower one.")
    if not words.strip():
        return refused("Say why, in a sentence: the reader is told.")
    return ALLOWED


def ends(step: Step, *, at: datetime, days: int) -> datetime | None:
    """When a step ends by itself; None where it stands until it is lifted, or is over as soon as it is told."""
    if step is Step.SUSPENDED:
        return at + timedelta(days=days)
    if step is Step.CHECKED:
        return at + CHECKED_FOR
    return at + LAPSES[step] if step in (Step.NOTE, Step.WARNING) else None


def may_second(*, first: str, by: str, settled: bool) -> Verdict:
    """Whether somebody may confirm or refuse that the privilege is withdrawn: another moderator, once."""
    if settled:
        return refused("This was decided already.")
    return ALLOWED if first != by else refused("Another moderator decides: you proposed it.")


def may_answer(*, decided_by: frozenset[str], by: str, answered: bool, words: str) -> Verdict:
    """Whether somebody may answer an appeal: who had no part in the decision, once, in words."""
    if answered:
        return refused("This appeal was answered already.")
    if by in decided_by:
        return refused("Another moderator answers: you had a part in the decision.")
    return ALLOWED if words.strip() else refused("Say why, in a sentence: the reader is told.")
