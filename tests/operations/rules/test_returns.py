"""When a week's return may be filed, and what it may say."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.kernel.periods import Period
from pentameter.operations.rules.returns import GRACE, MOST, Looked, WeekReturn, is_coherent, may_file_return, touches

WAVE = Period(date(2007, 10, 3), date(2008, 3, 31))  # a Wednesday to a Monday
WHOLE = [WAVE]

FILING = [
    # what, week, taking part, today, allowed
    ("the week in which the wave begins", date(2007, 10, 1), WHOLE, date(2007, 10, 5), True),
    ("a week in the middle, late", date(2007, 10, 15), WHOLE, date(2008, 1, 2), True),
    ("the present week, on its Monday", date(2007, 10, 15), WHOLE, date(2007, 10, 15), True),
    ("a Tuesday", date(2007, 10, 16), WHOLE, date(2007, 10, 20), False),
    ("the week before the wave", date(2007, 9, 24), WHOLE, date(2007, 10, 5), False),
    ("the week of its last day", date(2008, 3, 31), WHOLE, date(2008, 4, 2), True),
    ("the week after its end", date(2008, 4, 7), WHOLE, date(2008, 4, 9), False),
    ("next week", date(2007, 10, 22), WHOLE, date(2007, 10, 21), False),
    ("28 days after the end", date(2008, 3, 31), WHOLE, date(2008, 4, 28), True),
    ("29 days after the end", date(2008, 3, 31), WHOLE, date(2008, 4, 29), False),
    ("nobody took part", date(2007, 10, 15), [], date(2007, 10, 20), False),
    ("joined on the Sunday", date(2007, 10, 15), [Period(date(2007, 10, 21))], date(2007, 10, 22), True),
    ("joined on the Monday after", date(2007, 10, 15), [Period(date(2007, 10, 22))], date(2007, 10, 22), False),
    (
        "left on that Monday",
        date(2007, 10, 15),
        [Period(date(2007, 10, 3), date(2007, 10, 15))],
        date(2007, 10, 22),
        True,
    ),
    (
        "left the day before",
        date(2007, 10, 15),
        [Period(date(2007, 10, 3), date(2007, 10, 14))],
        date(2007, 10, 22),
        False,
    ),
]


@pytest.mark.parametrize(("week", "parts", "today", "allowed"), [row[1:] for row in FILING], ids=[r[0] for r in FILING])
def test_when_a_return_may_be_filed(week: date, parts: list[Period], today: date, allowed: bool) -> None:
    verdict = may_file_return(WAVE, parts, week=week, today=today)
    assert verdict.allowed is allowed
    assert verdict.allowed or verdict.reason.endswith(".")


def test_an_open_wave_never_closes_its_weeks() -> None:
    assert may_file_return(Period(date(2007, 10, 3)), WHOLE, week=date(2007, 10, 8), today=date(2020, 1, 1)).allowed


SAYING = [
    # what, looked, premises, people, arrests, hours, text, allowed
    ("found two people", Looked.FOUND, 3, 2, 0, None, "", True),
    ("found, in words alone", Looked.FOUND, None, None, None, None, "A new address.", True),
    ("found, with nothing said", Looked.FOUND, 0, 0, 0, None, "  ", False),
    ("nil, with nothing but the word", Looked.NIL, None, None, None, None, "", True),
    ("nil after three visits", Looked.NIL, 3, 0, 0, Decimal("37.5"), "Two with the fire service.", True),
    ("nil with a person", Looked.NIL, 3, 1, 0, None, "", False),
    ("nil with an arrest", Looked.NIL, 3, 0, 1, None, "", False),
    ("did not look", Looked.NOT_LOOKED, None, 0, None, Decimal(0), "Staff moved to another inquiry.", True),
    ("did not look, for six hours", Looked.NOT_LOOKED, None, None, None, Decimal(6), "", False),
    ("did not look at one premises", Looked.NOT_LOOKED, 1, None, None, None, "", False),
    ("less than nothing", Looked.FOUND, -1, 2, None, None, "", False),
    ("hours less than nothing", Looked.FOUND, None, 2, None, Decimal("-0.5"), "", False),
    ("more arrests than can be", Looked.FOUND, None, None, 1_001, None, "", False),
    ("as many as can be", Looked.FOUND, 1_000, 1_000, 1_000, Decimal(20_000), "", True),
]


@pytest.mark.parametrize(
    ("looked", "premises", "people", "arrests", "hours", "text", "allowed"),
    [row[1:] for row in SAYING],
    ids=[row[0] for row in SAYING],
)
def test_what_a_return_may_say(looked, premises, people, arrests, hours, text, allowed) -> None:
    word = WeekReturn(date(2007, 10, 15), looked, premises, people, arrests, hours, text)
    assert is_coherent(word).allowed is allowed


def test_a_contradiction_is_named() -> None:
    both = WeekReturn(date(2007, 10, 15), Looked.NIL, people_found=2, arrests=1)
    expected = "A nil return says that nothing was found, but people found and arrests are above 0. Choose one."
    assert is_coherent(both).reason == expected


DAYS = st.dates(date(2006, 1, 1), date(2030, 12, 31))


@given(DAYS, DAYS, DAYS, DAYS, DAYS)
def test_filing_agrees_with_walking_day_by_day(start: date, end: date, joined: date, week: date, today: date) -> None:
    wave = Period(start, max(start, end))
    days = [week + timedelta(days=n) for n in range(7)]
    slow = (
        week.weekday() == 0
        and any(day in wave for day in days)
        and any(joined <= day for day in days)
        and week <= today <= wave.end + GRACE
    )
    assert may_file_return(wave, [Period(joined)], week=week, today=today).allowed is slow


@given(DAYS, DAYS, DAYS)
def test_a_span_touches_a_week_if_it_has_a_day_in_it(start: date, end: date, week: date) -> None:
    span = Period(start, max(start, end))
    assert touches(span, week) is any(week + timedelta(days=n) in span for n in range(7))


COUNTS = st.none() | st.integers(0, MOST["arrests"])
WORDS = st.builds(
    WeekReturn,
    week=st.just(date(2007, 10, 15)),
    looked=st.sampled_from(Looked),
    premises_visited=COUNTS,
    people_found=COUNTS,
    arrests=COUNTS,
    hours=st.none() | st.decimals(0, 100, places=1),
    text=st.text(max_size=20),
)


@given(WORDS, WORDS)
def test_two_returns_have_one_digest_only_if_they_say_the_same(one: WeekReturn, other: WeekReturn) -> None:
    def said(word: WeekReturn) -> tuple[object, ...]:
        figures = (word.premises_visited, word.people_found, word.arrests, word.hours)
        return (word.looked, *figures, word.text.strip())

    assert (one.digest == other.digest) is (said(one) == said(other))


@given(WORDS)
def test_a_nil_return_that_stands_has_found_nobody(word: WeekReturn) -> None:
    if is_coherent(word).allowed and word.looked is not Looked.FOUND:
        assert not word.people_found
        assert not word.arrests
