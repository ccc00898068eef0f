"""Whether consent stands: what is not known to stand does not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import (
    CHILD,
    NO_CONSENT_NEEDED,
    ConsentRow,
    How,
    Purpose,
    Said,
    last_answer,
    last_no,
    may_say,
    may_withdraw,
    offers_notification,
    standing,
    support_ends_by,
    told,
)

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
NOW = NOON + timedelta(days=20)
NORTH, SHORE = "northern-support", "shoreline-refuge"


def row(
    said: Said, hour: int = 0, *, to: str = "", on: date | None = None, ends: datetime | None = None, of: int = 0
) -> ConsentRow:
    """A row written down `hour` hours after noon of 2 November 2026. `of` numbers the row that it withdraws."""
    return ConsentRow(
        id=UUID(int=hour + 1),
        purpose=Purpose.SUPPORT,
        said=said,
        on=on or NOON.date(),
        recorded_at=NOON + timedelta(hours=hour),
        recipient=to,
        until=ends.date() - timedelta(days=1) if ends else None,
        ends_at=ends,
        withdraws=UUID(int=of) if of else None,
    )


YES, NO, ASKED, BACK = Said.GIVEN, Said.REFUSED, Said.ASKED, Said.WITHDRAWN
TABLE = [
    ([], NORTH, False, "She has not been asked"),
    ([row(ASKED)], NORTH, False, "was asked and has not answered"),
    ([row(YES)], NORTH, True, ""),
    ([row(YES)], "", True, ""),
    ([row(YES, to=NORTH)], NORTH, True, ""),
    ([row(YES, to=NORTH)], SHORE, False, "She has not been asked"),
    ([row(YES, to=NORTH)], "", False, "She has not been asked"),
    ([row(NO)], NORTH, False, "She refused this on 2 November 2026."),
    ([row(YES), row(ASKED, 1)], NORTH, True, ""),
    ([row(YES), row(BACK, 1, of=1)], NORTH, False, "She withdrew this consent on 2 November 2026."),
    ([row(YES), row(BACK, 1, of=1), row(YES, 2)], NORTH, True, ""),
    ([row(YES), row(YES, 1), row(BACK, 2, of=2)], NORTH, False, "She withdrew"),
    ([row(YES), row(NO, 1, to=NORTH)], NORTH, False, "She refused"),
    ([row(YES), row(NO, 1, to=NORTH)], SHORE, True, ""),
    ([row(NO, to=NORTH), row(YES, 1)], NORTH, False, "She refused"),
    ([row(NO, to=NORTH), row(YES, 1)], SHORE, True, ""),
    ([row(NO), row(YES, 1, to=NORTH)], NORTH, True, ""),
    ([row(NO), row(YES, 1, to=NORTH)], SHORE, False, "She refused"),
    ([row(YES, ends=NOON + timedelta(days=1))], NORTH, False, "Her consent ended with 2 November 2026."),
    ([row(YES, ends=NOW + timedelta(hours=1))], NORTH, True, ""),
    ([row(NO, 1, on=date(2026, 11, 3)), row(YES, 5, on=date(2026, 11, 1))], NORTH, False, "She refused"),
    ([row(YES, 1, on=date(2026, 11, 3)), row(NO, 5, on=date(2026, 11, 1))], NORTH, True, ""),
]


@pytest.mark.parametrize(("rows", "recipient", "stands", "why"), TABLE)
def test_what_stands(rows: list[ConsentRow], recipient: str, stands: bool, why: str) -> None:
    verdict = standing(rows, Purpose.SUPPORT, recipient, NOW)
    assert verdict.allowed is stands
    assert why in verdict.reason


def test_another_purpose_is_asked_for_by_itself() -> None:
    assert not standing([row(YES)], Purpose.ACCOUNT, NORTH, NOW).allowed


def test_what_was_written_down_later_did_not_stand_before() -> None:
    assert not standing([row(YES, 4)], Purpose.SUPPORT, NORTH, NOON).allowed


def test_capitals_and_spaces_of_a_name_make_no_difference() -> None:
    assert standing([row(YES, to="her sister")], Purpose.SUPPORT, " Her  Sister ", NOW).allowed


@pytest.mark.parametrize("age", [Age.CHILD, Age.MAYBE_CHILD])
@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_child_needs_no_consent_for_referral_and_support_alone(age: Age, purpose: Purpose) -> None:
    verdict = standing([], purpose, NORTH, NOW, age=age)
    assert verdict.allowed is (purpose in NO_CONSENT_NEEDED)
    assert (verdict.reason == CHILD) is verdict.allowed


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from([YES, NO, ASKED]),
        st.integers(0, 200),
        to=st.sampled_from(["", NORTH, SHORE]),
        on=st.dates(date(2026, 11, 1), date(2026, 11, 10)),
        ends=st.sampled_from([None, NOON + timedelta(days=1), NOW + timedelta(days=9)]),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(ROWS, st.sampled_from(["", NORTH, SHORE]))
def test_the_order_in_which_rows_are_read_makes_no_difference(rows: list[ConsentRow], recipient: str) -> None:
    assert standing(rows, Purpose.SUPPORT, recipient, NOW) == standing(
        list(reversed(rows)), Purpose.SUPPORT, recipient, NOW
    )


@given(ROWS, st.sampled_from(["", NORTH, SHORE]))
def test_a_last_no_always_ends_it(rows: list[ConsentRow], recipient: str) -> None:
    last = row(NO, 300, to=recipient, on=date(2026, 11, 20))
    assert not standing([*rows, last], Purpose.SUPPORT, recipient, NOW).allowed


@given(ROWS, st.sampled_from(["", NORTH, SHORE]))
def test_nothing_stands_that_she_never_gave(rows: list[ConsentRow], recipient: str) -> None:
    never = [one for one in rows if one.said is not YES]
    assert not standing(never, Purpose.SUPPORT, recipient, NOW).allowed


def test_what_cannot_have_been_is_not_written_down() -> None:
    today = date(2026, 11, 2)
    assert may_say(row(YES), today=today).allowed
    assert "has not come yet" in may_say(row(YES), today=date(2026, 11, 1)).reason
    assert "Check the year" in may_say(row(YES, on=date(1926, 11, 2)), today=today).reason
    assert "Only a consent" in may_say(row(NO, ends=NOW), today=today).reason
    assert "lies before" in may_say(row(YES, ends=NOON - timedelta(days=3)), today=today).reason


def test_only_what_was_given_is_withdrawn_and_once() -> None:
    yes, back = row(YES), row(BACK, 1, of=1)
    assert may_withdraw(yes, [yes]).allowed
    assert "withdrawn on 2 November 2026" in may_withdraw(yes, [yes, back]).reason
    assert "Only a consent that was given" in may_withdraw(row(NO), [row(NO)]).reason


def test_a_row_tells_how_it_stands() -> None:
    yes, back = row(YES), row(BACK, 1, of=1)
    assert told(yes, [yes], NOW) == "given"
    assert told(yes, [yes, back], NOW) == "withdrawn on 2 November 2026"
    assert told(row(YES, ends=NOW + timedelta(days=2)), [], NOW) == "given, until 23 November 2026"
    assert told(row(YES, ends=NOON), [], NOW) == "ended with 1 November 2026"
    assert told(row(NO), [], NOW) == "refused"


def test_an_adult_who_said_no_to_referral_may_be_notified() -> None:
    no = replace(row(NO), purpose=Purpose.REFERRAL)
    assert offers_notification([no], Age.ADULT)
    assert not offers_notification([no], Age.MAYBE_CHILD)
    assert not offers_notification([no, replace(row(YES, 1), purpose=Purpose.REFERRAL)], Age.ADULT)
    assert last_answer([], Purpose.REFERRAL) is None


def test_everything_is_said_in_words() -> None:
    assert all(one.words and one.closes for one in Purpose)
    assert all(one.words for one in (*Said, *How))


ENDS = [
    ([], False),
    ([row(ASKED)], False),
    ([row(YES)], False),
    ([row(NO)], True),
    ([row(YES), row(BACK, 1, of=1)], True),
    ([row(YES), row(NO, 1)], True),
    ([row(YES), row(BACK, 1, of=1), row(ASKED, 2)], True),
    ([row(YES), row(BACK, 1, of=1), row(YES, 2)], False),
    ([row(YES), row(BACK, 1, of=1), row(YES, 2, ends=NOON + timedelta(days=1))], False),
    ([row(YES, ends=NOON + timedelta(days=1))], False),
    ([row(YES), row(NO, 1, to=SHORE)], False),
    ([row(YES), row(NO, 1, to=NORTH)], True),
    ([row(YES), row(NO, 1, to=NORTH), row(YES, 2)], True),
    ([row(YES), row(NO, 1, to=NORTH), row(YES, 2, to=NORTH)], False),
    ([row(YES), row(NO, 1, on=NOON.date() - timedelta(days=2))], False),
]
"""What she said, and whether it ends the support by the northern organisation, were she an adult."""


@pytest.mark.parametrize(("rows", "ends"), ENDS)
def test_a_no_that_stands_ends_the_support_of_an_adult_alone(rows: list[ConsentRow], ends: bool) -> None:
    assert (support_ends_by(rows, NORTH, NOW, age=Age.ADULT) is not None) is ends
    assert (last_no(rows, Purpose.SUPPORT, NORTH, NOW) is not None) is ends
    assert not (ends and standing(rows, Purpose.SUPPORT, NORTH, NOW).allowed)
    for age in (Age.CHILD, Age.MAYBE_CHILD):
        assert support_ends_by(rows, NORTH, NOW, age=age) is None


def test_a_no_that_was_not_written_down_yet_ends_nothing() -> None:
    assert last_no([row(NO, 1)], Purpose.SUPPORT, NORTH, NOON) is None
