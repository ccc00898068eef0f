"""A birth date as far as it is known, and the age that goes with it."""

from datetime import date

import pytest

from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.identity import may_be_born, may_be_of_age, may_change_age, read_born

FOUND = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" 1989 ", "1989"),
        ("1989-2", "1989-02"),
        ("1989-02-28", "1989-02-28"),
        ("28/02/1989", "1989-02-28"),
        ("28.2.1989", "1989-02-28"),
        ("29 2 1988", "1988-02-29"),
    ],
)
def test_it_is_kept_as_far_as_it_is_known(typed: str, kept: str) -> None:
    assert read_born(typed) == kept


@pytest.mark.parametrize("typed", ["31/02/1989", "1989-13", "89", "0000", "spring", "1989-02-29"])
def test_what_is_no_date_says_how_to_mend_it(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date\. Write it as 1989-02-28, as 1989-02 or 1989"):
        read_born(typed)


@pytest.mark.parametrize(
    ("born", "allowed"),
    [
        ("", True),
        ("1989", True),
        ("2026", True),
        ("2026-03-10", True),
        ("2026-03-11", False),
        ("2026-04", False),
        ("2027", False),
        ("1899", False),
    ],
)
def test_she_was_born_before_she_was_found(born: str, allowed: bool) -> None:
    assert may_be_born(born, found_on=FOUND).allowed is allowed


@pytest.mark.parametrize(
    ("age", "born", "allowed"),
    [
        (Age.ADULT, "", True),
        (Age.ADULT, "2008-03-10", True),
        (Age.ADULT, "2008-03-11", False),
        (Age.ADULT, "2008", False),
        (Age.ADULT, "2008-02", True),
        (Age.ADULT, "2007", True),
        (Age.MAYBE_CHILD, "2008", True),
        (Age.CHILD, "1980", True),
    ],
)
def test_whoever_may_have_been_under_18_is_no_adult(age: Age, born: str, allowed: bool) -> None:
    assert may_be_of_age(age, born, found_on=FOUND).allowed is allowed


@pytest.mark.parametrize(
    ("was", "now", "assessed", "allowed"),
    [
        (Age.MAYBE_CHILD, Age.ADULT, "", False),
        (Age.CHILD, Age.ADULT, "  ", False),
        (Age.MAYBE_CHILD, Age.ADULT, "by two social workers on 3 March", True),
        (Age.ADULT, Age.MAYBE_CHILD, "", True),
        (Age.ADULT, Age.ADULT, "", True),
        (Age.CHILD, Age.MAYBE_CHILD, "", True),
    ],
)
def test_a_child_becomes_an_adult_only_by_an_assessment(was: Age, now: Age, assessed: str, allowed: bool) -> None:
    assert may_change_age(was, now, assessed=assessed).allowed is allowed
