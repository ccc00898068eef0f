"""What may be done with a comment in each state, by whom, and what it needs. The states are data."""

from dataclasses import dataclass
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class State(StrEnum):
    """Where a comment stands for the moderators."""

    WAITING = "waiting"
    ESCALATED = "escalated"
    PUBLISHED = "published"
    REMOVED = "removed"
    TO_EDIT = "to_edit"
    MOVED = "moved"
    GONE = "gone"


class Act(StrEnum):
    """What is done with a comment."""

    APPROVE = "approve"
    REMOVE = "remove"
    ASK_EDIT = "ask_edit"
    MOVE = "move"
    ESCALATE = "escalate"
    UNDO = "undo"
    HIDE = "hide"


class Came(StrEnum):
    """What comes from the writer's side."""

    NEW_WORDS = "new_words"
    TAKEN_BACK = "taken_back"


_OPEN = (State.WAITING, State.ESCALATED, State.TO_EDIT)
ACTS: dict[tuple[State, Act], State] = {
    **{(state, Act.APPROVE): State.PUBLISHED for state in (*_OPEN, State.PUBLISHED, State.REMOVED)},
    **{(state, Act.REMOVE): State.REMOVED for state in (*_OPEN, State.PUBLISHED)},
    **{(state, Act.ASK_EDIT): State.TO_EDIT for state in (State.WAITING, State.ESCALATED, State.PUBLISHED)},
    **{(state, Act.MOVE): State.MOVED for state in (*_OPEN, State.PUBLISHED)},
    **{(state, Act.ESCALATE): State.ESCALATED for state in (State.WAITING, State.PUBLISHED)},
}
"""Which act leads from which state to which. What is not here cannot be done.

To undo leads to the state before; to hide, which the check alone does with words that stand, to somebody's decision.
"""

TOLD = frozenset({Act.REMOVE, Act.ASK_EDIT, Act.MOVE})
"""Acts whose reason the writer is told. Why something is approved or passed on is for colleagues."""

COMES: dict[tuple[State, Came], State] = {
    **{(state, Came.TAKEN_BACK): State.GONE for state in State},
    **{(state, Came.NEW_WORDS): State.WAITING for state in (State.WAITING, State.TO_EDIT, State.PUBLISHED)},
    (State.ESCALATED, Came.NEW_WORDS): State.ESCALATED,
    **{(state, Came.NEW_WORDS): state for state in (State.REMOVED, State.MOVED, State.GONE)},
}
"""What the writer's side changes. New words of what was published wait; the earlier ones stand meanwhile."""

SHOWING = frozenset({State.PUBLISHED, State.WAITING})
"""States in which words that were approved before stand."""

NAMES = "protected_name"
NEVER = frozenset({NAMES, "unreadable"})
"""What the detectors found of which no moderator can say that it does no harm: these words are never published."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A comment as a moderator would decide about it. `latest`: they see the words as they are now."""

    state: State
    latest: bool
    found: frozenset[str] = frozenset()
    held: bool = False
    escalated_by: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule that was broken, and the words that the writer is told."""

    rule: str = ""
    words: str = ""


def may_act(standing: Standing, act: Act, reason: Reason, *, by: str) -> Verdict:
    """Whether a moderator may do this with a comment, and in words why not."""
    if not standing.latest:
        return refused("The writer changed or took back this comment meanwhile. Read it as it stands now.")
    if (standing.state, act) not in ACTS:
        return refused("This cannot be done with the comment as it stands.")
    if standing.state is State.ESCALATED and standing.escalated_by == by:
        return refused("You passed this comment on. Another moderator decides.")
    if act is Act.APPROVE:
        return _may_appear(standing, reason)
    return _is_told(act, reason)


def words_leave(state: State, found: frozenset[str]) -> bool:
    """Whether the words leave the public database: the desk has them sealed, or they would say who a victim is."""
    return state is State.MOVED or (state is State.REMOVED and "protected_name" in found)


def may_undo(act: Act, *, made_by: str, is_last: bool, by: str, kept: bool = True) -> Verdict:
    """Whether a decision may be undone: one's own, while nothing was decided after it, and the words are `kept`."""
    if act is Act.MOVE:
        return refused("What was passed to the tip-off desk cannot be taken back from there.")
    if not kept:
        return refused("The words could say who somebody is, and are not kept. There is nothing to put back.")
    if act is Act.UNDO or not is_last:
        return refused("Something was decided about this comment after that.")
    return ALLOWED if made_by == by else refused("Only who decided can undo it. A colleague can decide anew.")


def _may_appear(standing: Standing, reason: Reason) -> Verdict:
    if standing.held:
        return refused("All comments of this article are held for legal reasons. Nothing of it can be published.")
    if standing.found & NEVER:
        return refused("The check holds these words. Ask the writer to change them, or remove the comment.")
    if standing.found and not reason.words.strip():
        return refused("The check found something in it. Say why it may appear all the same.")
    return ALLOWED


def _is_told(act: Act, reason: Reason) -> Verdict:
    if act is Act.REMOVE and not reason.rule:
        return refused("Choose the rule that the comment breaks.")
    if not reason.words.strip():
        return refused(
            "Say why, in a sentence: " + ("a colleague reads it." if act is Act.ESCALATE else "the writer is told.")
        )
    return ALLOWED
