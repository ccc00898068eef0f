"""A refusal is answered in one place, says no more than it may, and leaves a row."""

import json
import re
import uuid

import pytest
from django.test import Client

from pentameter.audit.models import Entry
from pentameter.work.middleware import fresh_key
from tests.cast import durham_constable, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.work.urls")]
RECORD = uuid.UUID(int=7)


@pytest.fixture
def durham(client: Client) -> Client:
    return sign_in(client, durham_constable())


@pytest.mark.parametrize(("kind", "status"), [("refused", 403), ("conflict", 409), ("hidden", 404)])
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_kind_has_its_answer(durham: Client, kind: str, status: int, method: str) -> None:
    form = {"idempotency_key": fresh_key()} if method == "post" else {}
    answer = getattr(durham, method)(f"/test/refuse/{kind}/{RECORD}/", form)
    assert answer.status_code == status
    assert ("The operation is over." in answer.content.decode()) is (kind != "hidden")
    row = Entry.objects.get(event="refused")
    assert (row.actor, row.subject_type, row.subject_id) == (durham_constable().id, "page", "refuse")
    assert json.loads(row.detail) == {"kind": kind, "ids": {"kind": kind, "record_id": str(RECORD)}}


def _without_tokens(page: bytes) -> str:
    return re.sub(r'(name="(?:csrfmiddlewaretoken|idempotency_key)" value=")[^"]*', r"\1", page.decode())


def test_what_is_hidden_looks_like_what_never_was(durham: Client) -> None:
    hidden, never = (durham.get(f"/test/refuse/hidden/{uuid.uuid4()}/") for _ in range(2))
    assert _without_tokens(hidden.content) == _without_tokens(never.content)
    assert dict(hidden.headers).keys() == dict(never.headers).keys()


def test_a_page_for_others_is_refused_before_anything_is_asked(durham: Client) -> None:
    answer = durham.get("/test/administrators/")
    assert answer.status_code == 403
    assert "The role force officer may not do this." in answer.content.decode()


def test_signs_that_no_database_takes_do_no_harm(durham: Client) -> None:
    assert durham.get(f"/test/refuse/%00/{RECORD}/").status_code == 403
    assert json.loads(Entry.objects.get().detail)["ids"]["kind"] == "\x00"
