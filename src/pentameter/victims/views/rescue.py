"""Registering a person who was rescued, and what the officer is told at once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.rescue import RescueForm
from pentameter.victims.services.registered import show_registered
from pentameter.victims.services.rescue import register_rescue


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.REGISTER_RESCUE)
def rescue(request: StaffRequest) -> HttpResponse:
    """Four fields and a language."""
    form = RescueForm(request.POST or None)
    if form.is_valid():
        done = register_rescue(rescue=form.rescue, by=request.actor)
        messages.success(request, "She is registered and protected.")
        return redirect("victims:registered", done.case_id)
    return render(request, "victims/rescue.jinja", {"form": form})


@require_safe
@may(Operation.VIEW_CASE)
def registered(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """The hold reference, what protects her, who was told, what to do next."""
    return render(request, "victims/registered.jinja", {"page": show_registered(case_id=case_id, by=request.actor)})
