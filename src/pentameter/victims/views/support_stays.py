"""Where she stays, for a stated purpose; and leaving support."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.support import ReasonForm
from pentameter.victims.forms.support_stays import EndStayForm, ExitForm, StayForm, WherePurposeForm
from pentameter.victims.rules.exits import runs_until
from pentameter.victims.rules.support import EntryKind
from pentameter.victims.services.exits import record_exit, take_back_exit
from pentameter.victims.services.stays import begin_stay, end_stay
from pentameter.victims.services.support import open_stays, show_entries, show_stays
from pentameter.victims.views.revealing import go_on, stated, used_up
from pentameter.victims.views.support import done


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.SEE_WHEREABOUTS, hidden=True)
def stays(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Where she stays and stayed. The purpose is asked first, and each look needs its own."""
    form = WherePurposeForm(request.POST or None, initial={"purpose": stated(request)})
    if form.is_valid():
        return go_on(request, form.cleaned_data["purpose"])
    purpose = used_up(request) if request.method == "GET" else ""
    if purpose:
        page = show_stays(case_id=case_id, purpose=purpose, by=request.actor)
        return render(request, "victims/support_stays.jinja", {"page": page, "kinds": EntryKind})
    base = open_stays(case_id=case_id, by=request.actor)
    return render(request, "victims/support_where.jinja", {"base": base, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_WHEREABOUTS, hidden=True)
def new_stay(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Record that she came to another place."""
    form = StayForm(request.POST or None)
    if done(form, lambda: begin_stay(case_id=case_id, stay=form.stay, by=request.actor)):
        messages.success(request, "It is recorded where she stays. The case says so too.")
        return redirect("victims:support_stays", case_id)
    base = open_stays(case_id=case_id, by=request.actor)
    shown = form if form.is_bound else StayForm.on(base.today)
    return render(request, "victims/support_stay.jinja", {"base": base, "form": shown, "heading": "A new stay"})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_WHEREABOUTS, hidden=True)
def leave_stay(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Record that she left, and that where she is now is not known here."""
    form = EndStayForm(request.POST or None)
    said = form.data.get("reason", "")
    if done(form, lambda: end_stay(case_id=case_id, on=form.cleaned_data["on"], reason=said, by=request.actor)):
        messages.success(request, "It is recorded that she left.")
        return redirect("victims:support_stays", case_id)
    base = open_stays(case_id=case_id, by=request.actor)
    return render(request, "victims/support_stay.jinja", {"base": base, "form": form, "heading": "She left"})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def leave(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Her exit from support, and recording it. Until when support runs is said first."""
    form = ExitForm(request.POST or None)
    if done(form, lambda: record_exit(case_id=case_id, leaving=form.leaving, by=request.actor)):
        messages.success(request, "Her exit from support is recorded. It ends no protection from removal.")
        return redirect("victims:support", case_id)
    page = show_entries(case_id=case_id, kinds=(EntryKind.EXIT,), by=request.actor)
    context = {"page": page, "form": form if form.is_bound else ExitForm.on_day(page.base.today)}
    context |= {"until": runs_until(page.base.support), "standing": page.standing(EntryKind.EXIT)}
    return render(request, "victims/support_exit.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def come_back(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Record that she came back, or that the exit was a mistake."""
    form = ReasonForm(request.POST or None)
    reason = form.data.get("reason", "")
    if done(form, lambda: take_back_exit(case_id=case_id, reason=reason, by=request.actor)):
        messages.success(request, "She is in support again.")
        return redirect("victims:support", case_id)
    page = show_entries(case_id=case_id, kinds=(EntryKind.EXIT,), by=request.actor)
    return render(request, "victims/support_back.jinja", {"page": page, "form": form})
