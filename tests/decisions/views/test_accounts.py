"""The pages about the account of what she went through."""

from uuid import uuid4

import pytest
from django.test import Client

from cast import administrator, caseworker, decision_maker, durham_constable, duty_desk, post, removals_officer, sign_in
from decisions import persons
from pentameter.decisions.models import Absence, Account, AccountLook
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case

pytestmark = pytest.mark.django_db


def client_of(person: Actor) -> Client:
    return sign_in(Client(), person)


def test_a_caseworker_discloses_it_with_her_consent() -> None:
    case_id = persons.run_out()
    client, address = client_of(caseworker()), f"/cases/{case_id}/decisions/account/"
    assert "Only with her consent" in client.get(address).content.decode()
    without = post(client, address, {"words": persons.ACCOUNT}).content.decode()
    assert "has not been asked for her consent" in without
    assert persons.ACCOUNT in without
    persons.agrees(case_id)
    assert post(client, address, {"words": persons.ACCOUNT}).status_code == 302
    assert Account.objects.count() == 1
    page = client.get(f"/cases/{case_id}/decisions/").content.decode()
    assert "Disclosed with her consent" in page
    assert "canary-account" not in page


def test_a_caseworker_says_why_there_is_none() -> None:
    case_id = persons.run_out()
    client, address = client_of(caseworker()), f"/cases/{case_id}/decisions/no-account/"
    assert client.get(address).status_code == 200
    assert "too short" in post(client, address, {"words": "None."}).content.decode()
    assert post(client, address, {"words": persons.ABSENCE}).status_code == 302
    assert Absence.objects.count() == 1


def test_who_decides_opens_it_with_a_purpose() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    client, address = client_of(decision_maker()), f"/decisions/{made}/account/"
    assert persons.ACCOUNT not in client.get(address).content.decode()
    assert "Say for what purpose" in post(client, address, {"purpose": ""}).content.decode()
    assert not AccountLook.objects.exists()
    shown = post(client, address, {"purpose": "to decide"})
    assert persons.ACCOUNT in shown.content.decode()
    assert AccountLook.objects.count() == 1
    assert "You opened it" in client.get(f"/decisions/{made}/").content.decode()


def test_once_she_took_it_back_it_is_not_shown() -> None:
    case_id = persons.run_out()
    consent = persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    client = client_of(decision_maker())
    persons.takes_back(case_id, consent)
    assert "She withdrew her consent" in client.get(f"/decisions/{made}/").content.decode()
    answer = post(client, f"/decisions/{made}/account/", {"purpose": "to decide"})
    assert answer.status_code == 403
    assert persons.ACCOUNT not in answer.content.decode()


def test_who_decides_says_why_there_is_none() -> None:
    made = persons.taken_up(persons.run_out())
    client, address = client_of(decision_maker()), f"/decisions/{made}/no-account/"
    assert client.get(address).status_code == 200
    assert "too short" in post(client, address, {"words": "None."}).content.decode()
    assert post(client, address, {"words": persons.ABSENCE}).status_code == 302
    assert persons.ABSENCE in client.get(f"/decisions/{made}/").content.decode()


def test_others_see_nothing_of_it() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    for rest in ("account/", "no-account/"):
        for person in (duty_desk(), durham_constable(), removals_officer(), administrator()):
            assert client_of(person).get(f"/cases/{case_id}/decisions/{rest}").status_code == 403
            assert client_of(person).get(f"/decisions/{made}/{rest}").status_code == 403
        assert client_of(decision_maker()).get(f"/cases/{case_id}/decisions/{rest}").status_code == 403
        assert client_of(caseworker()).get(f"/decisions/{made}/{rest}").status_code == 403
        assert client_of(caseworker()).get(f"/cases/{uuid4()}/decisions/{rest}").status_code == 404
        assert client_of(caseworker()).options(f"/cases/{case_id}/decisions/{rest}").status_code == 405
    Case.objects.filter(pk=case_id).update(state="closed")
    persons_words = {"words": persons.ABSENCE}
    closed = post(client_of(caseworker()), f"/cases/{case_id}/decisions/no-account/", persons_words)
    assert "This case is closed" in closed.content.decode()
