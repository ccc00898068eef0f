import io
import zipfile

import pytest
from django.test import Client

import cast
from entities import linked
from intelligence import pages
from pentameter.audit.models import Entry

ADDRESS = "/network/export/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst(client: Client) -> Client:
    linked.whole()
    return cast.sign_in(client, cast.national_analyst())


def asked_for(client: Client, address: str = ADDRESS, **typed: str) -> object:
    fields = {**pages.form(client.get(address), ""), "format": "graphml", "purpose": "To brief the wave", **typed}
    return client.post(address, fields)


def test_it_asks_for_format_and_purpose_and_then_sends(analyst: Client) -> None:
    answer = asked_for(analyst, f"{ADDRESS}?kind=person")
    assert (answer.status_code, answer["Location"]) == (302, f"{ADDRESS}?kind=person")
    sent = analyst.get(answer["Location"])
    assert sent.streaming
    assert (sent["Content-Type"], sent["Cache-Control"]) == ("application/zip", "no-store")
    assert "pentameter-network-graphml-" in sent["Content-Disposition"]
    archive = zipfile.ZipFile(io.BytesIO(b"".join(sent.streaming_content)))
    assert archive.namelist() == ["manifest.json", "network.graphml"]


def test_the_purpose_is_used_up_and_belongs_to_one_address(analyst: Client) -> None:
    address = asked_for(analyst)["Location"]
    assert "Before it leaves" in analyst.get(f"{address}?kind=phone").content.decode()
    address = asked_for(analyst)["Location"]
    assert analyst.get(address).streaming
    assert "Before it leaves" in analyst.get(address).content.decode()
    assert Entry.objects.filter(event="network_exported").count() == 1


def test_what_is_missing_is_said(analyst: Client) -> None:
    text = asked_for(analyst, format="", purpose="").content.decode()
    assert "Choose a format." in text
    assert "Say for what purpose you need it." in text


def test_nothing_that_matches_says_so(analyst: Client) -> None:
    address = asked_for(analyst, f"{ADDRESS}?first=2999-01-01")["Location"]
    answer = analyst.get(address)
    assert answer.status_code == 403
    assert "Widen the filters" in answer.content.decode()


@pytest.mark.parametrize("who", [cast.durham_constable, cast.prosecutor, cast.auditor])
def test_others_are_refused(who, client: Client) -> None:
    assert cast.sign_in(client, who()).get(ADDRESS).status_code == 403


def test_other_methods_and_nobody(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302
    assert cast.sign_in(client, cast.national_analyst()).options(ADDRESS).status_code == 405


def test_an_identifier_that_is_none(analyst: Client) -> None:
    assert analyst.get(f"{ADDRESS}?thing=nobody").status_code == 404
