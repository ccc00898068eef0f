"""A line for every request: which page, how it was answered, and how long that took. Not by whom and not about whom:
that stands in the record, which is kept otherwise and read by other people."""

import re
import secrets
import time
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pentameter.config import logs

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NUMBER = "X-Request-ID"
"""nginx gives every request a number, so that its line and ours are found together."""
_WATCHED = frozenset({"live", "ready", "metrics"})
_log = structlog.get_logger(logs.ANSWERED)


class AnsweredMiddleware:
    """Writes the line, and lends the request's number to all lines that are written meanwhile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = time.monotonic()
        with structlog.contextvars.bound_contextvars(request=_number(request)):
            response = self.get_response(request)
            view = request.resolver_match.view_name if request.resolver_match else ""
            if view not in _WATCHED or response.status_code != 200:
                took = round((time.monotonic() - began) * 1000, 1)
                method = request.method if request.method in METHODS else "other"
                _log.info(
                    "answered", door=settings.DOOR, view=view, method=method, status=response.status_code, ms=took
                )
        return response


def _number(request: HttpRequest) -> str:
    given = request.headers.get(NUMBER, "")
    return given if re.fullmatch(r"[0-9a-f]{32}", given) else secrets.token_hex(16)
