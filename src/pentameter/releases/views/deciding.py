"""The second person's pages, and withdrawing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.releases.forms import ReasonForm, SignForm
from pentameter.releases.services.ending import withdraw
from pentameter.releases.services.loading import NotYet
from pentameter.releases.services.looks import show_edition
from pentameter.releases.services.signing import send_back, sign


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.SIGN_RELEASE)
def signing(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Sign a version with its time of publication."""
    page = show_edition(edition_id=edition_id, by=request.actor)
    form = SignForm(request.POST or None, initial={"revision": page.line.revision, "day": clock.today()})
    if form.is_valid():
        given = {"publish_at": form.publish_at, "revision": form.cleaned_data["revision"]}
        try:
            sign(edition_id=edition_id, by=request.actor, at=clock.now(), **given)
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            messages.success(request, "Signed. It is published at its time, by itself.")
            return redirect("releases:edition", edition_id)
    return render(request, "releases/step.jinja", {"page": page, "form": form, "what": "sign", "current": None})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.SIGN_RELEASE)
def back(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Send a version back."""
    page = show_edition(edition_id=edition_id, by=request.actor)
    form = ReasonForm(request.POST or None, initial={"revision": page.line.revision})
    if form.is_valid():
        try:
            send_back(edition_id=edition_id, by=request.actor, **form.cleaned_data)
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            messages.success(request, "Sent back, with your reason.")
            return redirect("releases:edition", edition_id)
    return render(request, "releases/step.jinja", {"page": page, "form": form, "what": "back", "current": None})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.WITHDRAW_RELEASE)
def withdrawing(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Withdraw what was published."""
    page = show_edition(edition_id=edition_id, by=request.actor)
    form = ReasonForm(request.POST or None, initial={"revision": page.line.revision})
    if form.is_valid():
        try:
            withdraw(edition_id=edition_id, by=request.actor, at=clock.now(), **form.cleaned_data)
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            messages.success(request, "Withdrawn. The public page says since when and why.")
            return redirect("releases:edition", edition_id)
    return render(request, "releases/step.jinja", {"page": page, "form": form, "what": "withdraw", "current": None})
