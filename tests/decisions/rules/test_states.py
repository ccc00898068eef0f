"""States of a matter: every one is owned, every step from every one of them is answered."""

from itertools import product

import pytest

from pentameter.decisions.rules.states import (
    NOT_WITHDRAWN,
    OWNERS,
    RESULTS,
    STEPS,
    Kind,
    State,
    Step,
    after,
    following,
    may_step,
)


def test_the_table_is_total_and_every_state_is_owned() -> None:
    assert set(STEPS) == set(product(State, Step))
    assert set(OWNERS) == set(State)
    assert set(RESULTS) == set(Kind)
    assert all(isinstance(found, State) or found.endswith(".") for found in STEPS.values())


@pytest.mark.parametrize("kind", Kind)
def test_every_state_of_a_kind_can_be_reached_and_leads_to_an_end(kind: Kind) -> None:
    table = following(kind)
    reached = {State.OPEN}
    while more := {one for state in reached for one in table[state]} - reached:
        reached |= more
    assert reached == set(table)
    assert table[State.SERVED] == frozenset()
    assert (State.WITHDRAWN in table) == (kind not in NOT_WITHDRAWN)


@pytest.mark.parametrize(("kind", "state", "step"), list(product(Kind, State, Step)))
def test_a_refused_step_has_its_sentence(kind: Kind, state: State, step: Step) -> None:
    verdict = may_step(kind, state, step)
    assert verdict.allowed == (after(kind, state, step) is not None)
    assert verdict.allowed or verdict.reason.endswith(".")


def test_what_was_decided_is_never_decided_again() -> None:
    for state in (State.DECIDED, State.SERVED, State.WITHDRAWN):
        assert not may_step(Kind.REMOVAL, state, Step.DECIDE).allowed


def test_nothing_is_served_before_it_is_decided() -> None:
    assert [state for state in State if may_step(Kind.ASYLUM, state, Step.SERVE).allowed] == [State.DECIDED]


@pytest.mark.parametrize("kind", sorted(NOT_WITHDRAWN))
def test_what_protects_her_while_it_is_open_is_not_withdrawn(kind: Kind) -> None:
    assert "protects her" in may_step(kind, State.OPEN, Step.WITHDRAW).reason
