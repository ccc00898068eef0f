"""A wave, and changing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.operations import charts
from pentameter.operations.forms.waves import WaveForm
from pentameter.operations.rules.coverage import WeekStatus
from pentameter.operations.services import looks
from pentameter.operations.services.waves import WaveChangedMeanwhile, change_wave


@require_safe
@may(Operation.VIEW_OPERATIONS)
def wave(request: StaffRequest, wave_id: UUID) -> HttpResponse:
    """Who takes part in a wave and who has looked when."""
    page = looks.show_wave(wave_id=wave_id, by=request.actor, today=clock.today())
    context = {"page": page, "strip": charts.strip(page.grid), "statuses": WeekStatus}
    return render(request, "operations/wave.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_OPERATIONS)
def edit_wave(request: StaffRequest, wave_id: UUID) -> HttpResponse:
    """Change a wave's name, days or note. Where somebody was quicker, both versions are shown."""
    form = WaveForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            change_wave(wave_id=wave_id, plan=form.plan, version=version, by=request.actor)
        except WaveChangedMeanwhile as meanwhile:
            context = {"form": form.over(meanwhile.current), "typed": form.plan, "current": meanwhile.current}
            return render(request, "operations/wave_conflict.jinja", context, status=409)
        messages.success(request, "The wave was changed.")
        return redirect("operations:wave", wave_id)
    page = looks.show_wave(wave_id=wave_id, by=request.actor, today=clock.today())
    return render(request, "operations/edit_wave.jinja", {"form": form or WaveForm.of(page.grid.wave), "page": page})
