"""What is asked for twice is done once."""

from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase

from pentameter.audit.api import Event, length, record
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.work.models import Done
from pentameter.work.once import once
from tests.installations import installation

KEY = "a-key-of-sixteen-signs"


def _act(response: HttpResponseBase) -> HttpResponseBase:
    with transaction.atomic():
        record(Event.RETURN_FILED, by=SYSTEM)
    return response


def _redirect() -> HttpResponseBase:
    return _act(HttpResponseRedirect("/returns/1/"))


def _again() -> HttpResponseBase:
    raise AssertionError("done a second time")


@pytest.mark.django_db
def test_a_second_request_gets_the_first_answer() -> None:
    first = once("a", KEY, "/returns/", _redirect)
    second = once("a", KEY, "/returns/", _again)
    assert (second.status_code, second["Location"]) == (first.status_code, first["Location"])
    assert length() == 1


@pytest.mark.django_db
def test_an_answer_that_was_lost_on_its_way_is_given_again() -> None:
    """The server dies between commit and answer: the act is durable, and the one who asked has never heard of it."""
    once("a", KEY, "/returns/", _redirect)  # nobody receives this
    assert once("a", KEY, "/returns/", _again)["Location"] == "/returns/1/"


@pytest.mark.django_db
def test_json_is_given_again() -> None:
    first = once("a", KEY, "/api/", lambda: _act(JsonResponse({"id": 7}, status=201)))
    second = once("a", KEY, "/api/", _again)
    assert isinstance(second, HttpResponse)
    assert (second.status_code, second.content) == (201, b'{"id": 7}')
    assert second["Content-Type"] == first["Content-Type"]


@pytest.mark.django_db
def test_another_person_may_use_the_same_key() -> None:
    once("a", KEY, "/returns/", _redirect)
    once("b", KEY, "/returns/", _redirect)
    assert length() == 2


@pytest.mark.django_db
def test_a_key_belongs_to_one_page() -> None:
    once("a", KEY, "/returns/", _redirect)
    with pytest.raises(Refused) as refusal:
        once("a", KEY, "/reports/", _again)
    assert refusal.value.conflict


@pytest.mark.django_db
@pytest.mark.parametrize("status", [200, 400, 422])
def test_a_form_with_mistakes_leaves_no_trace_and_can_be_sent_again(status: int) -> None:
    once("a", KEY, "/returns/", lambda: HttpResponse("mistakes", status=status))
    assert Done.objects.count() == 0
    assert once("a", KEY, "/returns/", _redirect).status_code == 302


@pytest.mark.django_db
def test_a_page_that_shows_something_keeps_its_row_and_is_made_anew_each_time() -> None:
    for count in (1, 2):
        assert once("a", KEY, "/reports/1/original/", lambda: _act(HttpResponse("words"))).status_code == 200
        assert (length(), Done.objects.count()) == (count, 0)


@pytest.mark.django_db
def test_what_fails_leaves_nothing_and_can_be_tried_again() -> None:
    def fail() -> HttpResponseBase:
        _redirect()
        raise ConnectionError

    with pytest.raises(ConnectionError):
        once("a", KEY, "/returns/", fail)
    assert once("a", KEY, "/returns/", lambda: _act(HttpResponse(status=503))).status_code == 503
    assert (length(), Done.objects.count()) == (0, 0)
    once("a", KEY, "/returns/", _redirect)
    assert length() == 1


_ASK = """
import time
from django.db import transaction
from django.http import HttpResponseRedirect
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import once
def act():
    with transaction.atomic():
        number = record(Event.RETURN_FILED, by=SYSTEM)
        time.sleep(0.5)
    return HttpResponseRedirect(f"/returns/{number}/")
print(once("a", "a-key-of-sixteen-signs", "/returns/", act)["Location"])
"""


@pytest.mark.django_db
def test_of_two_at_the_same_moment_one_acts_and_both_get_its_answer(tmp_path: Path) -> None:
    with installation(tmp_path) as place:
        asking = [place.start("-c", f"import django; django.setup()\n{_ASK}") for _ in range(3)]
        assert {process.communicate(timeout=120)[0].strip() for process in asking} == {"/returns/1/"}
        assert place.code("from pentameter.audit.api import length; print(length())") == "1"
