"""Bulletins: lists, one of them, feeds, archive, search, pictures and cards."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from pentameter.bulletins.comments.api import Order, thread
from pentameter.bulletins.site.feeds import MOST, Feed, feed
from pentameter.bulletins.site.keeping import OWN, asked_again, kept
from pentameter.bulletins.site.languages import spoken
from pentameter.bulletins.site.queries import bulletins as asked
from pentameter.bulletins.site.queries.searching import LONGEST, search
from pentameter.bulletins.site.views.frame import page
from pentameter.bulletins.site.vocabulary import Language, Subject
from pentameter.kernel import clock
from pentameter.look.paging import number_of, without_page


@require_safe
@kept
def bulletins(request: HttpRequest) -> HttpResponse:
    """All bulletins, the newest first."""
    return _list(request, "")


@require_safe
@kept
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """The bulletins of a month."""
    if not 1 <= month <= 12 or not 1900 <= year <= 9999:
        raise Http404
    return _list(request, "month", month=date(year, month, 1))


@require_safe
@kept
def subject(request: HttpRequest, subject: str) -> HttpResponse:
    """The bulletins of a subject."""
    if subject not in set(Subject):
        raise Http404
    return _list(request, "subject", subject=Subject(subject))


@require_safe
@kept
def archive(request: HttpRequest) -> HttpResponse:
    """Where to find bulletins: by month and by subject."""
    return page(request, "bulletins/archive.jinja", {"months": asked.months(), "subjects": asked.subjects()})


@require_safe
@kept
def bulletin(request: HttpRequest, slug: str) -> HttpResponse:
    """One bulletin at its permanent address. A withdrawn one says so, and why."""
    found = asked.article(slug, spoken())
    if found is None:
        raise Http404
    absolute = request.build_absolute_uri
    card = absolute(reverse("bulletins:card", args=[slug]))
    under = thread(found.id, order=Order.NEWEST, page=1, today=clock.today())
    context = {"article": found, "address": absolute(request.path), "card": card, "under": under}
    return page(request, "bulletins/bulletin.jinja", context, status=410 if found.withdrawn else 200)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Search. What was searched is kept nowhere."""
    words = request.GET.get("words", "")[:LONGEST]
    found = search(words, spoken(), number_of(request))
    context = {"words": words, "found": found, "way": without_page(request), "longest": LONGEST}
    response = page(request, "bulletins/search.jinja", context)
    response["Cache-Control"] = OWN
    return response


@require_safe
@kept
def feed_of(request: HttpRequest, kind: str) -> HttpResponse:
    """The latest bulletins as a feed."""
    if kind not in set(Feed):
        raise Http404
    form = Feed(kind)
    body = feed(form, asked.latest(Language.ENGLISH, MOST), request)
    return HttpResponse(body, content_type=form.media_type)


@require_safe
def picture(request: HttpRequest, picture_id: UUID) -> HttpResponse:
    """A picture of a bulletin. Whoever keeps it asks each time whether it is still shown: a withdrawn one is gone."""
    found = asked.picture(picture_id)
    if found is None:
        raise Http404
    return asked_again(request, HttpResponse(found[1], content_type=found[0]), f'"{picture_id}"')


@require_safe
@kept
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card that other sites show of a bulletin."""
    found = asked.card(slug)
    if found is None:
        raise Http404
    return HttpResponse(found, content_type="image/png")


def _list(
    request: HttpRequest, kind: str, *, month: date | None = None, subject: Subject | None = None
) -> HttpResponse:
    found = asked.listing(spoken(), number_of(request), month=month, subject=subject)
    if kind and not found.total:
        raise Http404
    context = {"found": found, "kind": kind, "month": month, "subject": subject, "way": without_page(request)}
    return page(request, "bulletins/bulletins.jinja", context)
