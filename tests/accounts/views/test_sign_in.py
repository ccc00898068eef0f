"""Signing in and out, step by step, as a browser does it."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

import cast
from pentameter.accounts.models import User
from pentameter.accounts.services.demo import PASSWORD, current_code
from pentameter.audit.models import Entry

pytestmark = pytest.mark.django_db(transaction=False)
SIGN_IN = "/sign-in/"
SECOND = "/sign-in/second-step/"


def code_of(username: str) -> str:
    return current_code(User.objects.get(username=username).pk)


def first_step(client: Client, username: str = "durham.constable", password: str = PASSWORD, **more: str):
    return client.post(SIGN_IN, {"login": username, "password": password, **more})


def events(name: str) -> list[Entry]:
    return list(Entry.objects.filter(event=name).order_by("seq"))


def test_password_and_code_let_in_and_are_written_down(client: Client, demo: None) -> None:
    answer = first_step(client)
    assert answer.status_code == 302
    assert answer["Location"] == SECOND
    assert "_auth_user_id" not in client.session

    page = client.get(SECOND)
    assert page.status_code == 200
    answer = client.post(SECOND, {"code": code_of("durham.constable")})
    assert answer["Location"] == "/"
    person = User.objects.get(username="durham.constable")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert [(one.actor, one.detail) for one in events("signed_in")] == [
        (str(person.pk), '{"methods":["password","mfa"]}')
    ]


def test_what_was_asked_for_is_opened_after_signing_in(client: Client, demo: None) -> None:
    path = reverse("access:matrix")
    assert client.get(path)["Location"] == f"{SIGN_IN}?next={path}"
    first_step(client, next=path)
    assert client.post(SECOND, {"code": code_of("durham.constable")})["Location"] == path
    assert client.get(path).status_code == 200


def test_a_name_in_capitals_is_the_same_name(client: Client, demo: None) -> None:
    assert first_step(client, "Durham.Constable")["Location"] == SECOND


@pytest.mark.parametrize(
    ("username", "password", "known"),
    [("durham.constable", "not this", "true"), ("nobody.here", "not this", "false")],
)
def test_a_wrong_password_says_no_more_than_that(
    client: Client, demo: None, username: str, password: str, known: str
) -> None:
    page = first_step(client, username, password)
    assert page.status_code == 200
    assert "The username or the password is not right." in page.content.decode()
    (row,) = events("sign_in_failed")
    assert row.detail == f'{{"known":{known},"step":"password"}}'
    assert password not in row.detail
    assert (row.subject_id != "") == (known == "true")


def test_a_wrong_code_is_refused_and_written_down(client: Client, demo: None) -> None:
    first_step(client)
    page = client.post(SECOND, {"code": "000000"})
    assert "The code is not right." in page.content.decode()
    assert "_auth_user_id" not in client.session
    assert [row.detail for row in events("sign_in_failed")] == ['{"known":true,"step":"second factor"}']


def test_a_code_works_once(client: Client, demo: None) -> None:
    first_step(client)
    code = code_of("durham.constable")
    client.post(SECOND, {"code": code})
    again = Client()
    first_step(again)
    page = again.post(SECOND, {"code": code})
    assert "This code was used already." in page.content.decode()
    assert code_of("durham.constable") != code


def test_a_recovery_code_works_once(client: Client, demo: None) -> None:
    held = Authenticator.objects.get(user__username="durham.constable", type="recovery_codes")
    code = held.wrap().get_unused_codes()[0]
    first_step(client)
    assert client.post(SECOND, {"code": code})["Location"] == "/"
    again = Client()
    first_step(again)
    assert again.post(SECOND, {"code": code}).status_code == 200


def test_secrets_are_sealed_in_the_database(demo: None) -> None:
    held = Authenticator.objects.get(user__username="durham.constable", type="totp")
    assert not re.fullmatch(r"[A-Z2-7]{32}", held.data["secret"])


def test_signing_out_is_written_down_and_ends_the_session(client: Client, demo: None) -> None:
    first_step(client)
    client.post(SECOND, {"code": code_of("durham.constable")})
    key = client.session.session_key
    assert client.get("/sign-out/").status_code == 200
    assert client.post("/sign-out/")["Location"] == SIGN_IN
    assert not Session.objects.filter(session_key=key).exists()
    assert [row.detail for row in events("signed_out")] == ['{"why":"asked"}']


def test_the_demonstration_lists_its_accounts_and_shows_the_code(client: Client, demo: None) -> None:
    page = client.get(SIGN_IN).content.decode()
    assert "Try every role" in page
    assert page.count('<b class="nowrap">') == 1
    for name in ("durham.constable", "removals.officer", "administrator"):
        assert name in page
    first_step(client)
    page = client.get(SECOND).content.decode()
    assert f'value="{code_of("durham.constable")}"' in page


def test_a_real_installation_shows_neither_and_refuses_them(client: Client, demo: None, settings) -> None:
    settings.IS_DEMO = False
    page = client.get(SIGN_IN).content.decode()
    assert "Try every role" not in page
    assert PASSWORD not in page
    answer = first_step(client)
    assert answer.status_code == 403
    assert "This is an account of the demonstration." in answer.content.decode()
    assert client.get(SECOND)["Location"] == SIGN_IN
    assert [row.detail for row in events("sign_in_failed")] == ['{"known":true,"step":"account"}']


def test_a_real_installation_shows_no_code(client: Client, settings) -> None:
    settings.IS_DEMO = False
    person = cast.in_database(cast.durham_constable())
    assert first_step(client, person.username, cast.PASSWORD)["Location"] == SECOND
    assert "Demonstration: the code now" not in client.get(SECOND).content.decode()


def test_a_session_of_the_demonstration_does_not_outlive_it(client: Client, demo: None, settings) -> None:
    first_step(client)
    client.post(SECOND, {"code": code_of("durham.constable")})
    settings.IS_DEMO = False
    assert client.get("/account/")["Location"].startswith(SIGN_IN)


def test_five_failures_lock_out_with_kind_words(client: Client, demo: None) -> None:
    pages = [first_step(client, password="wrong") for _ in range(5)]
    assert [page.status_code for page in pages] == [200, 200, 200, 200, 429]
    words = pages[-1].content.decode()
    assert "Wait a quarter of an hour" in words
    assert "one-time link" in words
    assert pages[-1]["Retry-After"] == "900"
    locked = first_step(client)
    assert locked.status_code == 429
    assert first_step(Client(REMOTE_ADDR="192.0.2.7"))["Location"] == SECOND, "elsewhere the person can still sign in"
    assert first_step(client, "cleveland.sergeant")["Location"] == SECOND, "others here can still sign in"


def test_a_lockout_ends_after_a_quarter_of_an_hour(client: Client, demo: None) -> None:
    from datetime import timedelta

    from axes.models import AccessAttempt
    from django.utils import timezone

    for _ in range(5):
        first_step(client, password="wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert first_step(client)["Location"] == SECOND


def test_codes_cannot_be_guessed_for_long(client: Client, demo: None) -> None:
    first_step(client)
    pages = [client.post(SECOND, {"code": f"{number:06}"}).content.decode() for number in range(21)]
    assert "Too many attempts." in pages[-1]


@pytest.mark.parametrize(
    "path",
    [
        "/sign-up/",
        "/account/email/",
        "/accounts/login/",
        "/accounts/signup/",
        "/account/password/reset/",
        "/sign-in/code/",
        "/account/3rdparty/",
        "/accounts/2fa/",
    ],
)
def test_nothing_else_of_the_library_is_reachable(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [SIGN_IN, "/sign-in/closed/", "/sign-in/link/done/"])
def test_open_pages_have_our_face(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert "look/look.css" in page.content.decode()
    assert "<script>" not in page.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert getattr(client, method)(SIGN_IN).status_code == 405


def test_someone_signed_in_does_not_sign_in_again(client: Client) -> None:
    cast.sign_in(client, cast.durham_constable())
    assert client.get(SIGN_IN)["Location"] == "/"


def test_a_closed_account_hears_that_it_is_closed(client: Client) -> None:
    person = cast.in_database(cast.durham_constable())
    User.objects.filter(pk=person.pk).update(is_active=False)
    answer = first_step(client, person.username, cast.PASSWORD)
    assert answer.status_code == 403
    assert "This account is closed." in answer.content.decode()


def test_sign_in_takes_no_longer_than_a_person_waits(client: Client, demo: None) -> None:
    begun = time.perf_counter()
    first_step(client)
    assert time.perf_counter() - begun < 2
