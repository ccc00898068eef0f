"""What would leave her less protected is seen, whatever is struck out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.kernel.actor import Role
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.correcting import may_agree, may_strike, shortens, without
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.protection import protection
from victims.rules import chance

DAY = date(2026, 2, 1)
FOUND = Event(EventKind.RECOGNISED, on=DAY)
GROUNDS = Event(EventKind.REASONABLE_GROUNDS, on=DAY, outcome=Outcome.POSITIVE)
AGAINST = Event(EventKind.CONCLUSIVE_GROUNDS, on=date(2026, 3, 20), outcome=Outcome.NEGATIVE)
LEAVE = Event(EventKind.LEAVE_GRANTED, on=DAY, until=date(2027, 2, 1))
ENGLAND = Case("england_wales", frozenset({FOUND, GROUNDS}))


@pytest.mark.parametrize(
    ("events", "struck", "today", "said"),
    [
        ({FOUND, GROUNDS}, GROUNDS, date(2026, 2, 10), "It would"),
        ({FOUND, GROUNDS, AGAINST}, AGAINST, date(2026, 6, 1), ""),
        ({FOUND, GROUNDS, AGAINST, LEAVE}, LEAVE, date(2026, 6, 1), "end protection from removal"),
        ({FOUND, GROUNDS, LEAVE}, LEAVE, date(2026, 3, 1), "It would"),
        ({FOUND, GROUNDS, Event(EventKind.REFERRED)}, Event(EventKind.REFERRED), date(2026, 3, 1), "cannot end"),
        ({FOUND, GROUNDS, Event(EventKind.REMOVAL_CHECKED, on=DAY)}, Event(EventKind.REMOVAL_CHECKED, on=DAY), DAY, ""),
    ],
)
def test_what_would_be_lost(events: set[Event], struck: Event, today: date, said: str) -> None:
    case = Case("england_wales", frozenset(events))
    lost = shortens(case, without(case, struck), rule_book(), today=today)
    assert said in lost
    assert bool(said) is bool(lost)


@given(st.randoms(use_true_random=False))
def test_what_shortens_nothing_leaves_no_day_unprotected(rng) -> None:
    book = rule_book()
    case = chance.case(rng, book, events=rng.randint(1, 6))
    struck = sorted(case.events, key=repr)[0]
    today = max((one.on for one in case.events if one.on), default=DAY)
    if shortens(case, without(case, struck), book, today=today):
        return
    for ahead in range(0, 140, 7):
        day = today + timedelta(days=ahead)
        before, after = protection(case, book, today=day), protection(without(case, struck), book, today=day)
        for old, new in zip(before.clocks, after.clocks, strict=True):
            assert new.protected or not old.protected, (day, old.clock)


def test_who_may_strike_out_and_who_may_agree() -> None:
    assert "Say why" in may_strike(FOUND, Role.CASEWORKER, reason=" ").reason
    assert "Only those who decide" in may_strike(GROUNDS, Role.DUTY_DESK, reason="wrong").reason
    assert may_strike(GROUNDS, Role.DECISION_MAKER, reason="wrong").allowed
    assert not may_agree(asked_by="a", by="a").allowed
    assert may_agree(asked_by="a", by="b").allowed
