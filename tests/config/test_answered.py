"""Every request has a line that says which page it was, and a number."""

import json

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from pentameter.config.answered import AnsweredMiddleware
from tests.config.test_logs import said


def _lines(request: HttpRequest, status: int = 200) -> list[dict[str, object]]:
    with said() as (lines, _):
        AnsweredMiddleware(lambda _: HttpResponse(status=status))(request)
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_an_address_that_is_no_page_is_not_named() -> None:
    (one,) = _lines(RequestFactory().get("/people/maria/?words=maria"), status=404)
    assert (one["view"], one["method"], one["status"], one["door"]) == ("", "GET", 404, "staff")
    assert "maria" not in json.dumps(one)


def test_a_method_that_nobody_knows_is_not_repeated() -> None:
    (one,) = _lines(RequestFactory().generic("MARIA", "/"))
    assert one["method"] == "other"


@pytest.mark.parametrize(("given", "kept"), [("6946d1ffbc99433bb0567599da1c8c92", True), ("maria", False), ("", False)])
def test_the_number_that_nginx_gave_is_kept_and_nothing_else(given: str, kept: bool) -> None:
    (one,) = _lines(RequestFactory().get("/", headers={"X-Request-ID": given}))
    assert (one["request"] == given) is kept
    assert len(str(one["request"])) == 32


def test_being_watched_leaves_no_line_while_all_is_well() -> None:
    with said() as (lines, _):
        Client().get("/health/live/")
    assert lines.getvalue() == ""
