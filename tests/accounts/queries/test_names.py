"""What actors are called."""

import pytest

from pentameter.accounts.queries.names import names
from tests.cast import auditor, durham_constable, in_database

pytestmark = pytest.mark.django_db


def test_people_and_pentameter_itself_have_names_in_order() -> None:
    for person in (durham_constable(), auditor()):
        in_database(person)
    known = names()
    assert list(known.values()) == ["Aidan Thornley", "Nuala Brennan", "Pentameter"]
    assert known[durham_constable().id] == "Aidan Thornley"


def test_only_those_who_are_asked_for() -> None:
    for person in (durham_constable(), auditor()):
        in_database(person)
    assert set(names([auditor().id, "system", "nobody"])) == {auditor().id, "system"}
