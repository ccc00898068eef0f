"""The pages that say what went wrong. They need no database and no session, and do not depend on what was asked."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def page(status: int, reason: str = "") -> HttpResponse:
    """An error page of this door, with its status."""
    return HttpResponse(render_to_string(f"look/{status}.jinja", {"reason": reason} if reason else {}), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler400` of both doors."""
    return page(400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler403` of both doors."""
    return page(403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`handler404` of both doors: the same bytes whatever was asked for, and by whom."""
    return page(404)


def server_error(request: HttpRequest) -> HttpResponse:
    """`handler500` of both doors."""
    return page(500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """`CSRF_FAILURE_VIEW` of both doors."""
    return page(403, "The page was open too long, or was not sent from Pentameter itself.")
