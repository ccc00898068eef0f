"""Erasing a case: asked by one person, agreed by another, and not while anything of it is still owed to her.

An erased case can no longer be found by the check of removal lists. So while protection runs or is unknown, or anything
is outstanding, only she herself can have it erased, once she was told just that.
"""

from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.protection import Protection


class Why(StrEnum):
    """Why a case is erased."""

    SHE_ASKS = "she_asks"
    TIME_IS_OVER = "time_is_over"
    MISTAKE = "mistake"

    @property
    def words(self) -> str:
        """As people say it."""
        return {
            Why.SHE_ASKS: "She asks for it",
            Why.TIME_IS_OVER: "It was kept for as long as it may be",
            Why.MISTAKE: "It was opened by mistake",
        }[self]


def may_erase(state: CaseState, now: Protection, *, why: Why, was_told: bool) -> Verdict:
    """Whether the case may be erased as things stand."""
    if state is CaseState.ERASED:
        return refused("This case was erased already.")
    if why is Why.SHE_ASKS and was_told:
        return ALLOWED
    for answer in now.clocks:
        if answer.protected:
            return refused(f"A case is not erased while it protects. {answer.sentence} {_ONLY_SHE}")
    owed = [one.what for answer in now.clocks for one in answer.outstanding]
    if owed:
        return refused(f"A case is not erased while anything is outstanding. {owed[0]} {_ONLY_SHE}")
    return ALLOWED


_ONLY_SHE = "Only she herself can ask for it before, once she was told that removal lists will no longer find her."


def may_agree(*, asked_by: str, by: str) -> Verdict:
    """Whether a second person agrees."""
    if asked_by == by:
        return refused("You asked for this yourself. Another person has to agree.")
    return ALLOWED
