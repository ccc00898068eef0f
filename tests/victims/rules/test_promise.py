"""What is said at once of the end: a day as things should go, or what must come first. Never that it expired."""

from datetime import date

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.promise import FirstEnd, at_the_earliest, first_end
from pentameter.victims.rules.protection import protection

GROUNDS = Event(EventKind.REASONABLE_GROUNDS, on=date(2026, 3, 3), outcome=Outcome.POSITIVE)


def told(place: str, found: date, today: date, *more: Event) -> FirstEnd:
    case = Case(place, frozenset([Event(EventKind.RECOGNISED, on=found), *more]))
    return first_end(protection(case, rule_book(), today=today).removal)


@pytest.mark.parametrize(
    ("place", "found", "day"),
    [
        ("england_wales", date(2026, 3, 1), date(2026, 3, 30)),
        ("scotland", date(2026, 3, 1), date(2026, 3, 30)),
        ("united_kingdom", date(2007, 10, 5), date(2007, 11, 4)),
        ("isle_of_man", date(2026, 3, 1), None),
        ("ireland", date(2007, 10, 5), None),
    ],
)
def test_on_the_day_of_the_rescue(place: str, found: date, day: date | None) -> None:
    end = told(place, found, found)
    assert end.day == day
    assert "expire" not in end.sentence


def test_while_a_first_decision_is_awaited_it_is_named() -> None:
    end = told("england_wales", date(2026, 3, 1), date(2026, 3, 1))
    assert "To come first: The reasonable grounds decision." in end.sentence
    assert "only a negative one could end her protection sooner" in end.sentence


def test_what_is_unknown_names_what_to_mend() -> None:
    assert told("isle_of_man", date(2026, 3, 1), date(2026, 3, 1)).sentence.startswith("No day can be named before")


def test_once_the_days_are_over_only_the_decision_is_named() -> None:
    grounds = Event(EventKind.REASONABLE_GROUNDS, on=date(2026, 3, 3), outcome=Outcome.POSITIVE)
    end = told("england_wales", date(2026, 3, 1), date(2026, 9, 1), grounds)
    assert end.day is None
    assert "The conclusive grounds decision" in end.sentence


def test_what_has_ended_says_when() -> None:
    end = told("united_kingdom", date(2007, 10, 5), date(2007, 12, 1))
    assert end.day == date(2007, 11, 4)


@pytest.mark.parametrize(
    ("place", "today", "more", "words"),
    [
        ("england_wales", date(2026, 3, 1), (), "30 March 2026; sooner only by a negative decision"),
        ("england_wales", date(2026, 3, 4), (GROUNDS,), "1 April 2026"),
        ("england_wales", date(2026, 9, 1), (GROUNDS,), "not before what is outstanding"),
        ("isle_of_man", date(2026, 3, 1), (), "no day can be named"),
    ],
)
def test_the_earliest_end_is_said_in_one_way(place: str, today: date, more: tuple[Event, ...], words: str) -> None:
    case = Case(place, frozenset([Event(EventKind.RECOGNISED, on=date(2026, 3, 1)), *more]))
    assert at_the_earliest(protection(case, rule_book(), today=today).removal) == words


def test_what_has_ended_is_said_to_have_ended() -> None:
    case = Case("united_kingdom", frozenset([Event(EventKind.RECOGNISED, on=date(2007, 10, 5))]))
    told_so = at_the_earliest(protection(case, rule_book(), today=date(2007, 12, 1)).removal)
    assert told_so == "it ended with 4 November 2007"
