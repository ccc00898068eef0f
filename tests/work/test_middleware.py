"""Every POST to a page of ours carries a key, and is done once."""

import pytest
from django.test import Client

from pentameter.audit.api import length
from pentameter.work.middleware import fresh_key
from tests.cast import durham_constable, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.work.urls")]


@pytest.fixture
def durham(client: Client) -> Client:
    return sign_in(client, durham_constable())


def test_a_double_click_does_it_once(durham: Client) -> None:
    form = {"idempotency_key": fresh_key(), "week": "2007-10-01"}
    answers = [durham.post("/test/act/", form) for _ in range(2)]
    assert [answer["Location"] for answer in answers] == ["/done/2007-10-01/"] * 2
    assert length() == 1


def test_a_page_loaded_twice_does_it_twice(durham: Client) -> None:
    for _ in range(2):
        durham.post("/test/act/", {"idempotency_key": fresh_key(), "week": "2007-10-01"})
    assert length() == 2


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "with a space in it..", "nul\x00nul\x00nul\x00nul"])
def test_without_a_proper_key_nothing_is_done(durham: Client, key: str) -> None:
    answer = durham.post("/test/act/", {"idempotency_key": key, "week": "2007-10-01"})
    assert answer.status_code == 409
    assert "too old to send" in answer.content.decode()
    assert length() == 1  # the refusal


def test_a_key_of_another_page_is_refused(durham: Client) -> None:
    form = {"idempotency_key": fresh_key(), "week": "2007-10-01"}
    durham.post("/test/act/", form)
    assert durham.post("/test/other/", form).status_code == 409


def test_a_system_sends_its_key_in_the_header(durham: Client) -> None:
    key = fresh_key()
    answers = [durham.post("/test/json/", headers={"Idempotency-Key": key, "Week": "2007-10-01"}) for _ in range(2)]
    assert [(answer.status_code, answer.json()) for answer in answers] == [(201, {"week": "2007-10-01"})] * 2
    assert length() == 1


def test_a_form_with_mistakes_can_be_sent_again_under_its_key(durham: Client) -> None:
    form = {"idempotency_key": fresh_key()}
    assert [durham.post("/test/mistakes/", form).status_code for _ in range(2)] == [200, 200]
    assert length() == 0


def test_looking_needs_no_key(durham: Client) -> None:
    assert durham.get("/test/show/").status_code == 200


def test_what_only_asks_is_answered_each_time_whatever_the_key(durham: Client) -> None:
    key = fresh_key()
    weeks = ("2007-10-01", "2007-10-08")
    answers = [durham.post("/test/ask/", {"idempotency_key": key, "week": week}) for week in weeks]
    assert [answer["Location"] for answer in answers] == [f"/answers/{week}/" for week in weeks]
    assert durham.post("/test/ask/", {"week": "2007-10-15"}).status_code == 302
    assert length() == 0


def test_who_is_not_signed_in_is_asked_to(client: Client) -> None:
    answer = client.post("/test/act/", {"idempotency_key": fresh_key(), "week": "2007-10-01"})
    assert answer["Location"].startswith("/sign-in/")
