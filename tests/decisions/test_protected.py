"""A protected person is looked for under each of her names and each of her documents."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection

from decisions import persons
from pentameter.decisions.matching import Birth, Screen, Subject
from pentameter.decisions.protected import everybody, subjects
from pentameter.victims.api import HeldPerson, Identity, held_people, holds_changed, holds_mark

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


@pytest.mark.django_db
def test_whoever_may_still_ask_again_is_held_though_her_clocks_have_ended() -> None:
    case_id = persons.run_out()
    assert everybody().people == ()
    persons.served_late(case_id)
    assert held_people().people == ()
    assert [one.case_id for one in everybody().people] == [case_id]


@pytest.mark.django_db
def test_days_that_are_over_hold_nobody() -> None:
    persons.served_late(persons.run_out(), served=31)
    assert everybody().people == ()


@pytest.mark.django_db
def test_what_opens_while_it_is_asked_counts_as_later() -> None:
    before, done = holds_mark(), []

    def meanwhile(execute: Callable[..., object], sql: str, *rest: object) -> object:
        if "decisions_matter" in sql and not done:
            done.append(sql)
            holds_changed()
        return execute(sql, *rest)

    with connection.execute_wrapper(meanwhile):
        found = everybody()
    assert (found.mark, holds_mark()) == (before, before + 1)
