"""Which counts are one number, and when they only grow."""

from dataclasses import replace
from datetime import date, datetime

from pentameter.kernel.clock import LONDON
from pentameter.releases.rules.adding_up import Says, added_up, flat
from pentameter.releases.rules.days import Known, grows, strictly, told_apart
from pentameter.releases.rules.populations import WITH_A_CASE, registered
from releases.scene import DAY, table

AT = datetime(2007, 12, 1, 16, tzinfo=LONDON)
LATER = date(2007, 12, 8)
SEXES = flat("sex", "Sex", "All sexes", ("Female", "Male"))


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
    assert grows([_known()], [later]) == {"people found"}
    assert not grows([_known()], [fewer])
    assert not grows([Known(later, later, 10)], [table(6, 12, 40, 25, 31, 18)])


def test_what_fell_in_one_population_still_grows_in_another() -> None:
    others = [replace(one, population="others") for one in (table(), table(5, 12, 40, 25, 31, 18, as_of=LATER))]
    fewer = table(2, 12, 40, 25, 31, 18, as_of=LATER)
    assert grows([_known()], [fewer, *others]) == {"others"}


def test_tables_that_were_counted_together_are_of_one_moment() -> None:
    """Somebody was moved from Durham to Kent: by sex the counts are those of before, and yet they were counted anew."""
    by_sex = added_up(Says("sex", "", "", "people found", "", DAY), (SEXES,), {("Female",): 68, ("Male",): 61})
    moved = told_apart([table(2, 12, 41, 25, 31, 18), replace(by_sex, notes=())], [_known()], AT)
    assert [one.when for one in moved] == [AT.isoformat()] * 2
    apart = told_apart([table(2, 12, 41, 25, 31, 18), replace(by_sex, population="others")], [_known()], AT)
    assert [one.when for one in apart] == [AT.isoformat(), "2007-12-01"]


def test_who_is_a_part_of_whom_is_counted_together() -> None:
    one, other = (table(population=registered("w")), table(4, 12, 40, 25, 31, 18, population=WITH_A_CASE))
    known = table(population=WITH_A_CASE)
    moved = told_apart([one, other], [Known(known, known, 10)], AT)
    assert [one.when for one in moved] == [AT.isoformat()] * 2


def test_a_part_that_counts_more_than_the_whole_is_not_strictly_one() -> None:
    some, whole = table(population=registered("w")), table(4, 12, 40, 25, 31, 18, population=WITH_A_CASE)
    part = ((registered("w"),), WITH_A_CASE)
    assert strictly([], [some, whole], part)
    assert not strictly([], [replace(whole, population=registered("w")), replace(some, population=WITH_A_CASE)], part)
