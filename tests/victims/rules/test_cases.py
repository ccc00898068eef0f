"""The values of a case, and when it takes anything more."""

from datetime import date

import pytest

from pentameter.victims.rules.cases import Age, CaseState, Identity, may_be_rescued_on, may_write

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(("age", "child"), [(Age.ADULT, False), (Age.CHILD, True), (Age.MAYBE_CHILD, True)])
def test_who_may_be_a_child_counts_as_one(age: Age, child: bool) -> None:
    assert age.counts_as_child is child
    assert age.words


@pytest.mark.parametrize(
    ("state", "allowed"), [(CaseState.OPEN, True), (CaseState.CLOSED, False), (CaseState.ERASED, False)]
)
def test_only_an_open_case_takes_more(state: CaseState, allowed: bool) -> None:
    assert may_write(state).allowed is allowed


@pytest.mark.parametrize(
    ("day", "allowed"), [(TODAY, True), (date(2007, 10, 3), True), (date(2026, 3, 2), False), (date(1999, 1, 1), False)]
)
def test_she_was_found_on_a_day_that_has_been(day: date, allowed: bool) -> None:
    assert may_be_rescued_on(day, today=TODAY).allowed is allowed


def test_facts_come_back_as_they_were_sealed_and_unknown_ones_are_left() -> None:
    who = Identity(given="Zorana", surname="Testova", documents=("X1",))
    assert Identity.from_json({**who.as_json(), "documents": ["X1"], "of another version": 1}) == who
    assert who.shown == "Zorana Testova"
    assert Identity.from_json(None).shown == "Name not known"
