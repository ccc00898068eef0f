"""Sessions end in time, and who may no longer act is signed out."""

import time

import pytest
from django.test import Client

import cast
from pentameter.accounts.middleware import SEEN_AT, SIGNED_IN_AT
from pentameter.accounts.models import Membership, User
from pentameter.audit.models import Entry
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db(transaction=False)
PAGE = "/rules/access/"


def with_times(client: Client, *, signed_in: float, seen: float) -> None:
    session = client.session
    now = time.time()
    session[SIGNED_IN_AT], session[SEEN_AT] = now - signed_in, now - seen
    session.save()


@pytest.mark.parametrize(
    ("signed_in", "seen", "reason"),
    [
        (3600, 29 * 60, ""),
        (3600, 30 * 60 + 1, "You were signed out after 30 minutes without activity."),
        (9 * 3600, 10, ""),
        (10 * 3600 + 1, 10, "You were signed out after 10 hours."),
    ],
)
def test_sessions_end_in_time(client: Client, signed_in: float, seen: float, reason: str) -> None:
    cast.sign_in(client, cast.durham_constable())
    with_times(client, signed_in=signed_in, seen=seen)
    answer = client.get(PAGE)
    if not reason:
        assert answer.status_code == 200
        return
    assert answer["Location"] == f"/sign-in/?next={PAGE}"
    assert reason in client.get("/sign-in/").content.decode()
    assert Entry.objects.filter(event="signed_out").get().detail == '{"why":"limit"}'


def test_activity_is_noted_at_most_once_a_minute(client: Client) -> None:
    cast.sign_in(client, cast.durham_constable())
    with_times(client, signed_in=600, seen=59)
    client.get(PAGE)
    assert time.time() - client.session[SEEN_AT] > 50
    with_times(client, signed_in=600, seen=61)
    client.get(PAGE)
    assert time.time() - client.session[SEEN_AT] < 5


@pytest.mark.parametrize("ended", ["account", "membership"])
def test_who_may_no_longer_act_is_signed_out(client: Client, ended: str) -> None:
    person = cast.durham_constable()
    cast.sign_in(client, person)
    assert client.get(PAGE).status_code == 200
    if ended == "account":
        User.objects.filter(pk=person.id).update(is_active=False)
    else:
        Membership.objects.filter(user_id=person.id).update(ended_at=clock.now())
    assert client.get(PAGE)["Location"].startswith("/sign-in/")
    assert client.get("/account/")["Location"].startswith("/sign-in/")


def test_the_head_of_the_page_names_the_agency(client: Client) -> None:
    cast.sign_in(client, cast.national_analyst())
    page = client.get(PAGE).content.decode()
    assert "Esther Lindqvist" in page
    assert "National Centre" in page


FIREFOX, LATER_FIREFOX, CHROME = (
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
)


def test_a_copied_cookie_opens_nothing_in_another_kind_of_browser_and_ends_the_session(client: Client) -> None:
    cast.sign_in(client, cast.durham_constable())
    for agent in (FIREFOX, LATER_FIREFOX):
        assert client.get(PAGE, headers={"User-Agent": agent}).status_code == 200
    stolen = Client(headers={"User-Agent": CHROME})
    stolen.cookies = client.cookies.copy()
    assert stolen.get(PAGE)["Location"] == f"/sign-in/?next={PAGE}"
    assert client.get(PAGE, headers={"User-Agent": FIREFOX})["Location"] == f"/sign-in/?next={PAGE}"
    row = Entry.objects.get(event="session_elsewhere")
    assert (row.actor, row.detail) == (
        cast.durham_constable().id,
        '{"asked_from":"Chrome on Windows","began_in":"Firefox on Linux"}',
    )
    assert Entry.objects.get(event="signed_out").detail == '{"why":"another browser"}'
