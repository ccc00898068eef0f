"""A page of where somebody is asks for the second factor where it is not fresh, and keeps what was typed meanwhile."""

import time
from uuid import UUID

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.test import Client

from accounts.entering import code_of
from cast import caseworker, post, sign_in
from victims.ground import WHERE, worked_with

pytestmark = pytest.mark.django_db


def long_ago(client: Client) -> Client:
    """The same browser, eleven minutes after its sign-in."""
    session = client.session
    methods = session[AUTHENTICATION_METHODS_SESSION_KEY]
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{**one, "at": time.time() - 660} for one in methods]
    session.save()
    return client


def test_the_second_factor_is_asked_for_and_the_purpose_is_kept() -> None:
    done = worked_with()
    client, at = long_ago(sign_in(Client(), caseworker())), f"/cases/{done.case_id}/whereabouts/"
    asked = post(client, at, {"purpose": "a visit today"})
    assert asked["Location"].startswith("/account/confirm/code/")
    assert WHERE not in client.get(at).content.decode()
    assert 'value="a visit today"' in client.get(at).content.decode()
    page = client.get(asked["Location"]).content.decode()
    assert "use your password" not in page
    shown = client.post(asked["Location"], {"code": code_of(UUID(caseworker().id)), "next": at})
    assert (shown.status_code, shown["Location"]) == (302, at)
    page = client.get(at).content.decode()
    assert WHERE in page
    assert "Opened for this purpose: a visit today" in page
    assert WHERE not in client.get(at).content.decode()


def test_a_password_alone_opens_nothing() -> None:
    done = worked_with()
    client, at = long_ago(sign_in(Client(), caseworker())), f"/cases/{done.case_id}/whereabouts/"
    post(client, at, {"purpose": "a visit today"})
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] += [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session.save()
    assert WHERE not in client.get(at).content.decode()


def test_who_has_a_passkey_alone_shows_that() -> None:
    done = worked_with()
    client, at = long_ago(sign_in(Client(), caseworker())), f"/cases/{done.case_id}/whereabouts/"
    Authenticator.objects.filter(user_id=caseworker().id).update(type=Authenticator.Type.WEBAUTHN, data={})
    assert post(client, at, {"purpose": "a visit"})["Location"].startswith("/account/confirm/passkey/")


def test_a_copy_asks_for_it_too() -> None:
    done = worked_with()
    client, at = long_ago(sign_in(Client(), caseworker())), f"/cases/{done.case_id}/copy/"
    assert post(client, at, {"purpose": "she asked"})["Location"].startswith("/account/confirm/code/")
    assert 'value="she asked"' in client.get(at).content.decode()
