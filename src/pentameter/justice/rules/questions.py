"""Questions of policy: how each stands, and what may follow.

An entry says what happened on a day, and where that was published. It is added, and struck out with a reason if it was
wrong; nobody edits it. Pentameter keeps the state of a question and has no view on its answer. How a question stands
follows from the entries that stand, read by their day; what was learned late counts as if it had been known in time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.look import words


class State(StrEnum):
    """How a question of policy stands."""

    RAISED = "raised"
    NOT_UNDER_REVIEW = "not_under_review"
    UNDER_REVIEW = "under_review"
    CONSULTED_ON = "consulted_on"
    DECIDED = "decided"

    @property
    def words(self) -> str:
        """As people say it."""
        return self.value.replace("_", " ")


class Owner(StrEnum):
    """Who has to act while a question stands as it does. Nobody who uses Pentameter."""

    GOVERNMENT = "the government that was asked"
    NOBODY = "nobody"


OWNERS: Mapping[State, Owner] = {
    State.RAISED: Owner.GOVERNMENT,
    State.NOT_UNDER_REVIEW: Owner.NOBODY,
    State.UNDER_REVIEW: Owner.GOVERNMENT,
    State.CONSULTED_ON: Owner.GOVERNMENT,
    State.DECIDED: Owner.NOBODY,
}

_AGAIN = "It stands like this already. An entry says what changed."
STEPS: Mapping[tuple[State, State], State | str] = {
    (State.RAISED, State.RAISED): _AGAIN,
    (State.RAISED, State.NOT_UNDER_REVIEW): State.NOT_UNDER_REVIEW,
    (State.RAISED, State.UNDER_REVIEW): State.UNDER_REVIEW,
    (State.RAISED, State.CONSULTED_ON): State.CONSULTED_ON,
    (State.RAISED, State.DECIDED): State.DECIDED,
    (State.NOT_UNDER_REVIEW, State.RAISED): State.RAISED,
    (State.NOT_UNDER_REVIEW, State.NOT_UNDER_REVIEW): _AGAIN,
    (State.NOT_UNDER_REVIEW, State.UNDER_REVIEW): State.UNDER_REVIEW,
    (State.NOT_UNDER_REVIEW, State.CONSULTED_ON): State.CONSULTED_ON,
    (State.NOT_UNDER_REVIEW, State.DECIDED): State.DECIDED,
    (State.UNDER_REVIEW, State.RAISED): "It is under review. Enter how the review ended first.",
    (State.UNDER_REVIEW, State.NOT_UNDER_REVIEW): State.NOT_UNDER_REVIEW,
    (State.UNDER_REVIEW, State.UNDER_REVIEW): _AGAIN,
    (State.UNDER_REVIEW, State.CONSULTED_ON): State.CONSULTED_ON,
    (State.UNDER_REVIEW, State.DECIDED): State.DECIDED,
    (State.CONSULTED_ON, State.RAISED): "It was consulted on. Enter what followed from the consultation first.",
    (State.CONSULTED_ON, State.NOT_UNDER_REVIEW): State.NOT_UNDER_REVIEW,
    (State.CONSULTED_ON, State.UNDER_REVIEW): State.UNDER_REVIEW,
    (State.CONSULTED_ON, State.CONSULTED_ON): State.CONSULTED_ON,
    (State.CONSULTED_ON, State.DECIDED): State.DECIDED,
    (State.DECIDED, State.RAISED): State.RAISED,
    (State.DECIDED, State.NOT_UNDER_REVIEW): "It was decided. If it was asked again, enter that it was raised first.",
    (State.DECIDED, State.UNDER_REVIEW): "It was decided. If it was asked again, enter that it was raised first.",
    (State.DECIDED, State.CONSULTED_ON): "It was decided. If it was asked again, enter that it was raised first.",
    (State.DECIDED, State.DECIDED): _AGAIN,
}
"""Every state and every other: the state that follows, or the sentence that refuses it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened on a day, and where it was published. `number` tells entries of one day apart, in their order."""

    state: State
    on: date
    number: int = 0


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by their day, those of one day as they were entered."""
    return tuple(sorted(entries, key=lambda one: (one.on, one.number)))


def stands(entries: Iterable[Entry], *, on: date) -> State | None:
    """How a question stands on a day, after the entries that stand; None before its first."""
    until = [one for one in in_order(entries) if one.on <= on]
    return until[-1].state if until else None


def may_add(entries: Iterable[Entry], new: Entry, *, today: date) -> Verdict:
    """Whether an entry may be added to those that stand: it follows what came before, and what came after follows it.

    The first entry may be of any state: what is learned late is often how a question ended.
    """
    if new.on > today:
        return refused(f"{words.day(new.on)} lies ahead. An entry says what has happened.")
    return _whole((*entries, new), new)


def may_strike(entries: Iterable[Entry], gone: Entry) -> Verdict:
    """Whether an entry may be struck: what is left must still follow, one from another."""
    left = tuple(one for one in entries if one != gone)
    verdict = _whole(left, None)
    if verdict.allowed:
        return ALLOWED
    return refused(f"Without it the entries do not follow one another. {verdict.reason} Strike the later one first.")


def _whole(entries: tuple[Entry, ...], new: Entry | None) -> Verdict:
    read = in_order(entries)
    for before, after in pairwise(read):
        found = STEPS[before.state, after.state]
        if not isinstance(found, State):
            return refused(found if after is new else _later(before, after, found))
    return ALLOWED


def _later(before: Entry, after: Entry, reason: str) -> str:
    at = f"The entry of {words.day(after.on)} ({after.state.words}) would follow {before.state.words}."
    return f"{at} {reason}"


def is_question(text: str) -> Verdict:
    """Whether it is put as a question, which leaves the answer open."""
    if text.strip().endswith("?"):
        return ALLOWED
    return refused("Put it as a question that ends with a question mark, such as: Should it be an offence to do this?")


def following() -> dict[State, frozenset[State]]:
    """The state table, for its diagram."""
    return {
        state: frozenset(after for after in State if after is not state and isinstance(STEPS[state, after], State))
        for state in State
    }
