"""The pages that say what went wrong. They need no database and no session, and do not depend on what was asked."""

import sys

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from pentameter.look.away import is_away

RETRY_AFTER = 10
"""Seconds."""


def page(status: int, reason: str = "") -> HttpResponse:
    """An error page of this door, with its status."""
    return HttpResponse(render_to_string(f"look/{status}.jinja", {"reason": reason} if reason else {}), status=status)


PROGRAMS = "/api/"
"""Below this address programs ask: they are answered in JSON."""
_FOR_PROGRAMS = {
    400: ("unreadable", "The request cannot be read. See the description of the API."),
    403: ("refused", "This is not allowed."),
    404: ("not_found", "There is nothing here for you."),
    500: ("failed", "Something went wrong here. Nothing was saved. Send it again later."),
    503: ("unavailable", "Nothing of this was saved. Send it again later, with the same key."),
}


def _answer(request: HttpRequest, status: int) -> HttpResponse:
    """The page, or for a program the same in JSON."""
    if not request.path_info.startswith(PROGRAMS):
        return page(status)
    code, sentence = _FOR_PROGRAMS[status]
    return JsonResponse({"problem": code, "sentence": sentence}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler400` of both doors."""
    return _answer(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler403` of both doors."""
    return _answer(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler404` of both doors: the same bytes whatever was asked for, and by whom."""
    return _answer(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """`handler500` of both doors. What passes is told apart, with when to ask again."""
    return unavailable(request) if is_away(sys.exc_info()[1]) else _answer(request, 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Nothing was done; ask again in a while."""
    answer = _answer(request, 503)
    answer["Retry-After"] = str(RETRY_AFTER)
    return answer


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """`CSRF_FAILURE_VIEW` of both doors."""
    return page(403, "The page was open too long, or was not sent from Pentameter itself.")
