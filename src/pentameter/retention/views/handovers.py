"""The page of agencies that leave."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.retention.forms import HandoverForm, PlainForm
from pentameter.retention.services import handovers as handing


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.HAND_OVER)
def agencies(request: StaffRequest) -> HttpResponse:
    """Agencies leave: what one's own proposes, and what it is asked to take over."""
    page = handing.show_handovers(by=request.actor)
    form = HandoverForm(request.POST or None, choices=page.who_could)
    if form.is_valid():
        handing.propose_handover(**form.cleaned_data, by=request.actor)
        messages.success(request, "Proposed. Nothing changes before the other agency accepts it.")
        return redirect("retention:agencies")
    return render(request, "retention/agencies.jinja", {"page": page, "form": form, "plain": PlainForm()})


@require_POST
@may(Operation.HAND_OVER)
def accept(request: StaffRequest, handover_id: UUID) -> HttpResponse:
    """Take over what another agency holds."""
    handing.accept_handover(handover_id=handover_id, by=request.actor)
    messages.success(request, "Taken over. Say now who works with each person: nobody of the other agency does.")
    return redirect("retention:agencies")


@require_POST
@may(Operation.HAND_OVER)
def take_back(request: StaffRequest, handover_id: UUID) -> HttpResponse:
    """Take it back, or turn it down."""
    handing.withdraw_handover(handover_id=handover_id, by=request.actor)
    messages.success(request, "Taken back. Nothing changed.")
    return redirect("retention:agencies")
