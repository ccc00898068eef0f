"""Notifications as they are used: three choices, counts, and no way from one to a person."""

import pytest
from django.test import Client

from cast import (
    caseworker,
    decision_maker,
    durham_constable,
    durham_sergeant,
    in_database,
    national_analyst,
    outsider,
    post,
    removals_officer,
    sign_in,
)
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Notification
from pentameter.work.api import fresh_key

pytestmark = pytest.mark.django_db
NEW = "/notifications/new/"
TYPED = {"place": "england_wales", "kind": "forced_labour", "age": "adult"}


def as_(person: Actor) -> Client:
    return sign_in(Client(), person)


def test_an_officer_files_one_and_a_supervisor_counts_it() -> None:
    client = as_(durham_constable())
    assert "There is no field for words" in client.get(NEW).content.decode()
    assert post(client, NEW, TYPED).status_code == 302
    page = as_(durham_sergeant()).get("/notifications/").content.decode()
    assert "Forced labour" in page
    assert f"{clock.today().year}-Q" in page
    assert "No notification was filed yet" in as_(caseworker()).get("/notifications/").content.decode()
    assert "Forced labour" in as_(national_analyst()).get("/notifications/").content.decode()


@pytest.mark.parametrize("age", ["child", "maybe_child"])
def test_a_child_is_referred_instead(age: str) -> None:
    page = post(as_(durham_constable()), NEW, {**TYPED, "age": age}).content.decode()
    assert "refer her" in page
    assert not Notification.objects.exists()


def test_what_is_missing_is_said() -> None:
    page = post(as_(durham_constable()), NEW).content.decode()
    for sentence in ("Choose the place.", "Choose the kind of exploitation.", "Say how old she may be."):
        assert sentence in page


def test_a_double_submit_counts_once() -> None:
    client, data = as_(durham_constable()), {**TYPED, "idempotency_key": fresh_key()}
    client.post(NEW, data)
    client.post(NEW, data)
    assert Notification.objects.count() == 1


def test_outsiders_and_wrong_methods() -> None:
    in_database(durham_constable())
    for path in (NEW, "/notifications/"):
        assert Client().get(path).status_code == 302
        for person in (removals_officer(), decision_maker()):
            assert as_(person).get(path).status_code == 403
    assert as_(outsider()).get("/notifications/").status_code == 403
    assert post(as_(durham_sergeant()), "/notifications/").status_code == 405
    assert as_(national_analyst()).get(NEW).status_code == 403
