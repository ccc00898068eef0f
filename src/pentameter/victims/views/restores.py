"""Restores from a backup, and their confirmation."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.services.restoring import confirm_restore, show_restores


@require_safe
@may(Operation.CONFIRM_RESTORE)
def restores(request: StaffRequest) -> HttpResponse:
    """What came from a backup, and who confirmed that nothing is missing."""
    return render(request, "victims/restores.jinja", {"restores": show_restores(by=request.actor)})


@require_POST
@may(Operation.CONFIRM_RESTORE)
def confirm(request: StaffRequest, restore_id: UUID) -> HttpResponse:
    """Confirm one."""
    if confirm_restore(restore_id=restore_id, by=request.actor):
        messages.success(request, "Confirmed by two people. The clocks count again.")
    else:
        messages.success(request, "You have confirmed it. A second person at the desk has to as well.")
    return redirect("victims:restores")
