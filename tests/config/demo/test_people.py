from datetime import date

import pytest

from pentameter.config.demo import people, pool
from pentameter.config.demo.chance import chance
from pentameter.config.demo.people import NameOrder

TODAY = date(2026, 10, 5)


def _invent(serial: int, nationality: str = "AL", sex: str = "female") -> people.Person:
    return people.invent(serial, chance(5, serial), nationality=nationality, today=TODAY, sex=sex, ages=(21, 45))


@pytest.mark.parametrize("nationality", pool.nationalities())
@pytest.mark.parametrize("sex", ["female", "male"])
def test_no_combination_that_is_somebodys_is_made(nationality: str, sex: str) -> None:
    for serial in range(400):
        person = _invent(serial, nationality, sex)
        assert not any(
            people.is_famous(given, family) for given in person.given.spellings for family in person.family.spellings
        )


def test_famous_combinations_are_known_with_and_without_marks() -> None:
    assert people.is_famous("Văn Hùng", "Nguyễn")
    assert people.is_famous("Rory", "Gallagher")
    assert not people.is_famous("Rory", "Hanratty")


def test_every_famous_combination_can_be_met_in_the_pool() -> None:
    """One that cannot is a misspelling in the list."""
    met = set()
    for nationality in pool.nationalities():
        for sex in ("female", "male"):
            given = {
                people.unmarked(one).lower() for word in pool.given_names(nationality, sex) for one in word.spellings
            }
            family = {
                people.unmarked(one).lower() for word in pool.surnames(nationality, sex) for one in word.spellings
            }
            met |= {(one, other) for one, other in people.FAMOUS if one in given and other in family}
    assert met == people.FAMOUS


def test_age_is_within_what_was_asked() -> None:
    ages = [(TODAY - _invent(serial).born).days / 365.25 for serial in range(300)]
    assert min(ages) >= 21
    assert max(ages) <= 45


def test_one_person_stands_differently_in_different_reports() -> None:
    person, rng = _invent(1), chance(2)
    told = [people.as_told(person, rng, NameOrder.GIVEN_FIRST) for _ in range(300)]
    exact = sum(one.born == person.born for one in told)
    assert len({one.name for one in told}) > 5
    assert 120 < exact < 200
    assert {type(one.born) for one in told} == {date, int, type(None)}
    assert {one.document for one in told} == {"", person.document}


def test_an_agency_may_write_the_family_name_first_in_capitals() -> None:
    person = _invent(3, "RU", "male")
    told = {people.as_told(person, chance(7, n), NameOrder.FAMILY_COMMA).name for n in range(40)}
    assert any(", " in name and name.split(",")[0].isupper() for name in told)
