"""Who needs to know a case: a page with all of it, and breaking the glass."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.knowing import AssignForm, GlassForm, ShareForm
from pentameter.victims.services.fitting import DoesNotFit
from pentameter.victims.services.knowing import assign_case, break_glass, end_need, share_case, show_people

NO_SUCH_REFERENCE = "No case has this reference. Check how it is written; that you tried is kept in the record."


@require_safe
@may(Operation.VIEW_CASE)
def people(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Who needs to know, and needed to."""
    return _page(request, case_id)


@require_POST
@may(Operation.ASSIGN_CASE)
def assign(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Say who works with her."""
    form = AssignForm(request.POST)
    if form.is_valid():
        try:
            assign_case(case_id=case_id, person=form.cleaned_data["person"], by=request.actor)
            messages.success(request, "Assigned. They can open where she is, for a stated purpose.")
            return redirect("victims:people", case_id)
        except DoesNotFit as wrong:
            form.add_error(wrong.field, wrong.reason)
    return _page(request, case_id, assign=form)


@require_POST
@may(Operation.SHARE_CASE)
def share(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Share the case with a named person until a day."""
    form = ShareForm(request.POST)
    if form.is_valid():
        try:
            share_case(case_id=case_id, **form.cleaned_data, by=request.actor)
            messages.success(request, "Shared. It ends by itself, and can be ended here before.")
            return redirect("victims:people", case_id)
        except DoesNotFit as wrong:
            form.add_error(wrong.field, wrong.reason)
    return _page(request, case_id, share=form)


@require_POST
@may(Operation.ASSIGN_CASE)
def end(request: StaffRequest, case_id: UUID, need_id: UUID) -> HttpResponse:
    """End what lets a person open the case."""
    end_need(case_id=case_id, need_id=need_id, by=request.actor)
    messages.success(request, "Ended.")
    return redirect("victims:people", case_id)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.BREAK_GLASS)
def glass(request: StaffRequest) -> HttpResponse:
    """Open a case in an emergency."""
    form = GlassForm(request.POST or None)
    if form.is_valid():
        opened = break_glass(**form.cleaned_data, by=request.actor)
        if opened is not None:
            messages.success(request, "The case is open to you for four hours. The duty desk was alerted.")
            return redirect("victims:case", opened)
        form.add_error("reference", NO_SUCH_REFERENCE)
    return render(request, "victims/glass.jinja", {"form": form})


def _page(
    request: StaffRequest, case_id: UUID, *, assign: AssignForm | None = None, share: ShareForm | None = None
) -> HttpResponse:
    page = show_people(case_id=case_id, by=request.actor)
    forms = {"assign": (assign or AssignForm()).offering(page.colleagues), "share": share or ShareForm()}
    return render(request, "victims/people.jinja", {"page": page, "frame": page.frame, **forms})
