"""A protected person is looked for under each of her names and each of her documents."""

from datetime import date
from uuid import uuid4

from pentameter.decisions.matching import Birth, Screen, Subject
from pentameter.decisions.protected import subjects
from pentameter.victims.api import HeldPerson, Identity

TODAY = date(2026, 11, 24)
CASE = uuid4()
HER = Identity(
    given="Zorana",
    surname="Testova",
    other_names=("Bilyana Fictional",),
    born="1990-03",
    sex="female",
    nationality="Bulgaria",
    documents=("AB1234567", "CD7654321"),
)


def found(identity: Identity) -> list[Subject]:
    """Her subjects."""
    return list(subjects([HeldPerson(CASE, identity)], TODAY))


def test_each_name_and_each_document() -> None:
    every = found(HER)
    assert {(one.name, one.given, one.surname) for one in every} == {
        ("", "Zorana", "Testova"),
        ("Bilyana Fictional", "", ""),
    }
    assert {one.document for one in every} == {"AB1234567", "CD7654321"}
    assert {(one.id, one.born, one.nationality) for one in every} == {(str(CASE), Birth(1990, 3), "BG")}


def test_either_name_and_either_document_finds_her() -> None:
    screen = Screen(found(HER))
    for line in (
        Subject("1", given="Testova", surname="Zorana", born=Birth(1990, 3, 25)),
        Subject("2", "Fictional Bilyana", born=Birth(1990, 3, 25)),
        Subject("3", "Somebody Else", document="CD 7654321"),
    ):
        assert screen.explain(line).people == (str(CASE),)


def test_a_date_or_country_that_cannot_be_read_takes_nothing_else_away() -> None:
    (one,) = found(Identity(name="Zorana Testova", born="the spring", nationality="Atlantis"))
    assert (one.name, one.born, one.nationality) == ("Zorana Testova", None, "")


def test_who_has_no_name_is_there_all_the_same() -> None:
    (one,) = found(Identity())
    assert one.id == str(CASE)
