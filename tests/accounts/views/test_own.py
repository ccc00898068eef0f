"""One's own account: sessions, password, second factors."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

import cast
from pentameter.accounts.models import User
from pentameter.accounts.services.agencies import seed_agencies
from pentameter.accounts.services.demo import PASSWORD, current_code, seed_demo_people
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db(transaction=False)
OWN = "/account/"
CHOICE = "/account/second-factor/"
APP = "/account/second-factor/app/"


@pytest.fixture
def demo() -> None:
    seed_agencies(by=SYSTEM)
    seed_demo_people(by=SYSTEM)


def enters(username: str = "durham.constable", agent: str = "Firefox on Linux") -> Client:
    client = Client(HTTP_USER_AGENT=agent)
    client.post("/sign-in/", {"login": username, "password": PASSWORD})
    person = User.objects.get(username=username)
    answer = client.post("/sign-in/second-step/", {"code": unused(person)})
    assert answer["Location"] == "/"
    return client


def unused(person: User) -> str:
    """A code of the app, or a recovery code when three codes were used within a minute and a half."""
    from pentameter.accounts.used_codes import was_used

    code = current_code(person.pk)
    if not was_used(person.pk, code):
        return code
    return Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()[0]


@pytest.mark.parametrize("path", [OWN, CHOICE, "/account/password/", "/account/confirm/"])
def test_works_for_everyone_and_only_signed_in(client: Client, path: str) -> None:
    assert client.get(path)["Location"].startswith("/sign-in/")
    for person in cast.EVERYONE:
        cast.sign_in(client, person())
        assert client.get(path).status_code == 200


def test_three_sessions_at_once_and_the_oldest_ends(demo: None) -> None:
    clients = [enters(agent=f"browser {number}") for number in range(4)]
    assert clients[0].get(OWN)["Location"].startswith("/sign-in/")
    page = clients[3].get(OWN)
    assert page.status_code == 200
    assert page.content.decode().count("End this one") == 3
    row = Entry.objects.filter(event="session_ended").get()
    assert "too many at once" in row.detail


def test_one_session_is_ended_by_its_owner(demo: None) -> None:
    lost, mine = enters(agent="Chrome on Android"), enters()
    page = mine.get(OWN).content.decode()
    assert "Chrome on Android" in page
    session = UserSession.objects.get(session_key=lost.session.session_key)
    end = reverse("accounts:end-session", args=[session.pk])
    assert mine.get(end).status_code == 405
    assert cast.post(mine, end)["Location"] == OWN
    assert lost.get(OWN)["Location"].startswith("/sign-in/")
    assert mine.get(OWN).status_code == 200


def test_nobody_ends_the_session_of_another(demo: None) -> None:
    theirs, mine = enters("garda.officer"), enters()
    session = UserSession.objects.get(session_key=theirs.session.session_key)
    assert cast.post(mine, reverse("accounts:end-session", args=[session.pk])).status_code == 404
    assert cast.post(mine, reverse("accounts:end-session", args=[10**9])).status_code == 404
    assert theirs.get(OWN).status_code == 200


def test_a_changed_password_ends_every_session(demo: None) -> None:
    other, mine = enters(), enters()
    words = {"oldpassword": PASSWORD, "password1": "four quiet words here", "password2": "four quiet words here"}
    wrong = mine.post("/account/password/", {**words, "oldpassword": "no"})
    assert wrong.status_code == 200
    assert mine.post("/account/password/", words).status_code == 302
    for client in (other, mine):
        assert client.get(OWN)["Location"].startswith("/sign-in/")
    assert not UserSession.objects.exists()
    assert Entry.objects.filter(event="password_changed").count() == 1
    answer = Client().post("/sign-in/", {"login": "durham.constable", "password": "four quiet words here"})
    assert answer["Location"] == "/sign-in/second-step/"


def test_who_signs_in_through_their_agency_has_no_password_here(client: Client) -> None:
    person = cast.in_database(cast.durham_constable())
    person.set_unusable_password()
    person.save()
    cast.sign_in(client, cast.durham_constable())
    assert "Your agency signs you in." in client.get("/account/password/").content.decode()


@pytest.fixture
def newcomer(client: Client) -> Actor:
    person = cast.without_second_factor(cast.durham_constable())
    cast.sign_in(client, person)
    return person


@pytest.mark.parametrize("path", ["/", "/agencies/", OWN, "/people/", "/rules/access/", "/account/password/"])
def test_a_second_factor_comes_before_anything_else(client: Client, newcomer: Actor, path: str) -> None:
    assert client.get(path)["Location"] == CHOICE
    assert client.post(path)["Location"] == CHOICE


def test_an_app_is_set_up_and_counts_at_once(client: Client, newcomer: Actor) -> None:
    assert client.get(CHOICE).status_code == 200
    page = client.get(APP).content.decode()
    secret = re.search(r'class="secret">([A-Z2-7]+)<', page)[1]
    wrong = client.post(APP, {"code": "000000"})
    assert "The code is not right." in wrong.content.decode()
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    assert client.post(APP, {"code": code})["Location"] == "/account/second-factor/codes/"
    codes = client.get("/account/second-factor/codes/").content.decode()
    assert len(re.findall(r"<li>\d{4} \d{4}</li>", codes)) == 10
    again = client.get("/account/second-factor/codes/").content.decode()
    assert "They were shown once" in again
    assert not re.search(r"\d{4} \d{4}</li>", again)
    assert client.get("/agencies/").status_code == 200
    rows = Entry.objects.filter(event="second_factor_changed").values_list("detail", flat=True)
    assert list(rows) == ['{"what":"app added"}']


def test_a_change_of_factors_asks_who_you_are_and_keeps_the_last(demo: None) -> None:
    client = enters()
    answer = client.get("/account/second-factor/app/remove/")
    assert answer["Location"].startswith("/account/confirm/")
    confirmed = client.post(answer["Location"], {"password": PASSWORD, "next": "/account/second-factor/app/remove/"})
    assert confirmed["Location"] == "/account/second-factor/app/remove/"
    page = client.get("/account/second-factor/app/remove/").content.decode()
    assert "This is your only second factor." in page
    client.post("/account/second-factor/app/remove/")
    assert Authenticator.objects.filter(user__username="durham.constable", type="totp").exists()


def test_new_recovery_codes_end_the_old(demo: None) -> None:
    client = enters()
    person = User.objects.get(username="durham.constable")
    old = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    client.post("/account/confirm/", {"password": PASSWORD, "next": OWN})
    answer = client.post("/account/second-factor/codes/new/")
    assert answer["Location"] == "/account/second-factor/codes/"
    new = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    assert not set(old) & set(new)
    assert Entry.objects.filter(event="second_factor_changed").get().detail == '{"what":"recovery codes renewed"}'


def test_a_factor_added_elsewhere_asks_this_session_to_sign_in_again(client: Client, newcomer: Actor) -> None:
    cast.in_database(cast.durham_constable())
    assert client.get(OWN)["Location"].startswith("/sign-in/")
    assert "Sign in again, with your second factor." in client.get("/sign-in/").content.decode()


def test_passkeys_belong_to_names(client: Client) -> None:
    cast.sign_in(client, cast.durham_constable())
    assert "opened by a number" in client.get(CHOICE, headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "opened by a number" not in client.get(CHOICE, headers={"host": "localhost:8000"}).content.decode()


def test_a_session_that_was_ended_leaves_nothing(demo: None) -> None:
    client = enters()
    key = client.session.session_key
    client.post("/sign-out/")
    assert not Session.objects.filter(session_key=key).exists()
