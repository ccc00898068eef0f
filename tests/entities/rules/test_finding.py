"""By what mentions are found, and whether an opened one is meant."""

import pytest

from pentameter.entities.rules.finding import (
    MOST_FORMS,
    Question,
    Rank,
    What,
    find_keys,
    forms_of,
    keys_of_part,
    keys_of_word,
    matches,
    question,
)
from pentameter.entities.rules.spelling import name_words
from pentameter.kernel.names.tables import other_forms

PERSON = {"name": "Mira Testova", "role": "possible_victim", "document": "AB123456"}
PHONE = {"number": "+447700900417"}
CAR = {"registration": "NK07ABC", "description": "red van"}
HOUSE = {"kind": "massage parlour", "address": "12 Example Street", "postcode": "DH1 3XX"}
ADVERT = {"site": "example.org", "reference": "AX-9917"}


def asked(text: str) -> Question:
    """What was typed, as a question."""
    return question(text, name_words(text))


@pytest.mark.parametrize(
    ("text", "kind", "values", "rank", "what"),
    [
        ("Mira", "person", PERSON, Rank.NAME, "the name"),
        ("testova MIRA", "person", PERSON, Rank.NAME, "the name"),
        ("Мира Тестова", "person", PERSON, Rank.NAME, "the name"),
        ("ميرا", "person", PERSON, Rank.SOUND, "sounds like the name"),
        ("Myra Testowa", "person", PERSON, Rank.SOUND, "sounds like the name"),
        ("AB 12 34 56", "person", PERSON, Rank.WHOLE, "the document"),
        ("2345", "person", PERSON, Rank.PART, "part of the document"),
        ("07700 900417", "phone", PHONE, Rank.WHOLE, "the phone"),
        ("0417", "phone", PHONE, Rank.PART, "part of the phone"),
        ("nk07 abc", "vehicle", CAR, Rank.WHOLE, "the registration"),
        ("K07 A", "vehicle", CAR, Rank.PART, "part of the registration"),
        ("dh13xx", "premises", HOUSE, Rank.WHOLE, "the postcode"),
        ("example street", "premises", HOUSE, Rank.NAME, "the address"),
        ("ax9917", "advert", ADVERT, Rank.WHOLE, "the advert reference"),
        ("Example Org", "advert", ADVERT, Rank.NAME, "the website"),
        ("testing", "organisation", {"name": "Testing Limited"}, Rank.NAME, "the name"),
    ],
)
def test_what_answers_and_how_well(text: str, kind: str, values: dict[str, str], rank: Rank, what: str) -> None:
    """And it is under the keys by which the question looks."""
    found = matches(asked(text), kind, values)
    assert found is not None
    assert (found.rank, found.what) == (rank, what)
    keys, looked = find_keys(kind, values), asked(text)
    by_name = all(keys & keys_of_word(word) for word in looked.words)
    by_code = set(keys_of_part(What.CODE, looked.code)) <= keys
    by_phone = any(set(keys_of_part(What.PHONE, part)) <= keys for part in looked.phones)
    assert by_name or by_code or by_phone


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Mira Other", "person", PERSON),
        ("Zora", "person", PERSON),
        ("M", "person", PERSON),
        ("", "person", {}),
        ("", "phone", {}),
        ("123", "person", PERSON),
        ("0418", "phone", PHONE),
        ("red", "vehicle", CAR),
        ("possible victim", "person", PERSON),
        ("Mira", "nothing known", PERSON),
    ],
)
def test_what_does_not_answer(text: str, kind: str, values: dict[str, str]) -> None:
    assert matches(asked(text), kind, values) is None


def test_a_mention_that_says_nothing_has_no_keys() -> None:
    assert find_keys("person", {}) == find_keys("person", {"name": "?"}) == find_keys("nothing known", PERSON) == set()
    assert find_keys("person", {"name": "M"}) == set()


ELIZABETH = {"name": "Elizabeth Testova"}


@pytest.mark.parametrize(
    ("text", "values", "rank"),
    [
        ("Elizabeth", ELIZABETH, Rank.NAME),
        ("Liz", ELIZABETH, Rank.FORM),
        ("testova lizzie", ELIZABETH, Rank.FORM),
        ("Elizabeth Testova", {"name": "Liz Testova"}, Rank.FORM),
        ("Liz Testowa", ELIZABETH, Rank.SOUND),
    ],
)
def test_a_given_name_is_found_by_its_other_forms(text: str, values: dict[str, str], rank: Rank) -> None:
    found = matches(asked(text), "person", values)
    assert found is not None
    assert found.rank is rank
    keys = find_keys("person", values)
    for word in asked(text).words:
        assert keys & {*keys_of_word(word), *((What.NAME, form) for form in forms_of(word))}


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Liz Other", "person", ELIZABETH),
        ("Bob", "person", ELIZABETH),
        ("Liz", "organisation", {"name": "Elizabeth Works"}),
        ("Liz", "premises", {"address": "1 Elizabeth Street"}),
    ],
)
def test_other_forms_are_of_people_and_of_no_other_name(text: str, kind: str, values: dict[str, str]) -> None:
    assert matches(asked(text), kind, values) is None


def test_other_forms_are_few() -> None:
    assert max(map(len, other_forms().values())) <= MOST_FORMS
    assert forms_of("testova") == ()
