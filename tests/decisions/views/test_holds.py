"""The page says whether a hold stands, whom to call, and nothing of the case."""

import pytest
from django.test import Client

from cast import auditor, post, removals_officer, sign_in
from victims.ground import NAME, WHERE, rescued

pytestmark = pytest.mark.django_db
PAGE = "/holds/"


def ask(client: Client, reference: str) -> str:
    answer = post(client, PAGE, {"reference": reference})
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_hold_stands_and_nothing_else_is_told(client: Client) -> None:
    done = rescued()
    page = ask(sign_in(client, removals_officer()), done.reference)
    assert "A hold stands" in page
    assert "01632 960007" in page
    assert NAME not in page
    assert WHERE not in page
    assert str(done.case_id) not in page


def test_what_is_not_known_is_no_clearance(client: Client) -> None:
    page = ask(sign_in(client, removals_officer()), "H-0000-0000")
    assert "The person may be protected all the same" in page


def test_what_is_no_reference_is_said_at_the_field(client: Client) -> None:
    assert "Check it." in ask(sign_in(client, removals_officer()), "7")


def test_it_is_asked_by_post_and_by_those_who_may(client: Client) -> None:
    assert sign_in(client, removals_officer()).get(PAGE).status_code == 200
    assert sign_in(Client(), auditor()).get(PAGE).status_code == 403
    assert Client().get(PAGE).status_code == 302
