"""What may become of what support keeps: a table a caseworker could read, and its days."""

from datetime import date, timedelta

import pytest

from pentameter.victims.rules.support import (
    LEVELS,
    MOVES,
    NEEDS_REASON,
    EntryKind,
    EntryState,
    FlagKind,
    flag_stands,
    may_assess,
    may_be_due,
    may_end_flag,
    may_end_stay,
    may_flag,
    may_move,
    may_rewrite,
    may_stay,
    overdue,
)

FOUND, TODAY = date(2007, 10, 5), date(2007, 11, 1)
DAY = timedelta(days=1)
Kind, State = EntryKind, EntryState


def test_the_table_of_what_may_become_of_things_is_total_and_closed() -> None:
    assert set(MOVES) == set(EntryKind)
    for moves in MOVES.values():
        assert set(moves) <= set(EntryState)


@pytest.mark.parametrize("kind", EntryKind)
@pytest.mark.parametrize("state", EntryState)
@pytest.mark.parametrize("to", EntryState)
def test_only_what_the_table_names_may_be(kind: EntryKind, state: EntryState, to: EntryState) -> None:
    named = to in MOVES[kind].get(state, ())
    assert may_move(kind, state, to, reason="She said so.").allowed is named
    if named:
        assert may_move(kind, state, to).allowed is (to not in NEEDS_REASON)


@pytest.mark.parametrize(
    ("kind", "state", "allowed"),
    [
        (Kind.TASK, State.LIVE, True),
        (Kind.APPOINTMENT, State.LIVE, True),
        (Kind.TASK, State.DONE, False),
        (Kind.RISK, State.LIVE, False),
        (Kind.NOTE, State.LIVE, False),
        (Kind.FLAG, State.LIVE, False),
        (Kind.EXIT, State.LIVE, False),
    ],
)
def test_only_plans_are_written_anew(kind: EntryKind, state: EntryState, allowed: bool) -> None:
    assert may_rewrite(kind, state).allowed is allowed


@pytest.mark.parametrize(
    ("on", "review_on", "allowed"),
    [
        (TODAY, TODAY + 28 * DAY, True),
        (FOUND, FOUND + 366 * DAY, True),
        (FOUND, FOUND + 367 * DAY, False),
        (TODAY, TODAY, False),
        (TODAY, None, False),
        (TODAY + DAY, TODAY + 28 * DAY, False),
        (FOUND - DAY, TODAY, False),
    ],
)
def test_an_assessment_has_a_day_and_a_next_one(on: date, review_on: date | None, allowed: bool) -> None:
    assert may_assess(on, review_on, found_on=FOUND, today=TODAY).allowed is allowed


@pytest.mark.parametrize(
    ("due_on", "allowed"), [(FOUND, True), (TODAY, True), (FOUND - DAY, False), (date(2099, 1, 1), False)]
)
def test_a_task_is_due_when_it_can_be(due_on: date, allowed: bool) -> None:
    assert may_be_due(due_on, found_on=FOUND).allowed is allowed


def test_the_last_day_counts_whole() -> None:
    assert not overdue(State.LIVE, TODAY, today=TODAY)
    assert overdue(State.LIVE, TODAY - DAY, today=TODAY)
    assert not overdue(State.DONE, TODAY - DAY, today=TODAY)
    assert not overdue(State.LIVE, None, today=TODAY)
    assert flag_stands(State.LIVE, TODAY, today=TODAY)
    assert not flag_stands(State.LIVE, TODAY - DAY, today=TODAY)
    assert not flag_stands(State.ENDED, None, today=TODAY)


@pytest.mark.parametrize(
    ("since", "until", "before", "allowed"),
    [
        (TODAY, None, None, True),
        (TODAY, TODAY + DAY, FOUND, True),
        (TODAY, TODAY - DAY, None, False),
        (TODAY + DAY, None, None, False),
        (FOUND - DAY, None, None, False),
        (FOUND, None, FOUND + DAY, False),
    ],
)
def test_stays_follow_one_another(since: date, until: date | None, before: date | None, allowed: bool) -> None:
    assert may_stay(since, until, found_on=FOUND, before=before, today=TODAY).allowed is allowed


def test_a_stay_ends_after_it_began_and_not_in_the_future() -> None:
    assert may_end_stay(TODAY, since=FOUND, today=TODAY).allowed
    assert not may_end_stay(TODAY + DAY, since=FOUND, today=TODAY).allowed
    assert not may_end_stay(FOUND - DAY, since=FOUND, today=TODAY).allowed


@pytest.mark.parametrize(
    ("kind", "until", "since", "allowed"),
    [
        (FlagKind.SELF_HARM, None, TODAY, True),
        (FlagKind.SELF_HARM, TODAY, TODAY, True),
        (FlagKind.SELF_HARM, TODAY - DAY, FOUND, False),
        (FlagKind.SELF_HARM, None, TODAY + DAY, False),
        (FlagKind.DO_NOT_CALL, None, TODAY, False),
        (FlagKind.ANONYMITY, None, TODAY, True),
        (FlagKind.ANONYMITY, TODAY + DAY, TODAY, False),
    ],
)
def test_flags(kind: FlagKind, until: date | None, since: date, allowed: bool) -> None:
    live = {FlagKind.DO_NOT_CALL}
    assert may_flag(kind, until, live=live, since=since, today=TODAY).allowed is allowed


def test_anonymity_is_for_life() -> None:
    assert not may_end_flag(FlagKind.ANONYMITY).allowed
    assert all(may_end_flag(kind).allowed for kind in FlagKind if kind is not FlagKind.ANONYMITY)


def test_every_kind_state_and_flag_has_its_words() -> None:
    assert all(one.words for kinds in (EntryKind, EntryState, FlagKind) for one in kinds)
    assert set(LEVELS) == {Kind.RISK, Kind.NEEDS, Kind.RECOVERY}
