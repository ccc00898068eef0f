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
