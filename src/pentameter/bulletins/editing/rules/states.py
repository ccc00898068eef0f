"""How a story goes on: its states with their owners, and the steps.

A story is written, read by a second person, and published at once or at a set time. A published one is corrected by
going the same way again: the public sees what it saw until the correction was read, too.
"""

from collections.abc import Mapping
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class State(StrEnum):
    """How a story stands."""

    DRAFT = "draft"
    READING = "reading"
    READY = "ready"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS[self]


_WORDS = {
    State.DRAFT: "being written",
    State.READING: "waits for a second reader",
    State.READY: "read, and ready to publish",
    State.SCHEDULED: "will be published at its time",
    State.PUBLISHED: "published",
    State.WITHDRAWN: "withdrawn",
    State.DROPPED: "dropped",
}


class Owner(StrEnum):
    """Who has to act while a story stands as it does."""

    WRITERS = "the editors who write it"
    READER = "an editor who wrote none of it"
    EDITORS = "any editor"
    SYSTEM = "Pentameter, at the set time"
    NOBODY = "nobody"


OWNERS: Mapping[State, Owner] = {
    State.DRAFT: Owner.WRITERS,
    State.READING: Owner.READER,
    State.READY: Owner.EDITORS,
    State.SCHEDULED: Owner.SYSTEM,
    State.PUBLISHED: Owner.NOBODY,
    State.WITHDRAWN: Owner.NOBODY,
    State.DROPPED: Owner.NOBODY,
}


class Step(StrEnum):
    """What can be done with a story."""

    WRITE = "write"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    SCHEDULE = "schedule"
    PUBLISH = "publish"
    HOLD = "hold"
    WITHDRAW = "withdraw"
    DROP = "drop"
    TAKE_OFF = "take_off"


_NOT_READ = "A second person reads it first."
_NOT_SENT = "It was not sent to a second reader yet."
_BEING_READ = "It is being read. Take it back first, then write on."
_SET = "Its time is set. Take it back first, then write on."
_OUT = "It is published, and no correction is being written. Withdraw it, with the reason that the public is told."
_GONE = "It was withdrawn, and its address says so for good. Write a new story."
_DROPPED = "It was dropped. Write a new story."

STEPS: Mapping[tuple[State, Step], State | str] = {
    (State.DRAFT, Step.WRITE): State.DRAFT,
    (State.DRAFT, Step.SUBMIT): State.READING,
    (State.DRAFT, Step.SEND_BACK): _NOT_SENT,
    (State.DRAFT, Step.APPROVE): _NOT_SENT,
    (State.DRAFT, Step.SCHEDULE): _NOT_READ,
    (State.DRAFT, Step.PUBLISH): _NOT_READ,
    (State.DRAFT, Step.HOLD): State.DRAFT,
    (State.DRAFT, Step.WITHDRAW): State.WITHDRAWN,
    (State.DRAFT, Step.DROP): State.DROPPED,
    (State.DRAFT, Step.TAKE_OFF): State.DRAFT,
    (State.READING, Step.WRITE): _BEING_READ,
    (State.READING, Step.SUBMIT): "It waits for its second reader already.",
    (State.READING, Step.SEND_BACK): State.DRAFT,
    (State.READING, Step.APPROVE): State.READY,
    (State.READING, Step.SCHEDULE): _NOT_READ,
    (State.READING, Step.PUBLISH): _NOT_READ,
    (State.READING, Step.HOLD): State.DRAFT,
    (State.READING, Step.WITHDRAW): State.WITHDRAWN,
    (State.READING, Step.DROP): State.DROPPED,
    (State.READING, Step.TAKE_OFF): State.DRAFT,
    (State.READY, Step.WRITE): "It was read as it is. Take it back first, then write on.",
    (State.READY, Step.SUBMIT): "It was read already. Publish it, or take it back.",
    (State.READY, Step.SEND_BACK): State.DRAFT,
    (State.READY, Step.APPROVE): "It was read already.",
    (State.READY, Step.SCHEDULE): State.SCHEDULED,
    (State.READY, Step.PUBLISH): State.PUBLISHED,
    (State.READY, Step.HOLD): State.DRAFT,
    (State.READY, Step.WITHDRAW): State.WITHDRAWN,
    (State.READY, Step.DROP): State.DROPPED,
    (State.READY, Step.TAKE_OFF): State.DRAFT,
    (State.SCHEDULED, Step.WRITE): _SET,
    (State.SCHEDULED, Step.SUBMIT): "It was read already, and its time is set.",
    (State.SCHEDULED, Step.SEND_BACK): State.DRAFT,
    (State.SCHEDULED, Step.APPROVE): "It was read already.",
    (State.SCHEDULED, Step.SCHEDULE): State.SCHEDULED,
    (State.SCHEDULED, Step.PUBLISH): State.PUBLISHED,
    (State.SCHEDULED, Step.HOLD): State.DRAFT,
    (State.SCHEDULED, Step.WITHDRAW): State.WITHDRAWN,
    (State.SCHEDULED, Step.DROP): State.DROPPED,
    (State.SCHEDULED, Step.TAKE_OFF): State.DRAFT,
    (State.PUBLISHED, Step.WRITE): State.DRAFT,
    (State.PUBLISHED, Step.SUBMIT): "It is published as it is. Write the correction first.",
    (State.PUBLISHED, Step.SEND_BACK): "It is published. Correct it, or withdraw it.",
    (State.PUBLISHED, Step.APPROVE): "It was read before it was published.",
    (State.PUBLISHED, Step.SCHEDULE): "It is published already.",
    (State.PUBLISHED, Step.PUBLISH): "It is published already.",
    (State.PUBLISHED, Step.HOLD): State.PUBLISHED,
    (State.PUBLISHED, Step.WITHDRAW): State.WITHDRAWN,
    (State.PUBLISHED, Step.DROP): _OUT,
    (State.PUBLISHED, Step.TAKE_OFF): State.DRAFT,
    **{(State.WITHDRAWN, step): _GONE for step in Step},
    **{(State.DROPPED, step): _DROPPED for step in Step},
}
"""Every state and every step: the state that follows, or the sentence that refuses it."""


def may_step(state: State, step: Step, *, public: bool) -> Verdict:
    """Whether a story that stands like this may take the step. `public`: readers see it, or saw it, as it was."""
    found = STEPS[state, step]
    if not isinstance(found, State):
        return refused(found)
    if step in (Step.WITHDRAW, Step.TAKE_OFF) and not public:
        return refused("It was never published. Drop it instead.")
    return ALLOWED


def after(state: State, step: Step, *, public: bool) -> State | None:
    """The state that follows, or None where the step is refused. Who drops a correction leaves what is published."""
    found = STEPS[state, step]
    if not isinstance(found, State) or not may_step(state, step, public=public).allowed:
        return None
    return State.PUBLISHED if public and step is Step.DROP else found


def following(*, public: bool) -> dict[State, frozenset[State]]:
    """The state table, for its diagram: before the first publication, or after it."""
    table = {
        state: frozenset(
            one for step in Step if (one := after(state, step, public=public)) is not None and one is not state
        )
        for state in State
    }
    unused = State.DROPPED if public else State.WITHDRAWN
    return {state: then for state, then in table.items() if state is not unused}


def may_read(by: str, *, writers: frozenset[str], submitted_by: str) -> Verdict:
    """Whether this person may be the second pair of eyes."""
    if by in writers or by == submitted_by:
        return refused("You wrote some of this yourself. Somebody who wrote none of it reads it.")
    return ALLOWED
