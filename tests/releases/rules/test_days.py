"""Which counts are one number, and when they only grow."""

from dataclasses import replace
from datetime import date, datetime

from pentameter.kernel.clock import LONDON
from pentameter.releases.rules.days import Known, grows, told_apart
from releases.scene import table

AT = datetime(2007, 12, 1, 16, tzinfo=LONDON)
LATER = date(2007, 12, 8)


def _known(*counts: int) -> Known:
    made = table(*counts)
    return Known(made, made, 10)


def test_the_same_numbers_of_one_day_are_one() -> None:
    (found,) = told_apart([table()], [_known()], AT)
    assert found.when == "2007-12-01"


def test_what_was_counted_anew_on_the_same_day_is_of_its_moment() -> None:
    (found,) = told_apart([table(4, 12, 40, 25, 31, 18)], [_known()], AT)
    assert found.when == AT.isoformat()


def test_other_people_are_other_numbers() -> None:
    (found,) = told_apart([table(4, 12, 40, 25, 31, 18, population="referrals")], [_known()], AT)
    assert found.when == "2007-12-01"


def test_counts_grow_until_one_falls() -> None:
    later = replace(table(5, 12, 40, 25, 31, 18, as_of=LATER))
    fewer = replace(table(2, 12, 40, 25, 31, 18, as_of=LATER))
    assert grows([_known()], [later])
    assert not grows([_known()], [fewer])
    assert not grows([Known(later, later, 10)], [table(6, 12, 40, 25, 31, 18)])
