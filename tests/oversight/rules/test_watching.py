"""The five patterns, and what is like them and is work."""

from datetime import datetime, timedelta

import pytest

from oversight.looking import DAY, HOUR, MINUTE, MONDAY, Known, row, seen
from pentameter.decisions.rules.screening.trawling import CheckFact
from pentameter.oversight.rules.looks import Likeness
from pentameter.oversight.rules.patterns import Pattern
from pentameter.oversight.rules.rows import Row
from pentameter.oversight.rules.ties import CaseFact, Need
from pentameter.oversight.rules.watching import SETTLES, Watch

NIGHT = datetime(2026, 3, 10, 1, 0, tzinfo=MONDAY.tzinfo)


def cases(*works: str, closed: timedelta | None = None) -> dict[str, CaseFact]:
    """Cases of these colleagues, in their order: c0, c1 and on."""
    day = (MONDAY - closed).date() if closed is not None else None
    return {f"c{place}": CaseFact("durham", one, one, day) for place, one in enumerate(works)}


def read(number: int, *, apart: timedelta = MINUTE, begins: datetime = MONDAY, event: str = "case_read") -> list[Row]:
    """So many different records, one after another."""
    return [row(begins + place * apart, event, f"c{place}", seq=place + 1) for place in range(number)]


def test_three_colleagues_cases_in_one_sitting_are_told() -> None:
    assert seen(read(3), Known(cases("a", "b", "c"))) == [Pattern.UNCONNECTED]


@pytest.mark.parametrize(
    ("rows", "known"),
    [
        (read(2), Known(cases("a", "b"))),
        (read(5), Known(cases("a", "a", "a", "a", "b"))),
        (read(4, apart=2 * HOUR), Known(cases("a", "b", "c", "d"))),
        (read(3), Known(cases("a", "b", "c"), {("p1", f"c{one}"): (Need(MONDAY - DAY),) for one in range(3)})),
        ([*read(3), *(row(MONDAY + HOUR, "case_changed", f"c{one}") for one in range(3))], Known(cases("a", "b", "c"))),
    ],
    ids=["two", "of one colleague", "over a day", "assigned", "worked on within two hours"],
)
def test_covering_is_no_pattern(rows: list[Row], known: Known) -> None:
    assert seen(rows, known) == []


def test_where_few_work_many_cases_are_told_whosever_they_are() -> None:
    assert seen(read(6, apart=HOUR), Known(cases(*"ababab"))) == [Pattern.UNCONNECTED]


def test_an_act_of_a_stranger_ties_nobody_else() -> None:
    rows = [*read(3), *(row(MONDAY + HOUR, "case_changed", f"c{one}", person="p2") for one in range(3))]
    assert seen(rows, Known(cases("a", "b", "c"))) == [Pattern.UNCONNECTED]


@pytest.mark.parametrize("kind", list(Likeness))
def test_ones_own_surname_or_address_is_told(kind: Likeness) -> None:
    known = Known(cases("a"), likenesses={1: frozenset({kind})})
    assert seen([row(MONDAY, subject="c0")], known) == [Pattern.LIKENESS]


def test_a_namesake_in_ones_own_case_is_not() -> None:
    known = Known(cases("a"), {("p1", "c0"): (Need(MONDAY - DAY),)}, {1: frozenset({Likeness.SURNAME})})
    assert seen([row(MONDAY, subject="c0")], known) == []


def test_a_common_surname_is_told_only_where_it_comes_up_oftener_than_by_chance() -> None:
    alike = {one: frozenset({Likeness.SURNAME}) for one in range(1, 7)}
    searches = [row(MONDAY + one * MINUTE, "searched", "", seq=one) for one in range(1, 7)]
    assert seen(searches[:2], Known(likenesses=alike, rare=0.03)) == []
    assert set(seen(searches, Known(likenesses=alike, rare=0.03))) == {Pattern.LIKENESS}


def test_the_same_record_is_not_told_twice_in_four_weeks() -> None:
    known = Known(likenesses={one: frozenset({Likeness.ADDRESS}) for one in (1, 2, 3)})
    again = [row(MONDAY + one * DAY, "thing_read", "t1", seq=number) for number, one in ((1, 0), (2, 5), (3, 30))]
    assert seen(again, known) == [Pattern.LIKENESS] * 2


