"""What may be done with a line: every state has an owner, every pair of state and act an answer."""

from itertools import product

import pytest

from pentameter.decisions.rules.screening.lines import BECOMES, OWNERS, LineAct, LineState, after_check, may

ONE, TWO = "one", "two"


def allowed(act: LineAct, state: LineState, by: str = TWO, reason: str = "compared") -> bool:
    return may(act, state, by=by, proposed_by=ONE if state is LineState.PROPOSED else "", reason=reason).allowed


def test_every_state_is_owned_and_every_act_has_its_words() -> None:
    assert set(OWNERS) == set(LineState)
    assert all(act.words for act in LineAct)


def test_what_does_not_stand_in_the_table_is_refused_in_words() -> None:
    for state, act in product(LineState, LineAct):
        verdict = may(act, state, by=TWO, proposed_by=ONE, reason="compared")
        assert verdict.allowed is ((state, act) in BECOMES)
        assert verdict.allowed or verdict.reason


def test_a_clearance_takes_two() -> None:
    assert not allowed(LineAct.AGREE, LineState.PROPOSED, by=ONE)
    assert allowed(LineAct.AGREE, LineState.PROPOSED, by=TWO)
    assert not may(LineAct.AGREE, LineState.PROPOSED, by=TWO, proposed_by="", reason="compared").allowed


@pytest.mark.parametrize("act", [LineAct.CONFIRM, LineAct.PROPOSE, LineAct.AGREE, LineAct.REOPEN])
def test_it_takes_a_reason(act: LineAct) -> None:
    state = next(state for state, one in BECOMES if one is act)
    assert allowed(act, state)
    assert not allowed(act, state, reason="  ")


def test_only_by_the_agreement_of_a_second_person_does_a_line_become_clear() -> None:
    assert [pair for pair, new in BECOMES.items() if new is LineState.CLEARED] == [(LineState.PROPOSED, LineAct.AGREE)]


@pytest.mark.parametrize(
    ("state", "held", "somebody_new", "becomes"),
    [
        (LineState.WAITING, False, False, LineState.NONE),
        (LineState.WAITING, True, True, LineState.OPEN),
        (LineState.NONE, True, True, LineState.OPEN),
        (LineState.NONE, True, False, LineState.OPEN),
        (LineState.NONE, False, False, LineState.NONE),
        (LineState.OPEN, False, False, LineState.OPEN),
        (LineState.PROPOSED, True, False, LineState.PROPOSED),
        (LineState.PROPOSED, True, True, LineState.OPEN),
        (LineState.CLEARED, True, False, LineState.CLEARED),
        (LineState.CLEARED, True, True, LineState.OPEN),
        (LineState.CLEARED, False, False, LineState.CLEARED),
        (LineState.CONFIRMED, False, False, LineState.CONFIRMED),
        (LineState.CONFIRMED, True, True, LineState.CONFIRMED),
    ],
)
def test_what_the_worker_makes_of_a_line(state: LineState, held: bool, somebody_new: bool, becomes: LineState) -> None:
    assert after_check(state, held=held, somebody_new=somebody_new) is becomes
