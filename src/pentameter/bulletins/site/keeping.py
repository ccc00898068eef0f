"""Pages that are kept: made once for each edition, given to everybody, and asked for again at every visit.

A page is kept in the memory of the process that made it, under its full address. It is good for the day and as long as
nothing that readers see was changed, which one small query tells; so what was withdrawn is gone at once. A browser
keeps a page too, and asks each time whether it is still good (`no-cache`); mostly the answer is a 304 without a page.

Whoever carries a cookie is signed in, or was: their pages are theirs, and are never kept.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import Concatenate, ParamSpec, Protocol

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_etags

from pentameter.bulletins.site.queries.bulletins import edition
from pentameter.kernel import clock

P = ParamSpec("P")
MOST = 512
LONGEST_ADDRESS = 200
SHARED, OWN = "public, no-cache", "private, no-store"
_STATUS = frozenset({200, 404, 410})


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was made. `day`: comments close with one."""

    edition: int
    day: date
    status: int
    body: bytes
    media_type: str
    etag: str


_pages: OrderedDict[str, Kept] = OrderedDict()
_lock = Lock()


class KeptView(Protocol[P]):
    """A view whose pages are kept."""

    def __call__(self, request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse: ...


def kept(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> KeptView[P]:
    """Keep what a view answers. It may depend on the address and on what is published, and on nothing else."""

    @wraps(view)
    def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.COOKIES:
            return _own(view(request, *args, **kwargs))
        now, today = edition(), clock.today()
        address = request.build_absolute_uri()
        page = _pages.get(address)
        if page is None or (page.edition, page.day) != (now, today):
            response = view(request, *args, **kwargs)
            if response.status_code not in _STATUS or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
                return _own(response)
            page = _page(now, today, response)
            if len(address) <= LONGEST_ADDRESS:
                _keep(address, page)
        return _answer(request, page)

    return answered


def asked_again(request: HttpRequest, response: HttpResponse, etag: str) -> HttpResponse:
    """What never changes and may be taken away: others may keep it, and ask each time whether it is still there."""
    response["ETag"], response["Cache-Control"] = etag, SHARED
    return get_conditional_response(request, etag=etag, response=response) or response


def forget() -> None:
    """Keep nothing any more."""
    with _lock:
        _pages.clear()


def _page(now: int, today: date, response: HttpResponse) -> Kept:
    body = response.content
    return Kept(now, today, response.status_code, body, response["Content-Type"], f'"{sha256(body).hexdigest()[:24]}"')


def _keep(address: str, page: Kept) -> None:
    """What was made last is kept longest."""
    with _lock:
        _pages.pop(address, None)
        _pages[address] = page
        while len(_pages) > MOST:
            _pages.popitem(last=False)


def _answer(request: HttpRequest, page: Kept) -> HttpResponse:
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if page.status == 200 and (page.etag in known or "*" in known):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(page.body, status=page.status, content_type=page.media_type)
    response["ETag"] = page.etag
    response["Cache-Control"] = SHARED
    patch_vary_headers(response, ["Cookie"])
    return response


def _own(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = OWN
    return response
