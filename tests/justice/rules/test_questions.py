"""Questions of policy: what may follow what, and how a question stands on a day."""

from datetime import date

import pytest

from pentameter.justice.rules.questions import (
    OWNERS,
    STEPS,
    Entry,
    State,
    following,
    is_question,
    may_add,
    may_strike,
    stands,
)

TODAY = date(2026, 11, 30)
RAISED, NOT, UNDER = State.RAISED, State.NOT_UNDER_REVIEW, State.UNDER_REVIEW
CONSULTED, DECIDED = State.CONSULTED_ON, State.DECIDED


def entry(state: State, on: str, number: int = 0) -> Entry:
    return Entry(state, date.fromisoformat(on), number)


LAUNCH = (entry(RAISED, "2007-10-03", 1), entry(NOT, "2007-10-03", 2), entry(DECIDED, "2010-04-01", 3))


def test_the_table_is_total_and_every_state_is_owned() -> None:
    assert set(STEPS) == {(one, other) for one in State for other in State}
    assert set(OWNERS) == set(State)
    assert all(found is after for (_, after), found in STEPS.items() if isinstance(found, State))


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        (RAISED, NOT, True),
        (RAISED, DECIDED, True),
        (NOT, RAISED, True),
        (UNDER, CONSULTED, True),
        (UNDER, RAISED, False),
        (CONSULTED, CONSULTED, True),
        (CONSULTED, RAISED, False),
        (DECIDED, RAISED, True),
        (DECIDED, UNDER, False),
        (DECIDED, DECIDED, False),
        (RAISED, RAISED, False),
    ],
)
def test_what_may_follow_what(before: State, after: State, *, allowed: bool) -> None:
    verdict = may_add([entry(before, "2007-10-03")], entry(after, "2008-01-01", 1), today=TODAY)
    assert verdict.allowed is allowed
    assert bool(verdict.reason) is not allowed


@pytest.mark.parametrize("state", list(State))
def test_the_first_entry_may_be_of_any_state(state: State) -> None:
    assert may_add([], entry(state, "2015-06-01"), today=TODAY).allowed


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2007-10-02", None), ("2007-10-03", NOT), ("2010-03-31", NOT), ("2010-04-01", DECIDED)],
)
def test_how_it_stands_on_a_day(on: str, expected: State | None) -> None:
    assert stands(LAUNCH, on=date.fromisoformat(on)) is expected


def test_what_is_learned_late_is_read_in_its_place() -> None:
    assert may_add(LAUNCH, entry(UNDER, "2008-11-01", 4), today=TODAY).allowed
    assert stands((*LAUNCH, entry(UNDER, "2008-11-01", 4)), on=date(2009, 1, 1)) is UNDER
    assert stands((*LAUNCH, entry(UNDER, "2008-11-01", 4)), on=TODAY) is DECIDED


def test_what_would_break_what_came_after_is_refused_and_says_which() -> None:
    verdict = may_add(LAUNCH, entry(DECIDED, "2009-01-01", 4), today=TODAY)
    assert verdict.reason == (
        "The entry of 1 April 2010 (decided) would follow decided. It stands like this already. An entry says what"
        " changed."
    )


def test_what_lies_ahead_is_no_entry() -> None:
    verdict = may_add([], entry(RAISED, "2026-12-01"), today=TODAY)
    assert verdict.reason == "1 December 2026 lies ahead. An entry says what has happened."


def test_an_entry_is_struck_if_the_rest_still_follows() -> None:
    assert may_strike(LAUNCH, LAUNCH[1]).allowed
    again = (*LAUNCH, entry(RAISED, "2012-01-01", 4), entry(UNDER, "2012-06-01", 5))
    verdict = may_strike(again, again[3])
    assert not verdict.allowed
    assert "The entry of 1 June 2012 (under review) would follow decided." in verdict.reason
    assert may_strike(again, again[4]).allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [("Should paying for sex be an offence?", True), ("Paying for sex should be an offence.", False), ("", False)],
)
def test_a_question_is_put_as_one(text: str, *, allowed: bool) -> None:
    assert is_question(text).allowed is allowed


def test_its_diagram_leads_out_of_every_state() -> None:
    assert set(following()) == set(State)
    assert all(following().values())
    assert following()[DECIDED] == {RAISED}
