"""Signing in through one's agency: a real OpenID Connect server answers, and only people known here come in."""

import json
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client

import cast
from pentameter.accounts import oidc
from pentameter.accounts.models import Membership, User
from pentameter.accounts.services.people import move_person
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Role
from tests.accounts import identity as provider
from tests.accounts.identity import Identity

pytestmark = pytest.mark.django_db(transaction=False)
GO = "/sign-in/agency/durham/"


@pytest.fixture
def identity(settings, tmp_path: Path) -> Iterator[Identity]:
    with provider.serving() as running:
        entry = {"id": "durham", "agency": "durham", "name": "Durham Constabulary", "server_url": running.address}
        file = tmp_path / "oidc.json"
        file.write_text(json.dumps([{**entry, "client_id": provider.CLIENT_ID, "secret": provider.SECRET}]))
        settings.SOCIALACCOUNT_PROVIDERS = oidc.providers(str(file))
        person = cast.in_database(cast.durham_constable())
        running.claims = {"email": person.email, "email_verified": True, "name": person.name}
        yield running


def through(client: Client) -> HttpResponse:
    """Off to the agency's server, over real HTTP, and back."""
    there = urlsplit(client.get(GO)["Location"])
    connection = HTTPConnection(there.netloc)
    connection.request("GET", f"{there.path}?{there.query}")
    back = urlsplit(connection.getresponse().headers["Location"])
    connection.close()
    return client.get(f"{back.path}?{back.query}")


def test_a_registered_person_comes_in_by_their_agency_and_second_factor(client: Client, identity: Identity) -> None:
    assert "Sign in with Durham Constabulary" in client.get("/sign-in/").content.decode()
    answer = through(client)
    assert answer["Location"] == "/sign-in/second-step/", "the second factor is asked for all the same"
    account = SocialAccount.objects.get()
    assert (str(account.user_id), account.uid) == (cast.durham_constable().id, "42")
    asked, exchanged = identity.asked
    assert asked["code_challenge_method"] == "S256"
    assert exchanged["code_verifier"]
    assert "password" not in exchanged


def test_the_second_time_the_agencys_own_number_is_enough(client: Client, identity: Identity) -> None:
    through(client)
    identity.claims = {"email": "another@example.org", "email_verified": True}
    assert through(Client())["Location"] == "/sign-in/second-step/"
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "stranger@example.org", "email_verified": True},
        {"email": "kent.petra@example.org", "email_verified": True},
        {"email_verified": False},
        {"email": "", "email_verified": True},
    ],
)
def test_who_is_not_registered_at_that_agency_stays_out(
    client: Client, identity: Identity, claims: dict[str, object]
) -> None:
    cast.in_database(cast.outsider())
    people = User.objects.count()
    identity.claims = {**identity.claims, **claims}
    answer = through(client)
    assert answer.status_code == 403
    assert "You are not registered here" in answer.content.decode()
    assert (User.objects.count(), SocialAccount.objects.count()) == (people, 0)
    assert Entry.objects.filter(event="sign_in_failed").count() == 1
    assert client.get("/sign-in/second-step/")["Location"] == "/sign-in/"


def test_who_moved_away_or_was_closed_stays_out(client: Client, identity: Identity) -> None:
    through(client)
    person = User.objects.get(pk=cast.durham_constable().id)
    cast.agency(cast.outsider())
    cast.in_database(cast.administrator())
    move_person(user_id=person.pk, agency="kent", role=Role.FORCE_OFFICER, by=cast.administrator())
    assert through(Client()).status_code == 403
    Membership.objects.filter(user=person, agency="kent").delete()
    Membership.objects.filter(user=person).update(ended_at=None)
    assert through(Client()).status_code == 302
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert through(Client()).status_code == 403


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda one: setattr(one, "signing", provider.key()), "signed by a key that is not published"),
        (lambda one: one.claims.update(iss="https://elsewhere.example"), "from another server"),
        (lambda one: one.claims.update(aud="another client"), "meant for another"),
        (lambda one: one.claims.update(exp=int(time.time()) - 60), "expired"),
        (lambda one: setattr(one, "refuses", True), "refused there"),
    ],
)
def test_an_answer_that_cannot_be_trusted_lets_nobody_in(client: Client, identity: Identity, spoil, what: str) -> None:
    spoil(identity)
    answer = through(client)
    assert answer.status_code == 403, what
    assert "Nobody was signed in." in answer.content.decode()
    assert not SocialAccount.objects.exists()


def test_an_answer_that_nobody_asked_for_lets_nobody_in(client: Client, identity: Identity) -> None:
    answer = client.get(f"{GO}back/?code=a+code&state=forged")
    assert answer.status_code == 403
    assert identity.asked == []


def test_without_configuration_there_is_nothing(client: Client) -> None:
    assert client.get(GO).status_code == 404
    assert "Sign in with" not in client.get("/sign-in/").content.decode()


def test_an_agency_that_is_not_configured_is_not_there(client: Client, identity: Identity) -> None:
    assert client.get("/sign-in/agency/kent/").status_code == 404
