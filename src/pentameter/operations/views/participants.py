"""Agencies in a wave: their page, and their part in it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.operations.forms.participation import EndForm, JoinForm, PartForm
from pentameter.operations.rules.involvement import Involvement
from pentameter.operations.services import looks
from pentameter.operations.services.participation import PartChangedMeanwhile, end_participation, set_participation


@require_safe
@may(Operation.VIEW_OPERATIONS)
def agency(request: StaffRequest, wave_id: UUID, slug: str) -> HttpResponse:
    """One agency in a wave: its part, its weeks, everything it said."""
    today = clock.today()
    page = looks.show_agency(wave_id=wave_id, agency=slug, by=request.actor, today=today)
    return render(request, "operations/agency.jinja", {"page": page, "today": today})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_OPERATIONS)
def join(request: StaffRequest, wave_id: UUID) -> HttpResponse:
    """Let another agency take part."""
    today = clock.today()
    page = looks.show_wave(wave_id=wave_id, by=request.actor, today=today)
    since = max(today, page.grid.wave.starts_on)
    form = JoinForm(request.POST or None, initial={"since": since}).offering(page.addable)
    if request.method == "POST" and form.is_valid():
        part = form.part(form.cleaned_data["agency"])
        set_participation(wave_id=wave_id, part=part, by=request.actor)
        messages.success(request, "The agency takes part now.")
        return redirect("operations:agency", wave_id, part.agency)
    return render(request, "operations/join.jinja", {"form": form, "page": page, "levels": tuple(Involvement)})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_OPERATIONS)
def change_part(request: StaffRequest, wave_id: UUID, slug: str) -> HttpResponse:
    """Change an agency's level or plan. Where somebody was quicker, both versions are shown."""
    today = clock.today()
    form = PartForm(request.POST) if request.method == "POST" else None
    context: dict[str, object] = {"levels": tuple(Involvement), "current": None}
    status = 200
    if form and form.is_valid():
        try:
            set_participation(wave_id=wave_id, part=form.part(slug), by=request.actor)
            messages.success(request, "The agency's part was changed. What was before is kept below.")
            return redirect("operations:agency", wave_id, slug)
        except PartChangedMeanwhile as meanwhile:
            context |= {"current": meanwhile.current, "ended": meanwhile.current is None}
            form, status = form.over(meanwhile.current.id if meanwhile.current else None), 409
    page = looks.show_agency(wave_id=wave_id, agency=slug, by=request.actor, today=today)
    context |= {"form": form or PartForm.of(page.agency.parts[0], today), "page": page, "conflict": status == 409}
    return render(request, "operations/change_part.jinja", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_OPERATIONS)
def end_part(request: StaffRequest, wave_id: UUID, slug: str) -> HttpResponse:
    """End an agency's part. What it filed stays."""
    today = clock.today()
    form = EndForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        end_participation(part_id=form.cleaned_data["part"], on=form.cleaned_data["on"], by=request.actor)
        messages.success(request, "The agency's part has ended. What it filed stays.")
        return redirect("operations:agency", wave_id, slug)
    page = looks.show_agency(wave_id=wave_id, agency=slug, by=request.actor, today=today)
    form = form or EndForm(initial={"part": page.agency.parts[0].id, "on": today})
    return render(request, "operations/end_part.jinja", {"form": form, "page": page})
