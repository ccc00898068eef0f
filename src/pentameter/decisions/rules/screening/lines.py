"""A line of a removal list: how it stands, whose turn it is, and what may be done with it. State tables with owners."""

from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class LineState(StrEnum):
    """How a line stands. Everything but `NONE` and `CLEARED` keeps a list from being clear."""

    WAITING = "waiting"
    NONE = "none"
    OPEN = "open"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CLEARED = "cleared"

    @property
    def held(self) -> bool:
        """Whether the line is held or possibly held."""
        return self in (LineState.OPEN, LineState.PROPOSED, LineState.CONFIRMED)

    @property
    def to_answer(self) -> bool:
        """Whether the duty desk has still to say something."""
        return self in (LineState.OPEN, LineState.PROPOSED)


class LineAct(StrEnum):
    """What the duty desk does with a line."""

    CONFIRM = "confirm"
    PROPOSE = "propose"
    AGREE = "agree"
    UNDO = "undo"
    REOPEN = "reopen"

    @property
    def words(self) -> str:
        """As the line's history says it."""
        return _WORDS[self]


_WORDS = {
    LineAct.CONFIRM: "confirmed: it is her, the line is held",
    LineAct.PROPOSE: "proposed to clear it",
    LineAct.AGREE: "agreed that it is clear",
    LineAct.UNDO: "took the proposal back",
    LineAct.REOPEN: "opened it again",
}

OWNERS = {
    LineState.WAITING: "the worker",
    LineState.NONE: "nobody",
    LineState.OPEN: "the duty desk",
    LineState.PROPOSED: "a second person at the duty desk",
    LineState.CONFIRMED: "the duty desk",
    LineState.CLEARED: "the duty desk",
}
"""Who has the next word on a line."""

BECOMES = {
    (LineState.OPEN, LineAct.CONFIRM): LineState.CONFIRMED,
    (LineState.OPEN, LineAct.PROPOSE): LineState.PROPOSED,
    (LineState.PROPOSED, LineAct.CONFIRM): LineState.CONFIRMED,
    (LineState.PROPOSED, LineAct.AGREE): LineState.CLEARED,
    (LineState.PROPOSED, LineAct.UNDO): LineState.OPEN,
    (LineState.CONFIRMED, LineAct.REOPEN): LineState.OPEN,
    (LineState.CLEARED, LineAct.REOPEN): LineState.OPEN,
}
"""What a line becomes by an act. What does not stand here cannot be done."""

_IMPOSSIBLE = {
    LineState.WAITING: "This line is still being checked. Wait until it is.",
    LineState.NONE: "No hold was found for this line, so nothing is to be answered.",
    LineState.OPEN: "Nobody has proposed to clear this line.",
    LineState.PROPOSED: "Somebody has proposed to clear this line. Agree, or take the proposal back.",
    LineState.CONFIRMED: "This line was confirmed as held. Open it again first, and say why.",
    LineState.CLEARED: "This line was cleared by two people. Open it again first, and say why.",
}


def may(act: LineAct, state: LineState, *, by: str, proposed_by: str, reason: str) -> Verdict:
    """Whether `by` may do `act` with a line that stands in `state`. A clearance takes two people, and reasons."""
    if (state, act) not in BECOMES:
        return refused(_IMPOSSIBLE[state])
    if act is LineAct.AGREE and (not proposed_by or by == proposed_by):
        return refused("You proposed to clear this line. Another person at the duty desk has to agree.")
    if act is not LineAct.UNDO and not reason.strip():
        return refused("Say why: the reason is kept with the line.")
    return ALLOWED


def after_check(state: LineState, *, held: bool, somebody_new: bool) -> LineState:
    """What a line becomes when the worker has checked it (again).

    `somebody_new`: it could be somebody whom it could not be before. What the desk was asked once stays asked, although
    it may no longer match: a person decides that. What was proposed to be cleared, or was, opens where somebody is new.
    """
    if state in (LineState.WAITING, LineState.NONE):
        return LineState.OPEN if held else LineState.NONE
    if state in (LineState.PROPOSED, LineState.CLEARED) and somebody_new:
        return LineState.OPEN
    return state
