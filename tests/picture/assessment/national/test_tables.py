"""The tables of the national statistics: what they count, what they withhold, and what they say is not held."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from cast import agency, caseworker, durham_constable
from pentameter.accounts import api as accounts
from pentameter.picture.assessment.evidence import Evidence
from pentameter.picture.assessment.national import TABLES, bulletin, decisions, notifications, referrals
from pentameter.picture.assessment.national.grids import grid, listed
from pentameter.picture.assessment.rules.content import Missing, Table
from pentameter.picture.assessment.sections import national
from pentameter.picture.rules.withholding import FEWEST
from pentameter.victims.api import (
    NOT_OPENED,
    Age,
    DecisionGroup,
    EventKind,
    NotificationCount,
    Outcome,
    ReferralCounts,
    ReferralGroup,
)
from pentameter.victims.rules.notification import Exploitation
from picture import scene
from picture.assessment.ground import evidence

pytestmark = pytest.mark.django_db
W = Missing.WITHHELD
NUMBERS = ("2", "11", "12", "13", "14", "16", "19", "25", "26")


@pytest.fixture
def nobody() -> Evidence:
    """Nobody was referred yet."""
    agency(durham_constable())
    agency(caseworker())
    return replace(evidence(scene.a_wave()), agencies=accounts.agencies())


def group(
    *, quarter: str = "2026-Q4", of: str = "durham", age: Age = Age.ADULT, sex: str = "female", nation: str = "AL"
) -> ReferralGroup:
    """People who are alike."""
    return ReferralGroup(quarter, of, age, sex, nation)


def referring(given: Evidence, people: Mapping[ReferralGroup, int]) -> Evidence:
    """The same evidence with these people."""
    return replace(given, referrals=ReferralCounts(people, 0))


def _by_number(given: Evidence, number: str) -> Table:
    return next(made for build in TABLES if (made := build(given)).key == f"national-{number}")


@pytest.mark.parametrize("number", NUMBERS)
def test_every_table_can_be_made_even_of_nobody(nobody: Evidence, number: str) -> None:
    table = _by_number(nobody, number)
    assert table.title.startswith(f"Table {number}:")
    assert table.notes or number == "25"


def test_table_2_counts_by_quarter_and_age(nobody: Evidence) -> None:
    people = {
        group(): 30,
        group(age=Age.CHILD): 12,
        group(quarter="2026-Q3"): 20,
        group(quarter="2026-Q3", age=Age.CHILD, sex="male"): 10,
    }
    table = referrals.table_2(referring(nobody, people))
    assert [column.label for column in table.columns] == ["Quarter", "18 or over", "Under 18", "May be under 18", "All"]
    assert table.rows == (("2026-Q3", 20, 10, 0, 30), ("2026-Q4", 30, 12, 0, 42), ("All", 50, 22, 0, 72))
    assert referrals.LOCATION_NOTE in table.notes


def test_small_counts_are_withheld_with_whatever_gives_them_away(nobody: Evidence) -> None:
    people = {group(): 30, group(age=Age.CHILD): 2, group(quarter="2026-Q3"): 20}
    table = referrals.table_2(referring(nobody, people))
    told = [cell for row in table.rows for cell in row if isinstance(cell, int)]
    assert 2 not in told
    assert table.rows[1][1:3] == (W, W)


def test_tables_11_to_13_part_first_responders_by_what_they_are(nobody: Evidence) -> None:
    people = {group(): 19, group(of="northern-support"): 18, group(of="national-centre"): 17}
    given = referring(nobody, people)
    told = {number: _by_number(given, number).rows[0][-1] for number in ("11", "12", "13")}
    assert told == {"11": 17, "12": 18, "13": 19}
    row = _by_number(given, "13").rows[0]
    assert row[1:5] == (Missing.NOT_HELD, "18 or over", "female", "Albania")


def test_groups_of_few_people_do_not_say_who_they_are(nobody: Evidence) -> None:
    people = {group(): 19, group(nation="VN"): 5, group(nation="CN", sex="male"): 8}
    rows = _by_number(referring(nobody, people), "13").rows
    assert "Vietnam" not in str(rows)
    assert "China" not in str(rows)
    assert [row[-1] for row in rows] == [19, 13, 32]


def test_who_did_not_consent_is_counted_without_sex_and_nationality(nobody: Evidence) -> None:
    given = referring(nobody, {group(sex=NOT_OPENED, nation=NOT_OPENED): 11})
    assert _by_number(given, "13").rows[0][3:] == (NOT_OPENED, NOT_OPENED, 11)


def test_table_14_says_that_it_is_not_held(nobody: Evidence) -> None:
    assert referrals.table_14(nobody).rows == (("Local authorities", Missing.NOT_HELD),)


def test_tables_16_and_19_part_the_two_decisions(nobody: Evidence) -> None:
    counts = {
        DecisionGroup("2026-Q4", EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE, Age.ADULT): 20,
        DecisionGroup("2026-Q4", EventKind.REASONABLE_GROUNDS, None, Age.ADULT): 16,
        DecisionGroup("2026-Q4", EventKind.CONCLUSIVE_GROUNDS, Outcome.NEGATIVE, Age.CHILD): 18,
    }
    given = replace(nobody, decisions=counts)
    sixteen, nineteen = decisions.table_16(given), decisions.table_19(given)
    assert [column.label for column in sixteen.columns[1:3]] == ["Positive, 18 or over", "Not known, 18 or over"]
    assert sixteen.rows[0] == ("2026-Q4", 20, 16, 36)
    assert nineteen.rows[0] == ("2026-Q4", 18, 18)
    assert decisions.AUTHORITY_NOTE in nineteen.notes


def test_tables_25_and_26_count_those_who_want_no_referral(nobody: Evidence) -> None:
    kinds = (Exploitation.FORCED_LABOUR, Exploitation.SEXUAL_EXPLOITATION)
    given = replace(nobody, notifications=tuple(NotificationCount("2026-Q4", kind, 16) for kind in kinds))
    assert notifications.table_25(given).rows[0] == ("2026-Q4", 16, 16, 32)
    assert notifications.table_26(given).rows == (("Each nationality", Missing.NOT_HELD), ("All", 32))
    few = replace(nobody, notifications=(NotificationCount("2026-Q4", kinds[0], 3),))
    assert notifications.table_26(few).rows[-1] == ("All", W)


def test_the_bulletin_tells_sex_nationality_and_the_share_that_is_positive(nobody: Evidence) -> None:
    given = referring(
        nobody, {group(): 20, group(sex="male", nation="VN"): 16, group(nation="CN"): 6, group(nation="RO"): 6}
    )
    assert bulletin.by_sex(given).rows == (("female", 32), ("male", 16), ("All", 48))
    assert [row[0] for row in bulletin.by_nationality(given).rows] == ["Albania", "Vietnam", referrals.OTHERS, "All"]
    counts = {
        DecisionGroup("2026-Q4", EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE, Age.ADULT): 30,
        DecisionGroup("2026-Q4", EventKind.REASONABLE_GROUNDS, Outcome.NEGATIVE, Age.ADULT): 10,
    }
    rows = bulletin.by_outcome(replace(nobody, decisions=counts)).rows
    assert rows == (
        ("Reasonable grounds", 30, 10, 40, 75.0),
        ("Conclusive grounds", 0, 0, 0, Missing.NOT_GIVEN),
    )


def test_a_share_is_withheld_where_it_would_tell_a_small_count(nobody: Evidence) -> None:
    counts = {
        DecisionGroup("2026-Q4", EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE, Age.ADULT): 30,
        DecisionGroup("2026-Q4", EventKind.REASONABLE_GROUNDS, Outcome.NEGATIVE, Age.ADULT): 1,
    }
    assert bulletin.by_outcome(replace(nobody, decisions=counts)).rows[0][-1] is W


def test_the_section_says_how_many_are_counted_and_who_is_left_out(nobody: Evidence) -> None:
    section = national.build(referring(nobody, {group(): FEWEST - 1}))
    assert f"fewer than {FEWEST} people" in section.lead[0]
    assert any("refused to be counted" in note for note in section.notes)
    assert "count 12 people" in national.build(referring(nobody, {group(): 12})).lead[0]


def test_grids_and_lists_of_nothing_have_no_rows() -> None:
    assert grid({}, ("a", "b")) == ()
    assert listed({}) == ()
