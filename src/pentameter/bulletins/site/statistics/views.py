"""Released statistics: a list, a release, its earlier versions, its files. Nothing here asks who reads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from pentameter.bulletins.site.keeping import asked_again
from pentameter.releases.shelf import api as shelf
from pentameter.releases.shelf.api import Altered, Body

_TAMPERED = "What is kept here is not what was released. It is not shown until that is mended."


@require_safe
@cache_control(no_cache=True)
def statistics(request: HttpRequest) -> HttpResponse:
    """Everything that was released, the latest first."""
    return render(request, "statistics/statistics.jinja", {"cards": shelf.latest()})


@require_safe
@cache_control(no_cache=True)
def release(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """A release in its latest version, or in the one that is named."""
    try:
        found = shelf.on_show(slug, number)
    except Altered:
        return render(request, "look/503.jinja", {"reason": _TAMPERED}, status=503)
    if found is None:
        raise Http404
    body = Body(found.content, found.card.digest) if found.content else None
    return render(request, "statistics/release.jinja", {"found": found, "body": body})


@require_safe
def file(request: HttpRequest, slug: str, number: int, name: str) -> HttpResponse:
    """A file of a version, as it was made once."""
    try:
        found = shelf.file_of(slug, number, name)
    except Altered:
        return render(request, "look/503.jinja", {"reason": _TAMPERED}, status=503)
    if found is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    response = HttpResponse(found.body, content_type=found.media, headers=headers)
    return asked_again(request, response, f'"{found.digest}"')
