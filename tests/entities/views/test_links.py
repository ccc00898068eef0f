"""Saying a link on the page of a thing, and striking it."""

from uuid import UUID

import pytest
from django.test import Client

import cast
from cast import post, sign_in
from entities import linked
from pentameter.entities.models import Link
from pentameter.entities.views import links

pytestmark = pytest.mark.django_db


def _address(mention: UUID) -> str:
    return f"/network/things/{mention}/"


def test_both_ask_for_the_right_to_say_links() -> None:
    assert {links.add.operation, links.strike.operation} == {"add_link"}


def test_a_link_is_said_and_struck_on_the_page(client: Client) -> None:
    linked.whole()
    source, target = linked.mention("person", "cleveland", 1), linked.mention("person", "durham")
    sign_in(client, cast.cleveland_sergeant())
    said = {"relation": "controls", "target": str(target), "reason": "Seen together <twice>."}
    answer = post(client, f"{_address(source)}links/", said)
    assert answer["Location"] == _address(source)
    page = client.get(_address(source)).content.decode()
    assert "Otto Muster controls Mira Testova" in page
    assert "Seen together &lt;twice&gt;." in page
    link = Link.objects.get()
    strike = f"{_address(source)}links/{link.id}/strike/"
    assert strike in page
    assert client.get(strike).status_code == 200
    assert post(client, strike, {"reason": "A mistake."})["Location"] == _address(source)
    assert "Nobody has said a link of this thing by hand." in client.get(_address(source)).content.decode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"reason": ""}, "Say how you know that the two are linked."),
        ({"target": ""}, "Choose a thing from the list."),
        ({"target": "nonsense"}, "Choose a thing from the list."),
        ({"relation": "lives_at"}, "needs premises after it"),
        ({"relation": "named_together"}, "Select a valid choice"),
        ({"from_on_day": "31", "from_on_month": "2", "from_on_year": "2026"}, "31 2 2026 is not a date."),
    ],
)
def test_a_link_that_cannot_be_said_is_told_and_kept_in_the_form(
    client: Client, change: dict[str, object], sentence: str
) -> None:
    linked.whole()
    source, target = linked.mention("person", "cleveland", 1), linked.mention("person", "durham")
    said = {"relation": "controls", "target": str(target), "reason": "Seen together.", **change}
    response = post(sign_in(client, cast.cleveland_sergeant()), f"{_address(source)}links/", said)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Link.objects.exists()


def test_a_link_with_what_may_not_be_seen_never_was(client: Client) -> None:
    linked.whole()
    source, hidden = linked.mention("person", "durham"), linked.mention("person", "garda")
    said = {"relation": "controls", "target": str(hidden), "reason": "Guessed."}
    assert post(sign_in(client, cast.durham_constable()), f"{_address(source)}links/", said).status_code == 404
