"""An address that only takes forms says so to the person who opens it."""

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.test import Client, RequestFactory

from pentameter.look.middleware import MethodPageMiddleware
from tests.cast import durham_constable, sign_in


def _through(answer: HttpResponse) -> HttpResponse:
    def view(request: HttpRequest) -> HttpResponse:
        return answer

    given = MethodPageMiddleware(view)(RequestFactory().get("/"))
    assert isinstance(given, HttpResponse)
    return given


def test_an_empty_405_becomes_a_page() -> None:
    given = _through(HttpResponseNotAllowed(["POST"]))
    assert (given.status_code, given["Allow"]) == (405, "POST")
    assert "only receives a form" in given.content.decode()


def test_everything_else_passes_as_it_is() -> None:
    for answer in (HttpResponse(b""), HttpResponseNotAllowed(["POST"], b"said already")):
        assert _through(answer) is answer


@pytest.mark.django_db
def test_a_form_s_address_opened_by_hand(client: Client) -> None:
    given = sign_in(client, durham_constable()).get("/intake/send/")
    assert given.status_code == 405
    assert given["Allow"] == "POST"
    assert "only receives a form" in given.content.decode()
