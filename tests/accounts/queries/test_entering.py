"""What is asked while someone signs in."""

import pytest

import cast
from pentameter.accounts.queries.entering import (
    account_of,
    address_taken,
    agency_sign_in_weaknesses,
    member_by_email,
    name_taken,
)
from pentameter.accounts.rules import Account

pytestmark = pytest.mark.django_db(transaction=False)


def test_what_decides_on_an_account() -> None:
    user = cast.in_database(cast.garda())
    assert account_of(user.pk) == Account(active=True, is_demo=False, is_member=True)


@pytest.mark.parametrize(
    ("agency", "addresses", "found"),
    [
        ("durham", ["durham.aidan@example.org"], True),
        ("durham", ["DURHAM.AIDAN@example.org"], True),
        ("durham", ["other@example.org", "durham.aidan@example.org"], True),
        ("kent", ["durham.aidan@example.org"], False),
        ("durham", ["other@example.org"], False),
        ("durham", [], False),
        ("durham", ["durham.aidan@example.org", "durham.bridget@example.org"], False),
    ],
)
def test_a_member_is_found_by_an_address_that_is_theirs_alone(agency: str, addresses: list[str], found: bool) -> None:
    for person in (cast.durham_constable(), cast.durham_sergeant(), cast.outsider()):
        cast.in_database(person)
    assert (member_by_email(agency, addresses) is not None) is found


def test_names_and_addresses_are_taken_in_capitals_too() -> None:
    cast.in_database(cast.durham_constable())
    assert name_taken("Durham.Aidan")
    assert address_taken("Durham.Aidan@Example.org")
    assert not name_taken("nobody")
    assert not address_taken("nobody@example.org")


def test_the_doctor_looks_at_agency_sign_ins(settings) -> None:
    assert agency_sign_in_weaknesses() == []
    app = {"name": "Durham", "settings": {"server_url": "http://id.example.org", "agency": "durham"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    assert len(agency_sign_in_weaknesses()) == 2
    cast.agency(cast.durham_constable())
    assert agency_sign_in_weaknesses() == ["Durham: the address of its server must begin with https."]
