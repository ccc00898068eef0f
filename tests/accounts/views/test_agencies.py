"""Agencies of 2007 and today, and the tokens of their systems."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

import cast
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db(transaction=False)
TOKENS, ISSUE = "/tokens/", "/tokens/new/"


@pytest.fixture(autouse=True)
def signed_in(client: Client) -> None:
    seed_agencies(by=SYSTEM)
    cast.sign_in(client, cast.administrator())


def test_a_token_is_shown_once_and_revoked(client: Client) -> None:
    cast.sign_in(client, cast.administrator())
    last = clock.today() + timedelta(days=30)
    parts = {f"expires_on_{n}": str(v) for n, v in (("day", last.day), ("month", last.month), ("year", last.year))}
    answer = cast.post(client, ISSUE, {"agency": "durham", "label": "Records", **parts})
    assert answer["Location"] == TOKENS
    page = client.get(TOKENS).content.decode()
    assert re.search(r"pentameter_[0-9a-f]{32}_[\w-]{43}", page)
    again = client.get(TOKENS).content.decode()
    assert not re.search(r"pentameter_[0-9a-f]{32}_", again)
    revoke = re.search(r'action="(/tokens/[^"]+/revoke/)"', again)[1]
    assert client.get(revoke).status_code == 405
    assert cast.post(client, revoke)["Location"] == TOKENS
    assert "This token was revoked." in client.get(TOKENS).content.decode()
    assert cast.post(client, reverse("accounts:revoke", args=[uuid4()])).status_code == 404


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"label": "Records"}, "Choose the agency."),
        ({"agency": "durham"}, "Say which system it is for."),
        ({"agency": "durham", "label": "Records"}, "Enter a date for “"),
    ],
)
def test_what_a_token_lacks_is_said(client: Client, sent: dict[str, str], sentence: str) -> None:
    assert sentence in cast.post(client, ISSUE, sent).content.decode()


@pytest.mark.parametrize(("days", "reason"), [(0, "must lie ahead"), (400, "a year at most")])
def test_a_last_day_that_will_not_do_is_refused(client: Client, days: int, reason: str) -> None:
    last = clock.today() + timedelta(days=days)
    parts = {f"expires_on_{n}": str(v) for n, v in (("day", last.day), ("month", last.month), ("year", last.year))}
    page = cast.post(client, ISSUE, {"agency": "durham", "label": "Records", **parts})
    assert reason in page.content.decode()


def test_the_list_shows_2007_and_today(client: Client) -> None:
    page = client.get("/agencies/?q=soca").content.decode()
    assert "No agency matches." in page
    page = client.get("/agencies/?q=serious").content.decode()
    assert "no longer" in page
    assert "National Crime Agency" in page
    assert "to confirm" in page


def test_an_agency_shows_its_source_and_what_is_to_confirm(client: Client) -> None:
    page = client.get("/agencies/durham/").content.decode()
    assert "ONS police force area (PFA) codes" in page
    assert "numeric code, region and 2007 name to confirm" in page
    assert "1 April 2013" in client.get("/agencies/police-scotland/").content.decode()
    assert client.get("/agencies/nowhere/").status_code == 404
