"""Who may sign a version, when it may appear, and whether its figures still hold.

Source: Code of Practice for Statistics (UK Statistics Authority, edition 2.1), T3 (orderly release: release times are
announced and kept, pre-release access is limited, and who has it is published).
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.releases.shelf.content import Description

LONGEST_WAIT = timedelta(days=92)
"""Figures that lie for longer are to be frozen again."""
LONGEST = 6_000
_NEEDED = {
    "summary": "Say first what the release shows.",
    "source": "Say where the figures come from.",
    "method": "Say how they were counted and made safe.",
    "counting": "Say what counts once, and what is in no count.",
    "revisions": "Say whether and when they will change.",
    "withheld": "Say what was withheld, and why.",
}


def may_sign(person: str, writers: Collection[str]) -> Verdict:
    """Whether somebody may sign: never who worked on it, and never a machine."""
    if person == SYSTEM.id:
        return refused("A person signs a release, in their own name.")
    if not writers:
        return refused("It is not known who worked on this version, so nobody can be the second person.")
    if person in writers:
        return refused("You worked on this version. A second person signs it.")
    return ALLOWED


def may_appear(at: datetime, *, now: datetime) -> Verdict:
    """Whether a version may be given this time of publication."""
    if at < now - timedelta(minutes=5):
        return refused("The time of publication has passed. Choose a later one.")
    if at > now + LONGEST_WAIT:
        return refused(f"Choose a time within {LONGEST_WAIT.days} days; figures that lie longer are frozen again.")
    return ALLOWED


def still_holds(frozen: str, present: str) -> Verdict:
    """Whether nobody withdrew from being counted, and no case was erased, since the tables were frozen.

    Both are marks of everyone who is not to be counted.
    """
    if frozen == present:
        return ALLOWED
    return refused(
        "Since the figures were frozen somebody withdrew consent to be counted, or a case was erased. "
        "They cannot be published as they are: freeze them again."
    )


def is_described(words: Description, *, correction: bool) -> Verdict:
    """Whether a version says all that its readers need."""
    for name, sentence in _NEEDED.items():
        if not getattr(words, name).strip():
            return refused(sentence)
    if correction and not words.changed.strip():
        return refused("This is a correction: say what changed, and why.")
    return ALLOWED


def may_read_early(person: str, readers: Collection[str]) -> Verdict:
    """Whether somebody may see a version before its time: who is named. For all others there is nothing here."""
    return ALLOWED if person in readers else refused("There is nothing here that you may see.", hidden=True)
