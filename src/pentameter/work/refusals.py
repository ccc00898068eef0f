"""The one place that turns a refusal into an answer."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string

from pentameter.audit.api import Event, record
from pentameter.kernel.verdict import Refused


class RefusalsMiddleware:
    """Refused: 404 where existence is hidden, 409 on a conflict, 403 otherwise. Each is recorded."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer a refusal; leave everything else to Django."""
        return answer(request, exception) if isinstance(exception, Refused) else None


def answer(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Record the refusal and make the page that the refused person sees."""
    remember_refusal(request, refusal)
    if refusal.hidden:
        return HttpResponseNotFound(render_to_string("look/404.jinja", request=request))
    status = status_of(refusal)
    return render(request, f"look/{status}.jinja", {"reason": refusal.reason}, status=status)


def status_of(refusal: Refused) -> int:
    """404 where existence is hidden, 409 on a conflict, 403 otherwise."""
    return 404 if refusal.hidden else 409 if refusal.conflict else 403


def remember_refusal(request: HttpRequest, refusal: Refused) -> None:
    """Record that someone was refused something."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return
    kind = "hidden" if refusal.hidden else "conflict" if refusal.conflict else "refused"
    asked = request.resolver_match
    ids = {name: str(value) for name, value in asked.kwargs.items()} if asked else {}
    page = asked.view_name[:64] if asked else ""
    with transaction.atomic():
        record(Event.REFUSED, by=actor, subject=("page", page), detail={"kind": kind, "ids": ids})
