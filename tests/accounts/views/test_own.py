"""One's own account: sessions, password, second factors."""

import re

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

import cast
from pentameter.accounts.services.demo import PASSWORD
from pentameter.audit.models import Entry
from tests.accounts.entering import CHOICE, OWN, enters

pytestmark = pytest.mark.django_db(transaction=False)


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


def test_a_session_that_was_ended_leaves_nothing(demo: None) -> None:
    client = enters()
    key = client.session.session_key
    client.post("/sign-out/")
    assert not Session.objects.filter(session_key=key).exists()


def test_all_other_sessions_end_by_one_button(demo: None) -> None:
    lost, mine = enters(agent="Chrome on Android"), enters()
    assert "End all others" in mine.get(OWN).content.decode()
    end = reverse("accounts:end-others")
    assert mine.get(end).status_code == 405
    assert cast.post(mine, end)["Location"] == OWN
    assert lost.get(OWN)["Location"].startswith("/sign-in/")
    page = mine.get(OWN).content.decode()
    assert "Ended: 1 other session." in page
    assert "End all others" not in page


def test_a_sign_in_in_another_browser_is_told_and_one_says_whether_it_was_oneself(demo: None) -> None:
    first, second = enters(), enters(agent="Chrome on Android")
    assert "Say whether it was you in Chrome on Android" in first.get("/").content.decode()
    waits = re.search(r'action="(/account/browsers/\d+/mine/)"', first.get(OWN).content.decode())[1]
    other = enters("garda.officer")
    assert cast.post(other, waits).status_code == 404
    assert cast.post(first, waits)["Location"] == OWN
    assert "Say whether it was you" not in first.get("/").content.decode()
    cookie = second.cookies["staff_browser"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert second.cookies["staff_browser"].value != first.cookies["staff_browser"].value
