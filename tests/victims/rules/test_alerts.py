"""Alerts are raised once for each notice, and once for what could end any day."""

from datetime import date, timedelta
from uuid import UUID

from pentameter.victims.rules.ahead import endings
from pentameter.victims.rules.alerts import Due, due, stem_of, words_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.protection import protection

CASE_ID = UUID(int=7)
DAY = date(2026, 2, 1)
LEAVE = Event(EventKind.LEAVE_GRANTED, on=DAY, until=date(2026, 6, 30))
GROUNDS = Event(EventKind.REASONABLE_GROUNDS, on=DAY, outcome=Outcome.NEGATIVE)
CASE = Case("england_wales", frozenset({GROUNDS, LEAVE}))


def on(case: Case, today: date) -> tuple[Due, ...]:
    ahead = endings(case, rule_book(), today=today)
    return due(CASE_ID, "H-0000-0000", protection(case, rule_book(), today=today), ahead)


def keys(case: Case, first: date, days: int) -> list[str]:
    found = dict.fromkeys(one.key for day in range(days) for one in on(case, first + timedelta(days=day)))
    return [key for key in found if ":removal:" in key and key.startswith("ending:")]


def test_three_notices_of_one_ending() -> None:
    found = keys(CASE, date(2026, 6, 1), 30)
    assert [key.rpartition(":")[2] for key in found] == ["14", "7", "2"]
    assert len({stem_of(key) for key in found}) == 1


def test_what_could_end_any_day_is_said_once() -> None:
    waiting = Case("england_wales", frozenset({Event(EventKind.RECOGNISED, on=DAY)}))
    found = keys(waiting, DAY, 60)
    assert len(found) == 1
    assert found[0].endswith(":0")


def test_a_worker_that_was_away_gives_the_shortest_notice() -> None:
    (missed,) = [one for one in on(CASE, date(2026, 6, 25)) if one.kind == "ending"]
    assert missed.notice == 7
    assert missed.due_on == date(2026, 6, 30)
    assert "Nothing else protects then." in missed.sentence


def test_what_ended_is_said_and_not_for_ever() -> None:
    assert [one.kind for one in on(CASE, date(2026, 7, 2)) if "removal" in one.key] == ["ended"]
    assert [one for one in on(CASE, date(2026, 9, 2)) if "removal" in one.key] == []
    assert words_of("ending") == "could end"
    assert words_of("referral_late") == "referral late"
