"""What can be asked of a run, and how it stands."""

from datetime import date
from typing import Any

import pytest

from pentameter.kernel.periods import Period
from pentameter.scale.rules.asking import OWNERS, RUN_NEXT, Owner, Question, RunState, may_ask, state_of

TODAY = date(2013, 12, 31)
YEAR = Period(date(2013, 1, 1), date(2013, 12, 31))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, ""),
        ({"title": "  "}, "Give the run a title"),
        ({"period": Period(date(2013, 2, 1), date(2013, 1, 1))}, "ends before it begins"),
        ({"period": Period(date(2013, 2, 1))}, "ends before it begins"),
        ({"period": Period(date(2014, 1, 1), date(2014, 2, 1))}, "has not begun"),
        ({"period": Period(date(2000, 1, 1), date(2013, 1, 1))}, "longer than 10 years"),
        ({"seed": -1}, "seed is a whole number"),
        ({"draws": 201}, "linkings can be drawn"),
        ({"replicates": 99}, "replicates"),
        ({"replicates": 5_001}, "replicates"),
    ],
    ids=["good", "title", "order", "open", "ahead", "long", "seed", "draws", "few", "many"],
)
def test_whether_a_question_makes_sense(changed: dict[str, Any], reason: str) -> None:
    verdict = may_ask(Question(**{"title": "A year", "period": YEAR, **changed}), today=TODAY)
    assert verdict.allowed is (reason == "")
    assert reason in verdict.reason


@pytest.mark.parametrize(
    ("frozen", "answered", "refusal", "state"),
    [
        (False, False, "", RunState.WAITING),
        (True, False, "", RunState.ESTIMATING),
        (True, True, "", RunState.ANSWERED),
        (True, True, "No.", RunState.REFUSED),
    ],
)
def test_the_state_follows_from_what_is_there(frozen: bool, answered: bool, refusal: str, state: RunState) -> None:
    assert state_of(frozen=frozen, answered=answered, refusal=refusal) is state


@pytest.mark.parametrize("state", list(RunState), ids=lambda one: one.value)
def test_every_state_is_owned_and_what_is_done_stays(state: RunState) -> None:
    assert (OWNERS[state] is Owner.NOBODY) is (RUN_NEXT[state] == frozenset())
