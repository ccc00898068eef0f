"""Who is at the public door: nobody that we know, or a reader who signed in. Only the latter have a cookie of ours."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from pentameter.bulletins.comments.queries.own import SignedIn, signed_in
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused

COOKIE = "reader"
P = ParamSpec("P")


class PublicView(Protocol[P]):
    """A view of the public door."""

    def __call__(self, request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase: ...


class ReaderRequest(HttpRequest):
    """A request of a reader who is signed in."""

    reader: SignedIn


class ReaderView(Protocol[P]):
    """A view for readers who are signed in."""

    def __call__(self, request: ReaderRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase: ...


def reader_of(request: HttpRequest) -> SignedIn | None:
    """The reader who is signed in, if any."""
    secret = request.COOKIES.get(COOKIE, "")
    return signed_in(secret, now=clock.now()) if secret else None


def for_readers(
    view: Callable[Concatenate[ReaderRequest, P], HttpResponseBase],
) -> PublicView[P]:
    """Let through only who is signed in and agreed to the rules as they stand; bring the others there and back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        reader = reader_of(request)
        if reader is None:
            return redirect(f"{reverse('comments:sign_in')}?{urlencode({'next': request.get_full_path()})}")
        request.reader = reader  # type: ignore[attr-defined]  # what the guarded view is told
        return kept_nowhere(view(cast(ReaderRequest, request), *args, **kwargs))

    return guarded


def who_agreed(
    view: Callable[Concatenate[ReaderRequest, P], HttpResponseBase],
) -> ReaderView[P]:
    """Ask a reader to agree to the rules first, where they have changed."""

    @wraps(view)
    def guarded(request: ReaderRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.reader.agreed:
            return redirect(f"{reverse('comments:agree')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return guarded


R = TypeVar("R", bound=HttpResponseBase)


def kept_nowhere(response: R) -> R:
    """No browser and no proxy keeps what is a reader's own."""
    response["Cache-Control"] = "no-store"
    return response


def let_in(request: HttpRequest, secret: str) -> HttpResponse:
    """Go where the reader wanted to go, with the cookie."""
    response = redirect(way_back(request))
    secure = not settings.IS_DEMO
    response.set_cookie(COOKIE, secret, httponly=True, samesite="Lax", secure=secure)
    return response


def let_out(address: str) -> HttpResponse:
    """Go to an address, without the cookie."""
    response = redirect(address)
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


def way_back(request: HttpRequest) -> str:
    """Where the reader wanted to go: a page of ours, or their own page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours and wanted.startswith("/") else reverse("comments:own")


def nothing_here(request: HttpRequest) -> HttpResponse:
    """The page for what is not there: the same bytes for what never was and for what may not be seen."""
    return HttpResponseNotFound(render_to_string("look/404.jinja"))


def hidden_as_nothing(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> PublicView[P]:
    """Answer 404 where even existence is hidden."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Refused as refusal:
            if not refusal.hidden:
                raise
            return nothing_here(request)

    return guarded
