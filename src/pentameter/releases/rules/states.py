"""How a version of a release stands, who has to act, and what may be done with it."""

from collections.abc import Mapping
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class State(StrEnum):
    """How a version stands."""

    FROZEN = "frozen"
    SAFE = "safe"
    DESCRIBED = "described"
    SIGNED = "signed"
    OVERTAKEN = "overtaken"
    PUBLISHED = "published"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    ABANDONED = "abandoned"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS[self]


_WORDS = {
    State.FROZEN: "frozen",
    State.SAFE: "made safe",
    State.DESCRIBED: "waits for a signature",
    State.SIGNED: "signed, waits for its time",
    State.OVERTAKEN: "has to be frozen again",
    State.PUBLISHED: "published",
    State.REPLACED: "replaced by a correction",
    State.WITHDRAWN: "withdrawn",
    State.ABANDONED: "given up",
}


class Owner(StrEnum):
    """Who has to act while a version stands as it does."""

    WRITER = "any statistician"
    SECOND = "a statistician who has not worked on it"
    TIME = "Pentameter, at its time"
    NOBODY = "nobody"


OWNERS: Mapping[State, Owner] = {
    State.FROZEN: Owner.WRITER,
    State.SAFE: Owner.WRITER,
    State.DESCRIBED: Owner.SECOND,
    State.SIGNED: Owner.TIME,
    State.OVERTAKEN: Owner.WRITER,
    State.PUBLISHED: Owner.NOBODY,
    State.REPLACED: Owner.NOBODY,
    State.WITHDRAWN: Owner.NOBODY,
    State.ABANDONED: Owner.NOBODY,
}


class Step(StrEnum):
    """What can be done with a version."""

    FREEZE_AGAIN = "freeze_again"
    MAKE_SAFE = "make_safe"
    NOT_SAFE = "not_safe"
    DESCRIBE = "describe"
    SIGN = "sign"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    OVERTAKE = "overtake"
    REPLACE = "replace"
    WITHDRAW = "withdraw"
    ABANDON = "abandon"


_SIGNED = "This version is signed. Send it back first; the signature is then gone."
_OUT = "This version was published, and stays as it was. Make a correction, or withdraw it."
_OVER = "This version was given up. Begin a new one."
_GONE = "This version was withdrawn."
_FIRST = "Make the tables safe first."
_AGAIN = "The figures are out of date: freeze them again first."
_NOT_OUT = "This version was not published. Give it up instead."
_NOT_SIGNED = "This version is not signed by a second person."

_ENDED = {
    State.PUBLISHED: _OUT,
    State.REPLACED: _OUT,
    State.WITHDRAWN: _GONE,
    State.ABANDONED: _OVER,
}


def _row(said: Mapping[State, State | str]) -> dict[State, State | str]:
    return {**_ENDED, **said}


_STEPS: Mapping[Step, Mapping[State, State | str]] = {
    Step.FREEZE_AGAIN: _row(
        {
            State.FROZEN: State.FROZEN,
            State.SAFE: State.FROZEN,
            State.DESCRIBED: State.FROZEN,
            State.SIGNED: _SIGNED,
            State.OVERTAKEN: State.FROZEN,
        }
    ),
    Step.MAKE_SAFE: _row(
        {
            State.FROZEN: State.SAFE,
            State.SAFE: State.SAFE,
            State.DESCRIBED: State.SAFE,
            State.SIGNED: _SIGNED,
            State.OVERTAKEN: _AGAIN,
        }
    ),
    Step.NOT_SAFE: _row(
        {
            State.FROZEN: State.FROZEN,
            State.SAFE: State.FROZEN,
            State.DESCRIBED: State.FROZEN,
            State.SIGNED: State.OVERTAKEN,
            State.OVERTAKEN: _AGAIN,
        }
    ),
    Step.DESCRIBE: _row(
        {
            State.FROZEN: _FIRST,
            State.SAFE: State.DESCRIBED,
            State.DESCRIBED: State.DESCRIBED,
            State.SIGNED: _SIGNED,
            State.OVERTAKEN: _AGAIN,
        }
    ),
    Step.SIGN: _row(
        {
            State.FROZEN: _FIRST,
            State.SAFE: "Describe it first: nobody can judge figures without knowing how they came about.",
            State.DESCRIBED: State.SIGNED,
            State.SIGNED: "This version is signed already.",
            State.OVERTAKEN: _AGAIN,
        }
    ),
    Step.SEND_BACK: _row(
        {
            State.FROZEN: "Nothing of this version waits for you.",
            State.SAFE: "Nothing of this version waits for you.",
            State.DESCRIBED: State.SAFE,
            State.SIGNED: State.SAFE,
            State.OVERTAKEN: "Nothing of this version waits for you.",
        }
    ),
    Step.PUBLISH: _row(
        {
            State.FROZEN: _NOT_SIGNED,
            State.SAFE: _NOT_SIGNED,
            State.DESCRIBED: _NOT_SIGNED,
            State.SIGNED: State.PUBLISHED,
            State.OVERTAKEN: _AGAIN,
        }
    ),
    Step.OVERTAKE: _row(
        {
            State.FROZEN: State.OVERTAKEN,
            State.SAFE: State.OVERTAKEN,
            State.DESCRIBED: State.OVERTAKEN,
            State.SIGNED: State.OVERTAKEN,
            State.OVERTAKEN: State.OVERTAKEN,
        }
    ),
    Step.REPLACE: {**dict.fromkeys(State, _NOT_OUT), State.PUBLISHED: State.REPLACED, State.WITHDRAWN: _GONE},
    Step.WITHDRAW: {
        **dict.fromkeys(State, _NOT_OUT),
        State.PUBLISHED: State.WITHDRAWN,
        State.REPLACED: State.WITHDRAWN,
        State.WITHDRAWN: "This version was withdrawn already.",
    },
    Step.ABANDON: _row(
        {
            State.FROZEN: State.ABANDONED,
            State.SAFE: State.ABANDONED,
            State.DESCRIBED: State.ABANDONED,
            State.SIGNED: _SIGNED,
            State.OVERTAKEN: State.ABANDONED,
        }
    ),
}
STEPS: Mapping[tuple[State, Step], State | str] = {
    (state, step): _STEPS[step][state] for state in State for step in Step
}
"""Every state and every step: the state that follows, or the sentence that refuses it."""
IN_HAND = frozenset({State.FROZEN, State.SAFE, State.DESCRIBED, State.SIGNED, State.OVERTAKEN})
"""At most one version of a release stands like this."""
KNOWN = frozenset({State.SIGNED, State.PUBLISHED, State.REPLACED, State.WITHDRAWN})
"""What everybody knows, or is about to: what was public once is known for ever, withdrawn or not."""


def may_step(state: State, step: Step) -> Verdict:
    """Whether a version that stands like this may take the step."""
    found = STEPS[state, step]
    return ALLOWED if isinstance(found, State) else refused(found)


def after(state: State, step: Step) -> State | None:
    """The state that follows, or None where the step is refused."""
    found = STEPS[state, step]
    return found if isinstance(found, State) else None


def following() -> dict[State, frozenset[State]]:
    """The state table, for its diagram."""
    return {
        state: frozenset(one for step in Step if (one := after(state, step)) is not None and one is not state)
        for state in State
    }
