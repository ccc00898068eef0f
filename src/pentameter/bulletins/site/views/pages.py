"""Pages that stand by themselves: home, help, what holds here."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.site.advice import advice
from pentameter.bulletins.site.keeping import kept
from pentameter.bulletins.site.languages import spoken
from pentameter.bulletins.site.queries.bulletins import latest
from pentameter.bulletins.site.queries.health import database_answers
from pentameter.bulletins.site.views.frame import page

_ROBOTS = "User-agent: *\nDisallow: /health/\nDisallow: /bulletins/search/\n"
_DANGER = ("call", "interpreter", "silent", "leave", "stay", "traces", "rights", "wait")
ON_HOME = 5


@require_safe
@kept
def home(request: HttpRequest) -> HttpResponse:
    """What the operation is, and what has been released of it."""
    return page(request, "bulletins/home.jinja", {"lines": latest(spoken(), ON_HOME)})


@require_safe
@kept
def get_help(request: HttpRequest) -> HttpResponse:
    """For someone who is worried about someone."""
    return page(request, "bulletins/help.jinja", {"said": advice("call", "wait", "signs", "do")})


@require_safe
@kept
def danger(request: HttpRequest) -> HttpResponse:
    """For someone who is in danger now, and may be watched."""
    return page(request, "bulletins/danger.jinja", {"said": advice(*_DANGER)})


@require_safe
@kept
def rules(request: HttpRequest) -> HttpResponse:
    """The rules of comments."""
    return page(request, "bulletins/rules.jinja", {"edition": our_rules.CURRENT})


@require_safe
@kept
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far everyone can use this site."""
    return page(request, "bulletins/accessibility.jinja")


@require_safe
@kept
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a visit."""
    return page(request, "bulletins/privacy.jinja")


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
