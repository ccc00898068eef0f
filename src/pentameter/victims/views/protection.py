"""A case's protection: both clocks, what bears on them, an early end, a correction."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.protection import DeterminationForm, RecordForm, StrikeForm
from pentameter.victims.services import corrections, looks
from pentameter.victims.services.determinations import determine as determine_early_end
from pentameter.victims.services.events import record_event as record
from pentameter.victims.views.refusing import told_at

READS_AND_WRITES = ["GET", "HEAD", "POST"]


@require_safe
@may(Operation.VIEW_PROTECTION)
def protection(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """What protects her, since when, until when at the earliest, under which rules."""
    page = looks.show_protection(case_id=case_id, by=request.actor)
    return render(request, "victims/protection.jinja", {"page": page, "frame": page.frame})


@require_http_methods(READS_AND_WRITES)
@may(Operation.RECORD_EVENT)
def record_event(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Record what bears on her protection."""
    form = RecordForm(request.POST or None, role=request.actor.role)
    if form.is_valid():
        with told_at(form):
            record(case_id=case_id, event=form.event, origin="case", by=request.actor)
            messages.success(request, "It was recorded. What protects her was worked out anew.")
            return redirect("victims:protection", case_id)
    page = looks.show_protection(case_id=case_id, by=request.actor)
    return render(request, "victims/record_event.jinja", {"page": page, "frame": page.frame, "form": form})


@require_http_methods(READS_AND_WRITES)
@may(Operation.DETERMINE)
def determine(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Determine that protection ends early."""
    page = looks.show_protection(case_id=case_id, by=request.actor)
    form = DeterminationForm(request.POST or None, grounds=page.grounds)
    if form.is_valid():
        with told_at(form):
            determine_early_end(case_id=case_id, determination=form.determination, by=request.actor)
            messages.success(request, "The determination was recorded. Who supports her was alerted.")
            return redirect("victims:protection", case_id)
    return render(request, "victims/determine.jinja", {"page": page, "frame": page.frame, "form": form})


@require_http_methods(READS_AND_WRITES)
@may(Operation.RECORD_EVENT)
def strike(request: StaffRequest, case_id: UUID, event_id: UUID) -> HttpResponse:
    """Strike an event out, or propose it."""
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        with told_at(form):
            reason = form.cleaned_data["reason"]
            done = corrections.strike_out(case_id=case_id, event_id=event_id, reason=reason, by=request.actor)
            messages.success(request, corrections.told(done))
            return redirect("victims:protection", case_id)
    page = corrections.show_strike(case_id=case_id, event_id=event_id, by=request.actor)
    return render(request, "victims/strike.jinja", {"page": page, "frame": page.frame, "form": form})


@require_POST
@may(Operation.RECORD_EVENT)
def agree(request: StaffRequest, case_id: UUID, event_id: UUID) -> HttpResponse:
    """Agree, as another person, that an event be struck out."""
    corrections.agree_to_strike(case_id=case_id, event_id=event_id, by=request.actor)
    messages.success(request, "It was struck out. What protects her was worked out anew.")
    return redirect("victims:protection", case_id)


@require_POST
@may(Operation.RECORD_EVENT)
def leave(request: StaffRequest, case_id: UUID, event_id: UUID) -> HttpResponse:
    """Leave an event as it was recorded."""
    corrections.leave_standing(case_id=case_id, event_id=event_id, by=request.actor)
    messages.success(request, "It stays as it was recorded.")
    return redirect("victims:protection", case_id)
