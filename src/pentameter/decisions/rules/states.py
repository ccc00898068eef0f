"""What is decided on a person, and how a decision goes on: its kinds, its states with their owners, and the steps.

A decision is a `Matter`: it is opened, considered, decided with reasons, and served. Only what was served counts for
her: a decision that lies in a drawer starts no day.
"""

from collections.abc import Mapping
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Kind(StrEnum):
    """What is decided."""

    REASONABLE_GROUNDS = "reasonable_grounds"
    CONCLUSIVE_GROUNDS = "conclusive_grounds"
    RECONSIDERATION = "reconsideration"
    DISQUALIFICATION = "disqualification"
    LEAVE = "leave_to_remain"
    ASYLUM = "asylum"
    REMOVAL = "removal"

    @property
    def words(self) -> str:
        """As people say it."""
        return _KINDS[self]


_KINDS = {
    Kind.REASONABLE_GROUNDS: "reasonable grounds",
    Kind.CONCLUSIVE_GROUNDS: "conclusive grounds",
    Kind.RECONSIDERATION: "reconsideration",
    Kind.DISQUALIFICATION: "disqualification on public order",
    Kind.LEAVE: "leave to remain",
    Kind.ASYLUM: "asylum",
    Kind.REMOVAL: "removal",
}
GROUNDS = frozenset({Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS})
"""Decisions on whether she is a victim. Negative ones may be asked to be reconsidered."""
HEARD = frozenset({Kind.ASYLUM, Kind.REMOVAL})
"""Decisions that cannot be made before what she went through was heard."""


class Result(StrEnum):
    """How a matter was decided."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    DISQUALIFIED = "disqualified"
    NOT_DISQUALIFIED = "not_disqualified"
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_REMOVED = "not_removed"
    REMOVED = "may_be_removed"

    @property
    def words(self) -> str:
        """As people say it."""
        return self.value.replace("_", " ")

    @property
    def adverse(self) -> bool:
        """Whether it goes against her."""
        return self in _ADVERSE


_ADVERSE = {Result.NEGATIVE, Result.DISQUALIFIED, Result.REFUSED, Result.REMOVED}
RESULTS: Mapping[Kind, tuple[Result, Result]] = {
    Kind.REASONABLE_GROUNDS: (Result.POSITIVE, Result.NEGATIVE),
    Kind.CONCLUSIVE_GROUNDS: (Result.POSITIVE, Result.NEGATIVE),
    Kind.RECONSIDERATION: (Result.POSITIVE, Result.NEGATIVE),
    Kind.DISQUALIFICATION: (Result.NOT_DISQUALIFIED, Result.DISQUALIFIED),
    Kind.LEAVE: (Result.GRANTED, Result.REFUSED),
    Kind.ASYLUM: (Result.GRANTED, Result.REFUSED),
    Kind.REMOVAL: (Result.NOT_REMOVED, Result.REMOVED),
}
"""How each kind can be decided: what is in her favour first."""


class State(StrEnum):
    """How a matter stands."""

    OPEN = "open"
    CONSIDERING = "considering"
    DECIDED = "decided"
    SERVED = "served"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        """As people say it."""
        return "being considered" if self is State.CONSIDERING else self.value


UNDECIDED = frozenset({State.OPEN, State.CONSIDERING})
"""At most one matter of a kind stands like this in a case."""


class Owner(StrEnum):
    """Who has to act while a matter stands as it does."""

    AUTHORITY = "any decision-maker of the authority"
    TAKER = "the decision-maker who took it up"
    NOBODY = "nobody"


OWNERS: Mapping[State, Owner] = {
    State.OPEN: Owner.AUTHORITY,
    State.CONSIDERING: Owner.TAKER,
    State.DECIDED: Owner.AUTHORITY,
    State.SERVED: Owner.NOBODY,
    State.WITHDRAWN: Owner.NOBODY,
}


class Step(StrEnum):
    """What can be done with a matter."""

    TAKE_UP = "take_up"
    DECIDE = "decide"
    SERVE = "serve"
    WITHDRAW = "withdraw"


STEPS: Mapping[tuple[State, Step], State | str] = {
    (State.OPEN, Step.TAKE_UP): State.CONSIDERING,
    (State.OPEN, Step.DECIDE): "Take this matter up first: who decides is written down.",
    (State.OPEN, Step.SERVE): "This cannot be served before it is decided.",
    (State.OPEN, Step.WITHDRAW): State.WITHDRAWN,
    (State.CONSIDERING, Step.TAKE_UP): State.CONSIDERING,
    (State.CONSIDERING, Step.DECIDE): State.DECIDED,
    (State.CONSIDERING, Step.SERVE): "This cannot be served before it is decided.",
    (State.CONSIDERING, Step.WITHDRAW): State.WITHDRAWN,
    (State.DECIDED, Step.TAKE_UP): "This is decided. Its reasons are kept as they are.",
    (State.DECIDED, Step.DECIDE): "This is decided. Its reasons are kept as they are.",
    (State.DECIDED, Step.SERVE): State.SERVED,
    (State.DECIDED, Step.WITHDRAW): "This is decided, and cannot be withdrawn any more.",
    (State.SERVED, Step.TAKE_UP): "This was decided and served. Its reasons are kept as they are.",
    (State.SERVED, Step.DECIDE): "This was decided and served. Its reasons are kept as they are.",
    (State.SERVED, Step.SERVE): "This was served already.",
    (State.SERVED, Step.WITHDRAW): "This was decided and served, and cannot be withdrawn any more.",
    (State.WITHDRAWN, Step.TAKE_UP): "This was withdrawn. Open a new matter.",
    (State.WITHDRAWN, Step.DECIDE): "This was withdrawn. Open a new matter.",
    (State.WITHDRAWN, Step.SERVE): "This was withdrawn: there is nothing to serve.",
    (State.WITHDRAWN, Step.WITHDRAW): "This was withdrawn already.",
}
"""Every state and every step: the state that follows, or the sentence that refuses it."""
NOT_WITHDRAWN = frozenset({Kind.LEAVE, Kind.RECONSIDERATION})
"""What protects her while it is open ends with a decision that says why, and in no other way."""


def after(kind: Kind, state: State, step: Step) -> State | None:
    """The state that follows, or None where the step is refused."""
    found = STEPS[state, step]
    return found if isinstance(found, State) and may_step(kind, state, step).allowed else None


def may_step(kind: Kind, state: State, step: Step) -> Verdict:
    """Whether a matter of this kind that stands like this may take the step."""
    found = STEPS[state, step]
    if not isinstance(found, State):
        return refused(found)
    if step is Step.WITHDRAW and kind in NOT_WITHDRAWN:
        return refused("While this is open it protects her. Decide it, with reasons; it cannot be withdrawn.")
    return ALLOWED


def following(kind: Kind) -> dict[State, frozenset[State]]:
    """The state table of a kind, for its diagram: a matter that is taken up by another stays as it stands."""
    return {
        state: frozenset(one for step in Step if (one := after(kind, state, step)) is not None and one is not state)
        for state in State
        if state is not State.WITHDRAWN or kind not in NOT_WITHDRAWN
    }
