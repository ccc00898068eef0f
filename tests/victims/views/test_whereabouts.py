"""Where she is opens for a stated purpose, once; each look needs its purpose anew."""

from uuid import uuid4

import pytest
from django.test import Client

from cast import caseworker, durham_constable, duty_desk, outsider, post, removals_officer, sign_in
from pentameter.kernel.actor import Actor
from pentameter.work.api import fresh_key
from victims.ground import WHERE, rescued, worked_with

pytestmark = pytest.mark.django_db


def client_of(person: Actor) -> Client:
    return sign_in(Client(), person)


def test_it_opens_once_for_a_purpose() -> None:
    done = worked_with()
    client, at = client_of(caseworker()), f"/cases/{done.case_id}/whereabouts/"
    assert WHERE not in client.get(at).content.decode()
    assert "Say for what purpose" in post(client, at, {"purpose": ""}).content.decode()
    answer = post(client, at, {"purpose": "a visit"})
    assert (answer.status_code, answer["Location"]) == (302, at)
    page = client.get(at).content.decode()
    assert WHERE in page
    assert "Opened for this purpose: a visit" in page
    assert WHERE not in client.get(at).content.decode()


def test_a_purpose_that_was_stated_for_one_case_opens_no_other() -> None:
    one, other = worked_with(), worked_with()
    client = client_of(caseworker())
    post(client, f"/cases/{one.case_id}/whereabouts/", {"purpose": "a visit"})
    assert WHERE not in client.get(f"/cases/{other.case_id}/whereabouts/").content.decode()


@pytest.mark.parametrize("part", ["whereabouts/", "whereabouts/change/"])
def test_for_others_it_never_was(part: str) -> None:
    done = rescued()
    at = f"/cases/{done.case_id}/{part}"
    assert Client().get(at).status_code == 302
    assert client_of(caseworker()).get(at).status_code == 404
    for person in (durham_constable(), outsider(), removals_officer()):
        client = client_of(person)
        assert client.get(at).status_code == 403
        assert client.get(at).content == client.get(f"/cases/{uuid4()}/{part}").content
    desk = client_of(duty_desk())
    assert desk.get(at).status_code == 200
    assert desk.get(f"/cases/{uuid4()}/{part}").status_code == 404
    assert desk.get(f"/cases/7/{part}").status_code == 404
    assert desk.delete(at, headers={"Idempotency-Key": fresh_key()}).status_code == 405


def test_it_is_said_anew_and_a_conflict_shows_both_and_loses_no_word() -> None:
    done = worked_with()
    at = f"/cases/{done.case_id}/whereabouts/change/"
    first, second = client_of(duty_desk()), client_of(caseworker())
    assert WHERE not in first.get(at).content.decode()
    assert "Say where she is" in post(first, at, {"where": "", "version": 1}).content.decode()
    assert post(first, at, {"where": "a third room", "version": 1}).status_code == 302
    conflict = post(second, at, {"where": "a fourth room", "note": "ring twice", "version": 1})
    page = conflict.content.decode()
    assert conflict.status_code == 409
    for words in ("a third room", 'value="a fourth room"', "ring twice", 'name="version" value="2"'):
        assert words in page
    assert post(second, at, {"where": "a fourth room", "version": 2}).status_code == 302
