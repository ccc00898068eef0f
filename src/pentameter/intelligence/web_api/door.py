"""The API as a whole: its address, who may enter, what it answers when something is wrong."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from pentameter.access.guards import open_because
from pentameter.accounts import api as accounts
from pentameter.intelligence.web_api import files, sending
from pentameter.intelligence.web_api.answers import TOO_LARGE, Wrong, problem
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.work.api import remember_refusal, status_of


class Token(HttpBearer):
    """`Authorization: Bearer <token>`, as the agency's administrator was given it."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The agency's system that the token stands for."""
        actor = accounts.actor_for_token(token)
        request.actor = actor  # type: ignore[attr-defined]  # Django's request has no such field
        return actor


api = NinjaAPI(
    title="Pentameter",
    version="1",
    description="Send reports and weekly returns, and ask what became of them. Rows sent twice are counted once.",
    auth=Token(),
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", files.router)
api.add_router("", sending.router)


@api.exception_handler(AuthenticationError)
def no_token(request: HttpRequest, error: Exception) -> HttpResponse:
    """The token is missing, unknown, revoked or has run out; which of them is not told."""
    return problem(401, "token", "Send a valid token of your agency as Authorization: Bearer.")


@api.exception_handler(Refused)
def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """What the rules refuse, and what is not the agency's to see."""
    remember_refusal(request, refusal)
    status = status_of(refusal)
    return problem(status, {403: "refused", 404: "not_found", 409: "conflict"}[status], refusal.reason)


@api.exception_handler(Wrong)
def wrong(request: HttpRequest, error: Wrong) -> HttpResponse:
    """What this API itself finds wrong with a request."""
    return problem(error.status, error.code, error.sentence)


@api.exception_handler(ValidationError)
def malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What does not have the form that the OpenAPI document says."""
    first = error.errors[0]
    where = ".".join(str(part) for part in first.get("loc", ()))
    return problem(422, "malformed", f"{where}: {first.get('msg', 'not as the document says')}.")


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What is no JSON."""
    return problem(error.status_code, "unreadable", "The body is not JSON that can be read.")


@api.exception_handler(RequestDataTooBig)
def too_big(request: HttpRequest, error: Exception) -> HttpResponse:
    """More than one request may hold."""
    return problem(413, "too_large", TOO_LARGE)


def urls() -> tuple[list[URLPattern | URLResolver], str, str]:
    """The addresses of the API. Each asks for a token, and each service decides for itself what it allows."""
    patterns, app_name, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.callback is not None:
            open_because("the API asks for a token, and its services decide")(pattern.callback)
    return patterns, app_name, namespace
