"""What everyone may read: threads, single comments, feeds, figures. No cookie, the same for all.

Whoever keeps such a page asks each time for the present one, so that what was taken off is gone.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from pentameter.bulletins.comments.feeds import feed_of
from pentameter.bulletins.comments.queries.figures import figures
from pentameter.bulletins.comments.queries.threads import Order, latest, one, thread
from pentameter.bulletins.comments.reading import nothing_here
from pentameter.kernel import clock
from pentameter.look.paging import number_of

_IN_FEED = 30


@require_safe
@cache_control(no_cache=True)
def discussion(request: HttpRequest, bulletin_id: UUID) -> HttpResponse:
    """What was written under an article, newest or most discussed first."""
    page = thread(bulletin_id, order=_order(request), page=number_of(request), today=clock.today())
    return render(request, "comments/thread.jinja", {"under": page}) if page.title else nothing_here(request)


@require_safe
@cache_control(no_cache=True)
def comment(request: HttpRequest, comment_id: UUID) -> HttpResponse:
    """One comment, by its permanent link."""
    page = one(comment_id, page=number_of(request), today=clock.today())
    return nothing_here(request) if page is None else render(request, "comments/comment.jinja", {"page": page})


@require_safe
@cache_control(no_cache=True)
def feed(request: HttpRequest, bulletin_id: UUID | None = None) -> HttpResponse:
    """The latest comments as RSS."""
    lines = latest(bulletin_id, number=_IN_FEED, today=clock.today())
    text = feed_of(lines, absolute=request.build_absolute_uri)
    return HttpResponse(text, content_type="application/rss+xml; charset=utf-8")


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """How comments are kept: the figures."""
    return render(request, "comments/figures.jinja", {"page": figures()})


def _order(request: HttpRequest) -> Order:
    return Order.DISCUSSED if request.GET.get("order") == Order.DISCUSSED.value else Order.NEWEST
