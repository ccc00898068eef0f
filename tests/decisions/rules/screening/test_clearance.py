"""When a list may be called clear: one table, read from above. Whatever is not certain stands against."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from pentameter.decisions.rules.screening.clearance import (
    ListFacts,
    Soundness,
    Stage,
    Standing,
    is_sound,
    may_call_clear,
    may_say_none,
    needs_checking_again,
    standing,
)
from pentameter.kernel.verdict import ALLOWED, refused

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
TODAY = date(2026, 11, 24)
SOUND = Soundness(now=NOW, today=TODAY, workers=1, looked_ahead_on=TODAY, mark=7, complete=ALLOWED)
CLEAR = ListFacts(Stage.DONE, NOW - timedelta(hours=1), 7, unreadable=0, lines=500, unanswered=0, to_answer=0, held=0)
DAY = timedelta(days=1)

TABLE = [
    # what is so, the list, the system, how it stands, whether "no hold found" may be said of a line
    ("everything is in order", {}, {}, Standing.CLEARED, True),
    ("it was received", {"stage": Stage.RECEIVED, "checked_at": None, "mark": None}, {}, Standing.READING, False),
    ("it is being checked", {"stage": Stage.CHECKING, "checked_at": None, "mark": None}, {}, Standing.CHECKING, False),
    ("it is being checked again", {"stage": Stage.CHECKING}, {}, Standing.AGAIN, False),
    ("it could not be read", {"stage": Stage.REFUSED, "checked_at": None, "mark": None}, {}, Standing.REFUSED, False),
    ("nobody works", {}, {"workers": 0}, Standing.UNSURE, False),
    ("nobody has looked ahead", {}, {"looked_ahead_on": None}, Standing.UNSURE, False),
    ("the look-ahead is of yesterday", {}, {"looked_ahead_on": TODAY - DAY}, Standing.UNSURE, False),
    ("a restore is not confirmed", {}, {"complete": refused("Restored.")}, Standing.UNSURE, False),
    ("a case does not open", {"unreadable": 1}, {}, Standing.UNSURE, False),
    ("a line was not checked", {"unanswered": 1}, {}, Standing.UNSURE, False),
    ("the list has no lines", {"lines": 0}, {}, Standing.UNSURE, False),
    ("24 hours are over", {"checked_at": NOW - DAY}, {}, Standing.EXPIRED, False),
    ("24 hours are almost over", {"checked_at": NOW - DAY + timedelta(seconds=1)}, {}, Standing.CLEARED, True),
    ("the clock stands before the check", {"checked_at": NOW + timedelta(hours=1)}, {}, Standing.EXPIRED, False),
    ("somebody became protected since", {}, {"mark": 8}, Standing.AGAIN, False),
    ("a mark went back, as after a backup", {}, {"mark": 6}, Standing.AGAIN, False),
    ("the desk has to answer", {"to_answer": 1, "held": 1}, {}, Standing.TO_ANSWER, True),
    ("a line is held", {"held": 1}, {}, Standing.HELD, True),
    ("degraded, and a line is open", {"to_answer": 1, "held": 1}, {"workers": 0}, Standing.UNSURE, False),
    ("too old, and the holds moved", {"checked_at": NOW - DAY}, {"mark": 8}, Standing.EXPIRED, False),
]


@pytest.mark.parametrize(("so", "listed", "system", "stands", "none"), TABLE, ids=[row[0] for row in TABLE])
def test_the_table(so: str, listed: dict, system: dict, stands: Standing, none: bool) -> None:
    found, state = replace(CLEAR, **listed), replace(SOUND, **system)
    assert standing(found, state) is stands
    assert may_call_clear(found, state).allowed is (stands is Standing.CLEARED)
    assert may_say_none(found, state).allowed is none
    assert bool(may_call_clear(found, state).reason) is (stands is not Standing.CLEARED)


def test_whatever_else_is_so_one_thing_that_is_not_in_order_is_enough() -> None:
    wrong = [row for row in TABLE if row[3] is not Standing.CLEARED]
    for one, other in product(wrong, wrong):
        found = replace(CLEAR, **{**other[1], **one[1]})
        state = replace(SOUND, **{**other[2], **one[2]})
        assert not may_call_clear(found, state).allowed, (one[0], other[0])


def test_the_system_says_what_it_lacks() -> None:
    assert is_sound(SOUND).allowed
    assert "starting" in is_sound(replace(SOUND, workers=0)).reason
    assert "stale" in is_sound(replace(SOUND, looked_ahead_on=TODAY - DAY)).reason


def test_what_is_live_and_was_checked_against_other_holds_is_checked_again() -> None:
    assert not needs_checking_again(CLEAR, SOUND)
    assert needs_checking_again(CLEAR, replace(SOUND, mark=8))
    assert not needs_checking_again(replace(CLEAR, checked_at=NOW - DAY), replace(SOUND, mark=8))
    assert not needs_checking_again(replace(CLEAR, stage=Stage.CHECKING), replace(SOUND, mark=8))
