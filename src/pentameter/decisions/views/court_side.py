"""The page of her side of prosecutions, on the pages of her case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.decisions.forms.court_side import EntryForm, StrikeForm
from pentameter.decisions.services import court_side as services
from pentameter.decisions.services.loading import NotYet
from pentameter.kernel import clock
from pentameter.work.api import remember_refusal


@require_safe
@may(Operation.VIEW_COURT_SIDE)
def court(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """What she was told, and what is done for her at court."""
    page = services.show_court_side(case_id=case_id, by=request.actor)
    return render(request, "decisions/court.jinja", {"page": page, "frame": page.frame})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RECORD_COURT_SIDE)
def record(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Record an entry."""
    page = services.show_court_side(case_id=case_id, by=request.actor)
    known = page.cards[0].prosecution.reference if len(page.cards) == 1 else ""
    form = EntryForm(request.POST or None, initial={"on": clock.today(), "reference": known})
    if form.is_valid():
        reference = form.cleaned_data["reference"]
        try:
            services.record_court_side(case_id=case_id, reference=reference, entry=form.entry, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, "It is recorded on her case. The investigation does not show it.")
            return redirect("decisions:court", case_id)
    return render(request, "decisions/court_record.jinja", {"form": form, "page": page, "frame": page.frame})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RECORD_COURT_SIDE)
def strike(request: StaffRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """Strike an entry out."""
    page = services.show_court_side(case_id=case_id, by=request.actor)
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            services.strike_court_side(case_id=case_id, entry_id=entry_id, reason=reason, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, "It was struck out, and stays readable.")
            return redirect("decisions:court", case_id)
    return render(request, "decisions/court_strike.jinja", {"form": form, "page": page, "frame": page.frame})
