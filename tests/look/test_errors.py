"""Error pages: what happened, what it means, what to do; and a 404 that never differs."""

import json
from collections.abc import Callable

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory

from pentameter.look import environment, errors
from tests.look import kitchen

STATUSES = (400, 403, 404, 405, 409, 413, 429, 500, 503)


@pytest.mark.parametrize("status", STATUSES)
def test_every_error_has_its_page(status: int) -> None:
    answer = errors.page(status)
    assert answer.status_code == status
    assert answer.content.decode().count("<h1>") == 1
    assert "<h1></h1>" not in answer.content.decode()


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("door", ["staff", "public"])
def test_both_doors_have_it(status: int, door: str) -> None:
    folder = next(path for path in environment.template_folders() if path.parent.name == "look")
    page = environment.build(folder, door=door).get_template(f"look/{status}.jinja").render()
    assert f"govuk-{door}.css" in page
    assert ("clear no list" in page) is (door == "staff" and status == 503)


def test_not_found_is_the_same_whatever_was_asked() -> None:
    asked = RequestFactory()
    first = errors.not_found(asked.get("/cases/1"), Exception("no such case"))
    second = errors.not_found(asked.get("/secret?x=1", headers={"cookie": "staff_session=1"}))
    assert first.content == second.content
    assert first.headers.items() == second.headers.items()


def test_not_found_is_the_same_when_a_record_is_hidden_from_someone() -> None:
    request = RequestFactory().get("/cases/1")
    hidden = render_to_string("look/404.jinja", {"actor": kitchen.ACTOR, "nav": kitchen.NAV, "reason": "hidden"})
    assert hidden.encode() == errors.not_found(request).content


def test_what_is_away_is_said_and_when_to_ask_again() -> None:
    page, program = _away("/cases/"), _away("/api/v1/reports")
    assert [page.status_code, program.status_code] == [503, 503]
    assert page["Retry-After"] == program["Retry-After"] == str(errors.RETRY_AFTER)
    assert page.content == errors.page(503).content
    assert json.loads(program.content)["problem"] == "unavailable"


def _away(path: str) -> HttpResponse:
    try:
        raise OperationalError("database or disk is full")
    except OperationalError:
        return errors.server_error(RequestFactory().get(path))


def test_a_reason_is_said_and_escaped() -> None:
    page = errors.page(409, "Someone <b>else</b> changed it.").content.decode()
    assert "Someone &lt;b&gt;else&lt;/b&gt; changed it." in page


def test_handlers_answer_with_their_status() -> None:
    request = RequestFactory().get("/")
    answers = (
        errors.bad_request(request),
        errors.forbidden(request),
        errors.server_error(request),
        errors.forged(request),
    )
    assert [answer.status_code for answer in answers] == [400, 403, 500, 403]


@pytest.mark.parametrize(
    ("handler", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404), (errors.server_error, 500)],
)
def test_a_program_is_answered_in_json(handler: Callable[..., HttpResponse], status: int) -> None:
    answer = handler(RequestFactory().get("/api/v1/files/x"))
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    assert set(json.loads(answer.content)) == {"problem", "sentence"}
