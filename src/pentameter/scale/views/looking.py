"""Is there a problem here at all? Every force that the reader may ask about, and one by itself."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.scale.services.looking import show_force, show_forces


@require_safe
@may(Operation.VIEW_LOOKING)
def forces(request: StaffRequest) -> HttpResponse:
    """What may be concluded of each force."""
    page = show_forces(wave_id=_wave(request), by=request.actor, today=clock.today())
    return render(request, "scale/forces.jinja", {"page": page})


@require_safe
@may(Operation.VIEW_LOOKING)
def force(request: StaffRequest, agency: str) -> HttpResponse:
    """What can and what cannot be concluded of one force."""
    page = show_force(agency=agency, wave_id=_wave(request), by=request.actor, today=clock.today())
    return render(request, "scale/force.jinja", {"page": page})


def _wave(request: StaffRequest) -> UUID | None:
    """The wave in the address; where it makes no sense, the latest."""
    try:
        return UUID(request.GET.get("wave", ""))
    except ValueError:
        return None
