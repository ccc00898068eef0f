"""What is next, and who has to do it: said for every stage and every state of the check."""

import pytest

from pentameter.justice.rules.next import BEFORE_CHARGE, next_step
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
