"""The state table is total; what nobody has read is never answered, filed or closed; the sender is told little."""

from itertools import product

from pentameter.bulletins.tipdesk.rules.states import (
    DONE,
    NEXT,
    OWNERS,
    TOLD,
    WAITS,
    Owner,
    Reason,
    State,
    Step,
    after,
    following,
    may_step,
)


def test_every_state_and_step_has_an_answer() -> None:
    assert set(NEXT) == set(product(State, Step))
    assert set(OWNERS) == set(TOLD) == set(following()) == set(State)
    assert all(isinstance(one, State) or one.endswith(".") for one in NEXT.values())
    assert all(one.words for one in (*State, *Reason))


def test_what_nobody_has_read_is_only_opened() -> None:
    for state in (State.NEW, State.ADDED):
        allowed = {step for step in Step if may_step(state, step).allowed}
        assert allowed == {Step.OPEN, Step.ADD}


def test_something_added_always_waits_to_be_read() -> None:
    for state in State:
        assert after(state, Step.ADD) in (State.NEW, State.ADDED)


def test_what_is_done_waits_for_nobody() -> None:
    assert {OWNERS[one] for one in DONE} == {Owner.NOBODY}
    assert {OWNERS[one] for one in WAITS} == {Owner.DESK}


def test_the_sender_cannot_tell_filed_from_closed() -> None:
    assert TOLD[State.FILED] == TOLD[State.CLOSED]


def test_a_refused_step_changes_nothing() -> None:
    assert after(State.FILED, Step.CLOSE) is State.FILED
