"""Each level says the same in SQL, for Splink, and in Python, for one mention at a time."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.entities.linkage.batch.engine import engine, fill
from pentameter.entities.linkage.batch.levels import levels_sql
from pentameter.entities.linkage.comparisons import BORN, COMPARISONS, DOCUMENT, NAME, PHONE, PLACE
from pentameter.entities.linkage.comparisons.births import years_apart
from pentameter.entities.linkage.comparisons.identifiers import givers, slips
from pentameter.entities.linkage.comparisons.level import otherwise
from pentameter.entities.linkage.comparisons.names import in_common
from pentameter.entities.linkage.comparisons.plain import NATIONALITY, SEX
from pentameter.entities.linkage.facts import PersonFacts, Prepared
from pentameter.entities.linkage.preparing import prepare
from tests.entities.linkage.pairs import prepared
from tests.entities.linkage.tables import mention_table


def _person(name: str = "", **facts: str) -> Prepared:
    phone, document = facts.pop("phone", ""), facts.pop("document", "")
    return prepare(PersonFacts(name, phones=(phone,), documents=(document,), **facts))


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("Elira Hoxha", "HOXHA Elira", "same"),
        ("Nguyễn Thị Hương", "huong nguyen thi", "same"),
        ("Lucy", "lucy", "same_single"),
        ("Ana Maria Popescu", "Ana Popescu", "contains"),
        ("Ana Maria Popescu", "Ana Ruxandra Popescu", "two"),
        ("Elira Hoxha", "Elira Hoja", "sounds"),
        ("Xiao Ling Zheng", "Xiaoling Zheng", "sounds"),
        ("Susan Page", "Srusan Page", "one_and_near"),
        ("Małgorzata Nowak", "Gosia Nowak", "one_and_near"),
        ("Ana Popescu", "Ana Winterbourne", "one_the_first"),
        ("Gordon Bates", "Grodn Bates", "one_and_alike"),
        ("Dominic Fairweather", "Imogen Fairweather", "one_of_two"),
        ("Ana", "Ana Popescu", "single_in"),
        ("Elrira", "Elira Hoxha", "single_near"),
        ("Ruby", "Elira Hoxha", "single_other"),
        ("Srusan Pagte", "Susan Page", "two_near"),
        ("Susan Ashdown", "Susn Holloway", "one_near"),
        ("Susan Ashdown", "Elira Hoxha", "different"),
        ("", "Elira Hoxha", None),
        ("E", "Elira Hoxha", None),
    ],
)
def test_names_stand_to_each_other(one: str, other: str, level: str | None) -> None:
    found = NAME.level(_person(one), _person(other), None)
    assert (found.name if found else None) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("1990-03-25", "25/03/1990", "same"),
        ("1990-03-05", "1990-05-03", "swapped"),
        ("1990-03-25", "1992-03-25", "year_off"),
        ("1990-03-25", "1990-03-26", "day_off"),
        ("1990-03-28", "1990-03-01", "day_off"),
        ("1990-01-01", "1990-03-25", "same_year"),
        ("1991", "1990-03-25", "near_year"),
        ("1980-01-01", "1990-03-25", "other_year"),
        ("1991-03-26", "1990-03-25", "two_faults"),
        ("1990-03-25", "1990-03-12", "part"),
        ("1990-03-25", "1991-07-12", "near"),
        ("1990-03-25", "1970-03-25", "different"),
        ("", "1990-03-25", None),
        ("soon", "1990-03-25", None),
    ],
)
def test_dates_of_birth_stand_to_each_other(one: str, other: str, level: str | None) -> None:
    found = BORN.level(_person(dob=one), _person(dob=other), None)
    assert (found.name if found else None) == level


@pytest.mark.parametrize(("people", "level"), [(0, "few"), (2, "few"), (4, "some"), (8, "several"), (40, "many")])
def test_a_phone_is_weighed_by_how_many_gave_it(people: int, level: str) -> None:
    one, other = _person(phone="07700 900417"), _person(phone="+44 7700 900417")
    found = PHONE.level(one, other, lambda term: people)
    assert found is not None
    assert found.name == level
    assert givers(one, other, None) == 1
    assert givers(one, _person(), None) == 0


def test_documents_a_slip_apart_are_not_two_documents() -> None:
    one, near, far = (_person(document=text) for text in ("RO 1234567", "ro1234561", "RO7654321"))
    assert slips(one, near) == 1
    assert DOCUMENT.level(one, near, None).name == "slip"
    assert DOCUMENT.level(one, far, None).name == "other"


def test_places_and_plain_facts() -> None:
    here, there = _person(postcode="DH1 3XX", place="Durham", sex="f"), _person(place="DURHAM", sex="female")
    assert PLACE.level(here, there, None).name == "town"
    assert SEX.level(here, there, None).name == "same"
    assert NATIONALITY.level(here, there, None) is None
    assert in_common(_person("Ana Popescu"), _person("Ana Munteanu")) == 1
    assert years_apart(_person(dob="1990"), _person(dob="1993")) == 3
    assert otherwise("x", "y").holds(here, there, None)


def test_no_sentence_repeats_a_fact_or_another_sentence() -> None:
    sentences = [level.sentence for comparison in COMPARISONS for level in comparison.levels]
    assert len(set(sentences)) == len(sentences)
    assert all("{" not in one for one in sentences)


@settings(max_examples=6, deadline=None)
@given(st.lists(prepared(), min_size=60, max_size=60))
def test_sql_and_python_agree_on_every_level(people: list[Prepared]) -> None:
    pairs = [(left, right) for left in range(len(people)) for right in range(left)]
    givers_of = {number: 1 + at % 12 for at, number in enumerate(sorted({one for p in people for one in p.phones}))}
    for (left, right), found in zip(pairs, _in_sql(people, pairs, givers_of), strict=True):
        for comparison, at in zip(COMPARISONS, found, strict=True):
            level = comparison.level(people[left], people[right], lambda term: givers_of[term.removeprefix("phone ")])
            in_sql = comparison.levels[at - 1].name if at else None
            assert (level.name if level else None) == in_sql, (people[left], people[right])


def _in_sql(people: Sequence[Prepared], pairs: Sequence[tuple[int, int]], givers_of: dict[str, int]) -> Iterator[tuple]:
    with engine() as connection:
        mention_table(connection, people, givers_of)
        lefts, rights = zip(*pairs, strict=True)
        fill(connection, "asked", {"left_id": lefts, "right_id": rights, "row": range(len(pairs))})
        found = connection.execute(
            f"SELECT {', '.join(one.name for one in COMPARISONS)} FROM ({levels_sql('asked')}) JOIN asked "
            "USING (left_id, right_id) ORDER BY asked.row"
        ).fetchall()
    yield from found
