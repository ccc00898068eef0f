"""Second factors: the first comes before anything else, every change is proven and written down, the last one stays."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

import cast
from pentameter.accounts.models import User
from pentameter.accounts.services.demo import PASSWORD
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from tests.accounts.entering import APP, CHOICE, OWN, enters

pytestmark = pytest.mark.django_db(transaction=False)


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
    assert list(rows) == ['{"sessions_ended":0,"what":"app added"}']


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


def test_a_change_of_factors_ends_all_other_sessions(demo: None) -> None:
    other, mine = enters(), enters()
    mine.post("/account/confirm/", {"password": PASSWORD, "next": OWN})
    mine.post("/account/second-factor/codes/new/")
    assert other.get(OWN)["Location"].startswith("/sign-in/")
    assert mine.get(OWN).status_code == 200
    assert '"sessions_ended":1' in Entry.objects.filter(event="second_factor_changed").get().detail


def test_the_page_that_asks_again_shows_the_code_in_a_demonstration(demo: None) -> None:
    assert "Go on with this code" in enters().get("/account/confirm/code/").content.decode()


def test_new_recovery_codes_end_the_old(demo: None) -> None:
    client = enters()
    person = User.objects.get(username="durham.constable")
    old = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    client.post("/account/confirm/", {"password": PASSWORD, "next": OWN})
    answer = client.post("/account/second-factor/codes/new/")
    assert answer["Location"] == "/account/second-factor/codes/"
    new = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
    assert not set(old) & set(new)
    assert Entry.objects.filter(event="second_factor_changed").get().detail == (
        '{"sessions_ended":0,"what":"recovery codes renewed"}'
    )


def test_a_factor_added_elsewhere_asks_this_session_to_sign_in_again(client: Client, newcomer: Actor) -> None:
    cast.in_database(cast.durham_constable())
    assert client.get(OWN)["Location"].startswith("/sign-in/")
    assert "Sign in again, with your second factor." in client.get("/sign-in/").content.decode()


def test_passkeys_belong_to_names(client: Client) -> None:
    cast.sign_in(client, cast.durham_constable())
    assert "opened by a number" in client.get(CHOICE, headers={"host": "127.0.0.1:8000"}).content.decode()
    assert "opened by a number" not in client.get(CHOICE, headers={"host": "localhost:8000"}).content.decode()
