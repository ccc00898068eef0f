"""Every POST is one act, done once, in one transaction with its key."""

import re
from collections.abc import Callable
from secrets import token_urlsafe
from typing import TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pentameter.kernel.verdict import Refused
from pentameter.work.once import once
from pentameter.work.refusals import answer
from pentameter.work.unlucky import once_more

FIELD = "idempotency_key"
HEADER = "Idempotency-Key"
_FORM = re.compile(r"[A-Za-z0-9_-]{16,64}")


def fresh_key() -> str:
    """A key for a form that is about to be shown."""
    return token_urlsafe(24)


V = TypeVar("V", bound=Callable[..., HttpResponseBase])


def only_asks(view: V) -> V:
    """Mark a view whose POST changes nothing: a question that may not stand in an address, and may be asked again."""
    view.only_asks = True  # type: ignore[attr-defined]  # functions carry what they are told
    return view


class OnceMiddleware:
    """Do what a view of ours is asked by POST once, however often it is asked under the same key."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: list[object], kwargs: dict[str, object]
    ) -> HttpResponseBase | None:
        """Wrap the view where it is one of ours and the request would change something."""
        if request.method in ("GET", "HEAD", "OPTIONS") or not hasattr(view, "operation"):
            return None
        if hasattr(view, "only_asks"):
            return None
        actor = getattr(request, "actor", None)
        if actor is None:
            return None
        try:
            key = _key(request)
            return _lucky(request, lambda: once(actor.id, key, request.path, lambda: view(request, *args, **kwargs)))
        except Refused as refusal:
            return answer(request, refusal)


def _lucky(request: HttpRequest, act: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """A file that was sent is read once, so that an act with one is not done again."""
    return act() if request.FILES else once_more(act)


def _key(request: HttpRequest) -> str:
    key = request.headers.get(HEADER) or request.POST.get(FIELD, "")
    if not _FORM.fullmatch(key):
        raise Refused("This page is too old to send. Go back, load it again and send it once more.", conflict=True)
    return key
