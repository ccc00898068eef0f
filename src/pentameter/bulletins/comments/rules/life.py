"""The life of a comment, and who may read it in each state.

What the writer does and what staff decide are two records; the state is a pure function of both, so that no order in
which they arrive can show words that were not checked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

EDIT_WINDOW = timedelta(minutes=15)


class Decided(StrEnum):
    """What staff have decided of a comment last. Waiting: what was decided was taken back."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REMOVED = "removed"
    TO_EDIT = "to_edit"
    MOVED = "moved"


class State(StrEnum):
    """Where a comment stands, as its writer is told."""

    WAITING = "waiting"
    PUBLISHED = "published"
    CHANGED = "changed"
    HIDDEN = "hidden"
    TO_EDIT = "to_edit"
    REMOVED = "removed"
    MOVED = "moved"
    TAKEN_BACK = "taken_back"
    HELD = "held"


WORDS = {
    State.WAITING: ("Waiting", "Nobody else can read it yet. Somebody checks it first, as every comment."),
    State.PUBLISHED: ("Published", "Everyone can read it."),
    State.CHANGED: ("Published; your change waits", "Everyone reads the earlier words until the new ones are checked."),
    State.HIDDEN: ("Hidden for now", "Others reported it. Nobody else can read it until somebody has looked."),
    State.TO_EDIT: ("Asked to edit", "Nobody else can read it. Change it as you were asked, and it is checked again."),
    State.REMOVED: ("Removed", "Nobody else can read it."),
    State.MOVED: ("Passed on", "It was passed on to those who deal with tip-offs. Nobody else can read it here."),
    State.TAKEN_BACK: ("Taken back by you", "Nobody else can read it."),
    State.HELD: ("Held", "All comments of this article are held for legal reasons. Nobody else can read it."),
}


@dataclass(frozen=True, slots=True)
class Written:
    """What the writer's side knows: how many wordings, when the first, whether taken back, whether reports hide it."""

    version: int
    written_at: datetime
    taken_back: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """What staff decided last, and of which wording."""

    decided: Decided
    wording_version: int


def state(written: Written, ruling: Ruling | None, *, held: bool = False) -> State:
    """Where a comment stands. What a newer wording says is unknown, so that it waits."""
    if written.taken_back:
        return State.TAKEN_BACK
    if ruling is None:
        return State.HELD if held else State.WAITING
    if ruling.decided is Decided.PUBLISHED:
        if held:
            return State.HELD
        if written.hidden:
            return State.HIDDEN
        return State.PUBLISHED if ruling.wording_version == written.version else State.CHANGED
    if ruling.wording_version < written.version:
        return State.HELD if held else State.WAITING
    return State(ruling.decided.value)


def is_shown(written: Written, ruling: Ruling | None, *, held: bool = False) -> bool:
    """Whether everyone may read it: the words that were checked, and no others."""
    return state(written, ruling, held=held) in (State.PUBLISHED, State.CHANGED)


def may_edit(written: Written, ruling: Ruling | None, *, now: datetime) -> Verdict:
    """Whether its writer may change it: for 15 minutes, or once they were asked to."""
    if written.taken_back:
        return refused("You took this comment back.")
    decided = ruling.decided if ruling else None
    if decided in (Decided.REMOVED, Decided.MOVED):
        return refused("It was decided about this comment. You can appeal against that; you cannot change it.")
    if decided is Decided.TO_EDIT or now - written.written_at <= EDIT_WINDOW:
        return ALLOWED
    return refused("A comment can be changed for 15 minutes after it was written. You can still take it back.")
