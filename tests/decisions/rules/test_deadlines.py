"""Days of decisions: what cannot be, and how long she may ask again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.decisions.rules.deadlines import (
    WINDOW_DAYS,
    Window,
    may_ask,
    may_be_decided_on,
    may_be_opened_on,
    may_be_served_on,
    may_still_ask,
    may_take_up_late,
    outstanding,
    target,
    window,
)
from pentameter.decisions.rules.states import Kind, Result, State

RG, CG = Kind.REASONABLE_GROUNDS, Kind.CONCLUSIVE_GROUNDS
NEG = Result.NEGATIVE


@pytest.mark.parametrize(
    ("served_on", "last"),
    [
        ("2026-01-10", "2026-02-09"),
        ("2024-01-30", "2024-02-29"),
        ("2026-10-20", "2026-11-19"),
        ("2026-03-01", "2026-03-31"),
    ],
)
def test_thirty_days_from_the_day_after_she_was_served(served_on: str, last: str) -> None:
    found = window(CG, NEG, served_on=date.fromisoformat(served_on))
    assert found == Window(date.fromisoformat(last))


@given(st.dates(date(2007, 1, 1), date(2040, 1, 1)), st.sampled_from([RG, CG]))
def test_it_is_never_cut_short(served_on: date, kind: Kind) -> None:
    found = window(kind, NEG, served_on=served_on)
    assert found is not None
    days = [served_on + timedelta(days=n) for n in range(1, 60)]
    assert sum(found.open_on(day) for day in days) == WINDOW_DAYS
    assert found.open_on(days[29])
    assert not found.open_on(days[30])


def test_before_she_was_served_it_does_not_run_out() -> None:
    found = window(RG, NEG, served_on=None)
    assert found is not None
    assert found.open_on(date(2040, 1, 1))


@pytest.mark.parametrize(("kind", "result"), [(RG, Result.POSITIVE), (Kind.ASYLUM, Result.REFUSED), (CG, None)])
def test_others_open_none(kind: Kind, result: Result | None) -> None:
    found = window(kind, result, served_on=date(2026, 1, 1))
    assert found is None
    assert "Only a negative decision" in may_ask(found, today=date(2026, 1, 2), because="").reason


def test_a_late_request_says_why() -> None:
    found = window(CG, NEG, served_on=date(2026, 1, 1))
    assert may_ask(found, today=date(2026, 1, 31), because="").allowed
    assert "31 January 2026" in may_ask(found, today=date(2026, 2, 1), because=" ").reason
    assert may_ask(found, today=date(2026, 2, 1), because="She was in hospital.").allowed
    assert not may_take_up_late(late=True, because="").allowed
    assert may_take_up_late(late=True, because="The hospital confirms it.").allowed
    assert may_take_up_late(late=False, because="").allowed


OPENED = date(2026, 3, 2)
TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("day", "born", "because"),
    [
        (date(2026, 3, 20), "", ""),
        (date(2026, 3, 2), "1989", ""),
        (date(2026, 3, 21), "", "has not come yet"),
        (date(2026, 3, 1), "", "before this matter was opened"),
        (date(1988, 3, 1), "1989-02-28", "before she was born"),
        (date(1989, 2, 27), "1989-02-28", "before she was born"),
        (date(1989, 2, 28), "1989-02-28", "before this matter was opened"),
        (date(1989, 1, 31), "1989-02", "before she was born"),
        (date(1988, 12, 31), "1989", "before she was born"),
    ],
)
def test_a_decision_has_a_possible_day(day: date, born: str, because: str) -> None:
    verdict = may_be_decided_on(day, opened_on=OPENED, today=TODAY, born=born)
    assert verdict.allowed == (not because)
    assert because in verdict.reason


@pytest.mark.parametrize(
    ("day", "born", "because"),
    [
        (TODAY, "1989", ""),
        (TODAY + timedelta(days=1), "", "has not come yet"),
        (date(1988, 1, 1), "1989", "before she was born"),
        (date(1999, 1, 1), "", "before anything that is recorded"),
    ],
)
def test_a_matter_is_opened_on_a_possible_day(day: date, born: str, because: str) -> None:
    verdict = may_be_opened_on(day, today=TODAY, born=born)
    assert verdict.allowed == (not because)
    assert because in verdict.reason


@pytest.mark.parametrize(
    ("day", "decided_on", "because"),
    [
        (TODAY, OPENED, ""),
        (OPENED, OPENED, ""),
        (TODAY, None, "before it is decided"),
        (OPENED, TODAY, "lies before the decision"),
        (TODAY + timedelta(days=1), OPENED, "has not come yet"),
    ],
)
def test_nothing_is_served_before_it_is_decided(day: date, decided_on: date | None, because: str) -> None:
    verdict = may_be_served_on(day, decided_on=decided_on, today=TODAY)
    assert verdict.allowed == (not because)
    assert because in verdict.reason


def test_five_working_days_are_aimed_at_for_reasonable_grounds() -> None:
    assert target(RG, date(2026, 3, 6)) == date(2026, 3, 13)
    assert target(CG, date(2026, 3, 6)) is None


@pytest.mark.parametrize(
    ("kind", "state", "result", "served_on", "said"),
    [
        (CG, State.OPEN, None, None, "conclusive grounds is open"),
        (Kind.RECONSIDERATION, State.CONSIDERING, None, None, "reconsideration is open"),
        (CG, State.DECIDED, NEG, None, "not served yet"),
        (CG, State.SERVED, NEG, date(2026, 3, 1), "until 31 March 2026"),
        (CG, State.SERVED, NEG, date(2026, 1, 1), ""),
        (CG, State.SERVED, Result.POSITIVE, date(2026, 3, 1), ""),
        (CG, State.WITHDRAWN, None, None, ""),
        (Kind.ASYLUM, State.SERVED, Result.GRANTED, date(2020, 1, 1), "Asylum was granted"),
    ],
)
def test_what_is_left_open_is_said(
    kind: Kind, state: State, result: Result | None, served_on: date | None, said: str
) -> None:
    found = outstanding(kind, state, result, served_on=served_on, today=TODAY)
    assert bool(found) == bool(said)
    assert said in found


@pytest.mark.parametrize(
    ("kind", "state", "result", "served", "said"),
    [
        (CG, State.DECIDED, NEG, None, "was not served yet"),
        (RG, State.SERVED, NEG, date(2026, 1, 1), "until 31 January 2026"),
        (CG, State.SERVED, NEG, date(2025, 12, 31), ""),
        (CG, State.SERVED, Result.POSITIVE, date(2026, 1, 1), ""),
        (CG, State.CONSIDERING, None, None, ""),
        (Kind.RECONSIDERATION, State.SERVED, NEG, date(2026, 1, 1), ""),
        (Kind.ASYLUM, State.SERVED, Result.REFUSED, date(2026, 1, 1), ""),
    ],
)
def test_she_may_still_ask_from_the_decision_to_thirty_days_after_its_serving(
    kind: Kind, state: State, result: Result | None, served: date | None, said: str
) -> None:
    found = may_still_ask(kind, state, result, served_on=served, today=date(2026, 1, 31))
    assert said in found if said else found == ""
