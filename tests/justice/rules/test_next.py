"""What is next, and who has to do it: said for every stage and every state of the check."""

import pytest

from pentameter.justice.rules.next import BEFORE_CHARGE, UNDER_CHECK, next_step, warning
from pentameter.justice.rules.screen import CheckState
from pentameter.justice.rules.stages import Owner, Stage


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("check", list(CheckState))
@pytest.mark.parametrize("sent", [True, False])
def test_something_is_said_of_everything(stage: Stage, check: CheckState, sent: bool) -> None:
    found = next_step(stage, check, sent=sent)
    assert found.what.endswith(".")
    waits = sent and stage in BEFORE_CHARGE - {Stage.ARRESTED}
    if waits and check is CheckState.TO_MAKE:
        assert found.owner is Owner.PROSECUTOR
    if waits and check is CheckState.CLOSED:
        assert found.owner is Owner.ANOTHER
    if not sent and stage in BEFORE_CHARGE:
        assert found.owner is Owner.FORCE


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("check", list(CheckState))
def test_after_a_charge_new_facts_and_a_no_warn_and_are_the_prosecutors(stage: Stage, check: CheckState) -> None:
    after, asks = stage in UNDER_CHECK - BEFORE_CHARGE, check in (CheckState.ASK_AGAIN, CheckState.REVIEW)
    found = warning(stage, check, why="", new="Something is new.")
    assert (found is not None) is (after and asks)
    if after and asks:
        assert next_step(stage, check, sent=True).owner is Owner.PROSECUTOR
