"""Every state has an owner and an answer to every step; only a signature leads to publication."""

import pytest

from pentameter.releases.rules.states import (
    IN_HAND,
    KNOWN,
    OWNERS,
    STEPS,
    Owner,
    State,
    Step,
    after,
    following,
    may_step,
)


def test_the_table_is_total_and_every_state_is_owned() -> None:
    assert set(STEPS) == {(state, step) for state in State for step in Step}
    assert set(OWNERS) == set(State)
    assert all(isinstance(found, State) or found.endswith(".") for found in STEPS.values())


def test_every_state_has_words() -> None:
    assert len({one.words for one in State}) == len(State)


def test_only_what_was_signed_is_published() -> None:
    assert [state for state in State if after(state, Step.PUBLISH) is State.PUBLISHED] == [State.SIGNED]
    assert [state for state in State if after(state, Step.SIGN) is State.SIGNED] == [State.DESCRIBED]


@pytest.mark.parametrize("state", [State.PUBLISHED, State.REPLACED, State.WITHDRAWN, State.ABANDONED])
@pytest.mark.parametrize("step", [Step.FREEZE_AGAIN, Step.MAKE_SAFE, Step.DESCRIBE, Step.SIGN, Step.ABANDON])
def test_what_is_over_is_never_worked_on(state: State, step: Step) -> None:
    assert not may_step(state, step).allowed


def test_what_was_public_once_can_only_be_replaced_or_withdrawn() -> None:
    found = following()
    assert found[State.PUBLISHED] == {State.REPLACED, State.WITHDRAWN}
    assert found[State.REPLACED] == {State.WITHDRAWN}
    assert found[State.WITHDRAWN] == found[State.ABANDONED] == frozenset()


def test_nothing_that_is_over_has_an_owner() -> None:
    assert {state for state, owner in OWNERS.items() if owner is Owner.NOBODY} == set(State) - IN_HAND
    assert {State.SIGNED} == KNOWN & IN_HAND
