"""A case is not erased while anything of it is owed to her, but for her own sake."""

from datetime import date

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.erasure import Why, may_agree, may_erase
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.protection import Protection, protection

DAY = date(2010, 2, 1)
FOUND = Event(EventKind.RECOGNISED, on=DAY)
REFUSED = Event(EventKind.REASONABLE_GROUNDS, on=DAY, outcome=Outcome.NEGATIVE)
WITHDRAWN = Event(EventKind.WITHDRAWN, on=DAY)


def at(*events: Event) -> Protection:
    return protection(Case("england_wales", frozenset(events)), rule_book(), today=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("events", "why", "told", "said"),
    [
        ((FOUND,), Why.MISTAKE, False, "while it protects"),
        ((), Why.TIME_IS_OVER, False, "while it protects"),
        ((FOUND,), Why.SHE_ASKS, False, "Only she herself"),
        ((FOUND,), Why.SHE_ASKS, True, ""),
        ((FOUND, REFUSED), Why.TIME_IS_OVER, False, ""),
        ((FOUND, REFUSED, WITHDRAWN), Why.TIME_IS_OVER, False, "outstanding"),
    ],
)
def test_when_a_case_may_be_erased(events: tuple[Event, ...], why: Why, told: bool, said: str) -> None:
    verdict = may_erase(CaseState.CLOSED, at(*events), why=why, was_told=told)
    assert said in verdict.reason
    assert verdict.allowed is not bool(said)


def test_once_and_by_two() -> None:
    assert "already" in may_erase(CaseState.ERASED, at(FOUND), why=Why.SHE_ASKS, was_told=True).reason
    assert may_agree(asked_by="a", by="b").allowed
    assert not may_agree(asked_by="a", by="a").allowed
