"""How common names and telephones are: people told alike count once, whatever is taken in twice."""

import pytest

from pentameter.entities.linkage.api import PersonFacts, Prepared, prepare
from pentameter.entities.models import Known
from pentameter.entities.queries.known import FEWEST, shared, terms, value_of
from pentameter.entities.services.knowing import learn

pytestmark = pytest.mark.django_db
PHONE = "+447700900417"


def person(name: str, dob: str = "", *phones: str) -> Prepared:
    return prepare(PersonFacts(name=name, dob=dob, phones=phones))


ADA = person("Ada Quillfeather", "1961-04-05", PHONE)
BO = person("Bo Quillfeather", "1999-09-09", PHONE)


def asked(one: Prepared) -> dict[str, int]:
    answers = shared([one])
    return {term: answers(term) for term in terms(one)}


def test_people_are_counted_by_name_word_and_phone() -> None:
    learn([ADA, BO])
    found = asked(ADA)
    assert found["people"] == 0, "too few to say how likely it is that two are one"
    assert Known.objects.get(value=value_of("people")).people == 2
    assert found[f"phone {PHONE}"] == 2
    assert found[f"name {ADA.name_key}"] == 1
    assert sorted(count for term, count in found.items() if term.startswith("name")) == [1, 1, 2]


def test_who_comes_again_is_counted_once() -> None:
    learn([ADA, ADA])
    learn([ADA])
    assert set(asked(ADA).values()) == {0, 1}
    assert Known.objects.get(value=value_of("people")).people == 1


def test_a_namesake_of_another_birthday_is_another_and_one_phone_of_one_name_is_one() -> None:
    learn([ADA])
    learn([person("Quillfeather, Ada", "1970-01-02", PHONE)])
    found = asked(ADA)
    assert found[f"name {ADA.name_key}"] == 2
    assert found[f"phone {PHONE}"] == 1


def test_who_has_no_name_is_not_counted_and_what_nobody_has_is_none() -> None:
    learn([person("", "1961-04-05", PHONE), person("?")])
    assert not Known.objects.exists()
    assert set(asked(ADA).values()) == {0}
    assert shared([])("people") == 0


def test_a_collection_that_is_large_says_how_large_it_is() -> None:
    Known.objects.create(value=value_of("people"), people=FEWEST)
    assert asked(ADA)["people"] == FEWEST
    Known.objects.update(people=FEWEST - 1)
    assert asked(ADA)["people"] == 0


def test_it_is_asked_at_once(django_assert_num_queries) -> None:
    learn([ADA, BO])
    with django_assert_num_queries(1):
        shared([ADA, BO])
