"""The state table of a story is total, every state is somebody's, and nobody reads what they wrote."""

import pytest

from pentameter.bulletins.editing.rules.states import (
    OWNERS,
    STEPS,
    State,
    Step,
    after,
    following,
    may_read,
    may_step,
)


def test_the_table_is_total_and_every_state_has_an_owner() -> None:
    assert set(STEPS) == {(state, step) for state in State for step in Step}
    assert set(OWNERS) == set(State)
    assert all(state.words for state in State)


@pytest.mark.parametrize("public", [False, True])
def test_every_refusal_is_a_sentence(public: bool) -> None:
    for state in State:
        for step in Step:
            verdict = may_step(state, step, public=public)
            assert verdict.allowed is (after(state, step, public=public) is not None)
            assert verdict.allowed or verdict.reason.endswith(".")


@pytest.mark.parametrize("state", [one for one in State if one not in (State.READY, State.SCHEDULED)])
@pytest.mark.parametrize("public", [False, True])
def test_nothing_is_published_that_was_not_read(state: State, public: bool) -> None:
    assert not may_step(state, Step.PUBLISH, public=public).allowed
    assert after(state, Step.APPROVE, public=public) in (None, State.READY)


def test_only_a_second_reading_makes_ready() -> None:
    ready = {(state, step) for (state, step), then in STEPS.items() if then is State.READY}
    assert ready == {(State.READING, Step.APPROVE)}


@pytest.mark.parametrize(
    ("state", "step", "public", "then"),
    [
        (State.DRAFT, Step.DROP, False, State.DROPPED),
        (State.DRAFT, Step.DROP, True, State.PUBLISHED),
        (State.PUBLISHED, Step.DROP, True, None),
        (State.DRAFT, Step.WITHDRAW, False, None),
        (State.DRAFT, Step.WITHDRAW, True, State.WITHDRAWN),
        (State.PUBLISHED, Step.WRITE, True, State.DRAFT),
        (State.WITHDRAWN, Step.WRITE, True, None),
        (State.SCHEDULED, Step.HOLD, False, State.DRAFT),
    ],
)
def test_before_and_after_publication(state: State, step: Step, public: bool, then: State | None) -> None:
    assert after(state, step, public=public) is then


def test_the_diagram_shows_withdrawn_only_of_what_was_public() -> None:
    assert State.WITHDRAWN not in following(public=False)
    assert State.DROPPED not in following(public=True)


@pytest.mark.parametrize(
    ("by", "allowed"), [("writer", False), ("second writer", False), ("sender", False), ("reader", True)]
)
def test_the_second_reader_wrote_none_of_it(by: str, allowed: bool) -> None:
    verdict = may_read(by, writers=frozenset({"writer", "second writer"}), submitted_by="sender")
    assert verdict.allowed is allowed
