"""Pages that only read: the list, a version, its preview."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.releases.page import EditionView, tag_of
from pentameter.releases.rules.states import State, Step
from pentameter.releases.services.looks import preview, show_early, show_edition, show_releases
from pentameter.releases.shelf.page import Body


@require_safe
@may(Operation.VIEW_RELEASES)
def releases(request: StaffRequest) -> HttpResponse:
    """All releases."""
    return render(request, "releases/releases.jinja", {"page": show_releases(by=request.actor), "tag_of": tag_of})


@require_safe
@may(Operation.VIEW_RELEASES)
def edition(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """A version: its safe tables beside what was withheld, what the attacker found, and what to do next."""
    page = EditionView(show_edition(edition_id=edition_id, by=request.actor))
    return render(request, "releases/edition.jinja", {"page": page, "steps": Step, "states": State})


@require_safe
@may(Operation.PREVIEW_RELEASE)
def early(request: StaffRequest) -> HttpResponse:
    """What somebody is named to see before its time."""
    return render(request, "releases/early.jinja", {"lines": show_early(by=request.actor)})


@require_safe
@may(Operation.PREVIEW_RELEASE)
def as_public(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """A version as the public will see it."""
    found = preview(edition_id=edition_id, by=request.actor, at=clock.now())
    return render(request, "releases/preview.jinja", {"found": found, "body": Body(found.content, found.digest)})
