"""How a tip-off stands at the desk: its states with their owners, and what can be done in each."""

from collections.abc import Mapping
from enum import StrEnum

from pentameter.bulletins.tips.rules.standings import Standing
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class State(StrEnum):
    """How it stands."""

    NEW = "new"
    OPENED = "opened"
    WAITING = "waiting"
    ADDED = "added"
    FILED = "filed"
    CLOSED = "closed"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS[self]


_WORDS = {
    State.NEW: "nobody has opened it",
    State.OPENED: "being looked at",
    State.WAITING: "the sender was asked",
    State.ADDED: "something was added",
    State.FILED: "filed as a report",
    State.CLOSED: "closed without a report",
}
WAITS = frozenset({State.NEW, State.ADDED, State.OPENED})
"""The desk has to do something."""
DONE = frozenset({State.FILED, State.CLOSED})


class Owner(StrEnum):
    """Who has to act."""

    DESK = "the intelligence desk"
    SENDER = "the sender, who need not"
    NOBODY = "nobody"


OWNERS: Mapping[State, Owner] = {
    State.NEW: Owner.DESK,
    State.OPENED: Owner.DESK,
    State.WAITING: Owner.SENDER,
    State.ADDED: Owner.DESK,
    State.FILED: Owner.NOBODY,
    State.CLOSED: Owner.NOBODY,
}


class Step(StrEnum):
    """What can happen to it."""

    OPEN = "open"
    ADD = "add"
    REPLY = "reply"
    ASK = "ask"
    FILE = "file"
    CLOSE = "close"


_FIRST = "Open it first."
_READ = "Something was added that nobody has read. Open it first."
_OPEN = "It is open already."
_DONE = "It is done. It opens again when its sender adds something."
NEXT: Mapping[tuple[State, Step], State | str] = {
    (State.NEW, Step.OPEN): State.OPENED,
    (State.NEW, Step.ADD): State.NEW,
    (State.NEW, Step.REPLY): _FIRST,
    (State.NEW, Step.ASK): _FIRST,
    (State.NEW, Step.FILE): _FIRST,
    (State.NEW, Step.CLOSE): _FIRST,
    (State.OPENED, Step.OPEN): _OPEN,
    (State.OPENED, Step.ADD): State.ADDED,
    (State.OPENED, Step.REPLY): State.OPENED,
    (State.OPENED, Step.ASK): State.WAITING,
    (State.OPENED, Step.FILE): State.FILED,
    (State.OPENED, Step.CLOSE): State.CLOSED,
    (State.WAITING, Step.OPEN): _OPEN,
    (State.WAITING, Step.ADD): State.ADDED,
    (State.WAITING, Step.REPLY): State.WAITING,
    (State.WAITING, Step.ASK): State.WAITING,
    (State.WAITING, Step.FILE): State.FILED,
    (State.WAITING, Step.CLOSE): State.CLOSED,
    (State.ADDED, Step.OPEN): State.OPENED,
    (State.ADDED, Step.ADD): State.ADDED,
    (State.ADDED, Step.REPLY): _READ,
    (State.ADDED, Step.ASK): _READ,
    (State.ADDED, Step.FILE): _READ,
    (State.ADDED, Step.CLOSE): _READ,
    (State.FILED, Step.OPEN): _DONE,
    (State.FILED, Step.ADD): State.ADDED,
    (State.FILED, Step.REPLY): State.FILED,
    (State.FILED, Step.ASK): _DONE,
    (State.FILED, Step.FILE): _DONE,
    (State.FILED, Step.CLOSE): _DONE,
    (State.CLOSED, Step.OPEN): _DONE,
    (State.CLOSED, Step.ADD): State.ADDED,
    (State.CLOSED, Step.REPLY): State.CLOSED,
    (State.CLOSED, Step.ASK): _DONE,
    (State.CLOSED, Step.FILE): _DONE,
    (State.CLOSED, Step.CLOSE): _DONE,
}
"""Every state and every step: the state that follows, or the sentence that refuses it."""


def may_step(state: State, step: Step) -> Verdict:
    """Whether a tip-off that stands like this may take the step."""
    found = NEXT[state, step]
    return ALLOWED if isinstance(found, State) else refused(found)


def after(state: State, step: Step) -> State:
    """The state that follows a step that is allowed."""
    found = NEXT[state, step]
    return found if isinstance(found, State) else state


def following() -> dict[State, frozenset[State]]:
    """The state table, for its diagram."""
    return {state: frozenset(one for step in Step if (one := after(state, step)) is not state) for state in State}


TOLD: Mapping[State, Standing] = {
    State.NEW: Standing.RECEIVED,
    State.OPENED: Standing.READ,
    State.WAITING: Standing.ASKED,
    State.ADDED: Standing.RECEIVED,
    State.FILED: Standing.FINISHED,
    State.CLOSED: Standing.FINISHED,
}
"""What the sender is told of it: neither whether a report was made nor why it was closed."""


class Reason(StrEnum):
    """Why a tip-off was closed without a report."""

    NOTHING_IN_IT = "nothing_in_it"
    ALREADY_KNOWN = "already_known"
    NOT_FOR_US = "not_for_us"
    PASSED_ON = "passed_on"

    @property
    def words(self) -> str:
        """As people say it."""
        return _REASONS[self]


_REASONS = {
    Reason.NOTHING_IN_IT: "it says nothing that could be looked into",
    Reason.ALREADY_KNOWN: "everything in it is in a report already",
    Reason.NOT_FOR_US: "it is about something that this operation does not deal with",
    Reason.PASSED_ON: "it was urgent and was passed on by telephone",
}
