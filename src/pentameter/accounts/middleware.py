"""Who is asking: every request of the staff door knows its actor, or that there is none."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pentameter.accounts.queries.actors import actor_of


class ActorMiddleware:
    """Set `request.actor` to the signed-in person in their role, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.actor = actor_of(request)  # type: ignore[attr-defined]  # Django's request has no such field
        return self.get_response(request)