def test_much_at_night_is_told() -> None:
    assert seen(read(18, begins=NIGHT, event="report_read")) == [Pattern.NIGHT_BURST]


@pytest.mark.parametrize(
    "rows",
    [read(17, begins=NIGHT, event="report_read"), read(40, begins=MONDAY, event="report_read")],
    ids=["a busy hour", "by day"],
)
def test_neither_night_nor_much_alone_is(rows: list[Row]) -> None:
    assert seen(rows) == []


def test_who_works_nights_has_a_habit_of_it() -> None:
    nights = [one for day in (0, 1, 2) for one in read(16, begins=NIGHT + day * DAY, event="report_read")]
    assert seen([*nights, *read(32, begins=NIGHT + 3 * DAY, event="report_read")]) == []
    assert seen([*nights, *read(33, begins=NIGHT + 3 * DAY, event="report_read")]) == [Pattern.NIGHT_BURST]


def test_what_was_told_of_an_amount_is_told_again_only_of_more() -> None:
    known = Known(cases(*"abcdefghij"))
    first, again, more, later = (
        read(number, begins=MONDAY + day * DAY) for day, number in ((0, 3), (2, 3), (4, 6), (40, 3))
    )
    assert seen([*first, *again], known) == [Pattern.UNCONNECTED]
    assert seen([*first, *more], known) == [Pattern.UNCONNECTED] * 2
    assert seen([*first, *later], known) == [Pattern.UNCONNECTED] * 2


def pages(number: int) -> list[Row]:
    """So many pages of one case."""
    events = ("case_read", "whereabouts_read", "support_read", "protection_shown", "court_side_shown")
    return [row(MONDAY + place * MINUTE, event, "c0", seq=place + 1) for place, event in enumerate(events[:number])]


def test_going_back_to_a_closed_case_is_told() -> None:
    assert seen(pages(3), Known(cases("a", closed=60 * DAY))) == [Pattern.AFTER_CLOSURE]
    assert seen(pages(3), Known(cases("p1", closed=60 * DAY))) == [Pattern.AFTER_CLOSURE]


@pytest.mark.parametrize(
    ("rows", "closed"),
    [(pages(2), 60 * DAY), (pages(5), 20 * DAY), ([*pages(3), row(MONDAY + HOUR, "case_reopened", "c0")], 60 * DAY)],
    ids=["a late enquiry", "follow-up", "work on it"],
)
def test_follow_up_is_work(rows: list[Row], closed: timedelta) -> None:
    assert seen(rows, Known(cases("p1", closed=closed))) == []


def asked(number: int, surname: str = "", *, begins: datetime = MONDAY, apart: timedelta = 5 * MINUTE) -> Known:
    """So many checks of one name each."""
    facts = {place + 1: CheckFact("p1", begins + place * apart, 1, (surname or str(place),)) for place in range(number)}
    return Known(checks=facts)


def checked(known: Known) -> list[Row]:
    """The rows of those checks."""
    return [row(one.at, "list_received", "l", seq=seq) for seq, one in known.checks.items()]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (asked(4, "x"), True),
        (asked(3, "x"), False),
        (asked(4, "x", apart=12 * HOUR), False),
        (asked(16, apart=MINUTE), True),
        (asked(9), False),
        (asked(4, begins=NIGHT), True),
    ],
)
def test_trawling(known: Known, told: bool) -> None:
    assert (Pattern.TRAWLING in seen(checked(known), known)) is told


def test_checks_at_night_are_work_of_who_works_at_night() -> None:
    known = Known()
    for night, number in ((0, 3), (1, 3), (2, 8)):
        for place in range(number):
            at = NIGHT + night * DAY + place * 10 * MINUTE
            known.checks[len(known.checks) + 1] = CheckFact("p1", at, 1, (str(place),))
    assert seen(checked(known), known) == []


def test_a_look_is_judged_once_it_has_settled() -> None:
    watch = Watch(Known(cases("a", "b", "c")))
    assert list(watch.over(read(3))) == []
    last = MONDAY + 2 * MINUTE
    assert list(watch.settled(last + SETTLES - MINUTE)) == []
    (one,) = watch.settled(last + SETTLES)
    assert (one.pattern, one.rows, one.at, one.on) == (Pattern.UNCONNECTED, (1, 2, 3), last, last.date())
