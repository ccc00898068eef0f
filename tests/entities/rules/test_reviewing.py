"""The queue's rules: whose turn, which reasons, which slips."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cast import cleveland_sergeant, durham_sergeant, national_analyst
from pentameter.entities.rules.judgements import Finding
from pentameter.entities.rules.proposals import ProposalState
from pentameter.entities.rules.reviewing import (
    SLIP,
    PairState,
    Turn,
    Weighed,
    Whom,
    may_answer,
    may_find,
    may_take_back,
    state_of,
)
from pentameter.kernel.actor import Actor

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER, EARLIER = NOW + timedelta(minutes=1), NOW - timedelta(minutes=1)
ESTHER, BRIDGET, CALLUM = national_analyst(), durham_sergeant(), cleveland_sergeant()
ANALYSTS = Whom(role="national_analyst", agency="national-centre")
WAITING, SECOND, CLOSED = PairState


@pytest.mark.parametrize(
    ("turn", "by", "allowed"),
    [
        (Turn(WAITING), ESTHER, True),
        (Turn(WAITING, ESTHER.id, LATER), ESTHER, True),
        (Turn(WAITING, BRIDGET.id, LATER), ESTHER, False),
        (Turn(WAITING, BRIDGET.id, EARLIER), ESTHER, True),
        (Turn(CLOSED), ESTHER, False),
        (Turn(SECOND, asked_by=BRIDGET.id, asked_of=ANALYSTS), ESTHER, True),
        (Turn(SECOND, asked_by=BRIDGET.id, asked_of=ANALYSTS), CALLUM, False),
        (Turn(SECOND, asked_by=ESTHER.id, asked_of=ANALYSTS), ESTHER, False),
        (Turn(SECOND, asked_by=BRIDGET.id, asked_of=Whom(CALLUM.id)), CALLUM, True),
        (Turn(SECOND, asked_by=BRIDGET.id, asked_of=Whom(CALLUM.id)), ESTHER, False),
        (Turn(SECOND, asked_by=BRIDGET.id), ESTHER, False),
    ],
)
def test_whose_turn_it_is(turn: Turn, by: Actor, allowed: bool) -> None:
    assert may_answer(turn, by, NOW).allowed is allowed


@pytest.mark.parametrize(
    ("finding", "weight", "contradictions", "allowed"),
    [
        (Finding.SAME, 4.0, (), True),
        (Finding.SAME, 20.0, ("Different document numbers",), False),
        (Finding.DIFFERENT, 4.0, (), True),
        (Finding.DIFFERENT, 9.0, (), False),
        (Finding.UNSURE, 20.0, ("Different sexes",), True),
    ],
)
def test_whoever_goes_against_the_records_says_why(
    finding: Finding, weight: float, contradictions: tuple[str, ...], allowed: bool
) -> None:
    weighed = Weighed(weight, 3.0, 14.0, contradictions)
    assert may_find(finding, weighed, " ").allowed is allowed
    assert may_find(finding, weighed, "Her sister").allowed
    assert may_find(finding, None, "").allowed


@pytest.mark.parametrize(
    ("made_by", "ago", "reason", "allowed"),
    [
        (ESTHER.id, SLIP, "", True),
        (ESTHER.id, SLIP + timedelta(seconds=1), "", False),
        (BRIDGET.id, timedelta(0), "", False),
        (BRIDGET.id, timedelta(days=9), "The date of birth is another.", True),
    ],
)
def test_a_slip_is_undone_without_words(made_by: str, ago: timedelta, reason: str, allowed: bool) -> None:
    verdict = may_take_back(made_by=made_by, made_at=NOW - ago, by=ESTHER.id, now=NOW, reason=reason)
    assert verdict.allowed is allowed


@pytest.mark.parametrize("whom", [Whom(ESTHER.id), ANALYSTS])
def test_who_was_asked_is_read_as_it_was_written(whom: Whom) -> None:
    assert Whom.read(whom.text) == whom
    assert whom.includes(ESTHER)
    assert not whom.includes(replace(ESTHER, id="another", agency="durham"))


@pytest.mark.parametrize("proposal", list(ProposalState))
@pytest.mark.parametrize("asked", [True, False])
def test_only_an_open_proposal_waits(proposal: ProposalState, asked: bool) -> None:
    state = state_of(proposal, second_asked=asked)
    assert (state is CLOSED) is (proposal is not ProposalState.OPEN)
    assert state is CLOSED or (state is SECOND) is asked
