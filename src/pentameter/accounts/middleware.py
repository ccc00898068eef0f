"""Who is asking, and whether they still may: every request of the staff door passes here."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from pentameter.accounts.queries.actors import actor_of
from pentameter.accounts.queries.own import browser, factors_held
from pentameter.accounts.rules import same_browser, session_goes_on
from pentameter.accounts.services.sign_in import note_elsewhere, note_signed_out
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

Answer = Callable[[HttpRequest], HttpResponseBase]

SIGNED_IN_AT = "signed_in_at"
SEEN_AT = "seen_at"
BROWSER = "browser"
_SEEN_EVERY = 60
_BEFORE_A_FACTOR = ("/account/second-factor/", "/account/confirm/", "/sign-out/", "/static/")


class ActorMiddleware:
    """Set `request.actor` to the signed-in person in their role, or None. Who may no longer act is signed out."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor = actor_of(request)
        if actor is None and request.user.is_authenticated:
            logout(request)
        request.actor = actor  # type: ignore[attr-defined]  # Django's request has no such field
        return self.get_response(request)


class SessionLimitsMiddleware:
    """End sessions that were idle for 30 minutes or lasted 10 hours. Comes after the actor is known."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor: Actor | None = getattr(request, "actor", None)
        if actor is not None:
            now = clock.now().timestamp()
            began = request.session.setdefault(SIGNED_IN_AT, now)
            seen = request.session.setdefault(SEEN_AT, now)
            verdict = session_goes_on(_moment(began), _moment(seen), now=clock.now())
            if not verdict.allowed:
                _end(request, actor, verdict.reason, why="limit")
            elif now - seen >= _SEEN_EVERY:
                _note_seen(request, now)
        return self.get_response(request)


class SameBrowserMiddleware:
    """End a session that is asked for from another kind of browser than it began in: its cookie was copied."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor: Actor | None = getattr(request, "actor", None)
        if actor is not None:
            asks = browser(request.headers.get("User-Agent", ""))
            began_in = request.session.setdefault(BROWSER, asks)
            verdict = same_browser(began_in, asks)
            if not verdict.allowed:
                note_elsewhere(by=actor, began_in=began_in, asked_from=asks)
                _end(request, actor, verdict.reason, why="another browser")
        return self.get_response(request)


class SecondFactorFirstMiddleware:
    """Lead a person without a second factor to set one up, before anything else."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None or actor.second_factor or request.path.startswith(_BEFORE_A_FACTOR):
            return self.get_response(request)
        if factors_held(UUID(actor.id)):
            _end(request, actor, "Sign in again, with your second factor.", why="second factor")
            return self.get_response(request)
        return HttpResponseRedirect(reverse("accounts:second-factor"))


def _end(request: HttpRequest, actor: Actor, reason: str, *, why: str) -> None:
    note_signed_out(by=actor, why=why)
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)
    request.actor = None  # type: ignore[attr-defined]  # Django's request has no such field
    messages.info(request, reason)


def _note_seen(request: HttpRequest, now: float) -> None:
    request.session[SEEN_AT] = now
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=clock.now())


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
