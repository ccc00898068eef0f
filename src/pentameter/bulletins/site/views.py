"""The public door's pages. They need no account, no cookie and no script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.bulletins.site.queries import database_answers

_ROBOTS = "User-agent: *\nDisallow: /health/\n"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the operation is, and what has been released of it."""
    return render(request, "bulletins/home.jinja")


@require_safe
def get_help(request: HttpRequest) -> HttpResponse:
    """For someone who is in danger, or worried about someone."""
    return render(request, "bulletins/help.jinja")


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The rules of comments."""
    return render(request, "bulletins/rules.jinja")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everyone can use this site."""
    return render(request, "bulletins/accessibility.jinja")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a visit."""
    return render(request, "bulletins/privacy.jinja")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: everything that people may."""
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether this door can answer: 200 if its database does, 503 if not."""
    if not database_answers():
        return HttpResponse("The database does not answer.\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
