"""The list of cases, a record with its parts, its timeline."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.look.paging import number_of, without_page
from pentameter.victims.forms.cases import CaseFilterForm, IdentityForm, PracticalForm, ReasonForm
from pentameter.victims.rules.languages import spoken
from pentameter.victims.services.cases import list_cases, show_case, show_frame, show_timeline, show_version
from pentameter.victims.services.changes import (
    ChangedMeanwhile,
    change_identity,
    change_practical,
    close_case,
    reopen_case,
)
from pentameter.victims.services.fitting import DoesNotFit


@require_safe
@may(Operation.VIEW_CASES)
def cases(request: StaffRequest) -> HttpResponse:
    """The cases that the reader may see, most urgent first."""
    form = CaseFilterForm(request.GET)
    page = list_cases(by=request.actor, narrowed=form.filter(), page=number_of(request))
    context = {"page": page, "form": form, "address": without_page(request)}
    return render(request, "victims/cases.jinja", context)


@require_safe
@may(Operation.VIEW_CASE)
def case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """One record."""
    found = show_case(case_id=case_id, by=request.actor)
    return render(request, "victims/case.jinja", {"case": found, "frame": found.frame, "spoken": spoken})


@require_safe
@may(Operation.VIEW_CASE)
def timeline(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """What happened, newest first."""
    found = show_timeline(case_id=case_id, by=request.actor)
    return render(request, "victims/timeline.jinja", {"lines": found.lines, "frame": found.frame})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_CASE)
def identity(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Say who she is. Where somebody was quicker, both versions are shown."""
    form = IdentityForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            meanwhile = change_identity(case_id=case_id, who=form.who, version=version, by=request.actor)
            return _saved_or_both(request, case_id, form, meanwhile, "identity")
        except DoesNotFit as wrong:
            form.add_error(wrong.field, wrong.reason)
    saved = show_version(case_id=case_id, by=request.actor)
    context = {"form": form or IdentityForm.of(saved), "frame": saved.frame, "part": "identity"}
    return render(request, "victims/part.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_CASE)
def practical(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Say what anyone who speaks with her needs to know."""
    form = PracticalForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        version = form.cleaned_data["version"]
        meanwhile = change_practical(case_id=case_id, practical=form.practical, version=version, by=request.actor)
        return _saved_or_both(request, case_id, form, meanwhile, "practical")
    saved = show_version(case_id=case_id, by=request.actor)
    context = {"form": form or PracticalForm.of(saved), "frame": saved.frame, "part": "practical"}
    return render(request, "victims/part.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_CASE)
def close(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Close a case, and say why."""
    return _for_a_reason(request, case_id, close_case, "close")


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_CASE)
def reopen(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Open a closed case again, and say why."""
    return _for_a_reason(request, case_id, reopen_case, "reopen")


def _for_a_reason(request: StaffRequest, case_id: UUID, act: Callable[..., None], what: str) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        act(case_id=case_id, reason=form.cleaned_data["reason"], by=request.actor)
        messages.success(request, {"close": "The case is closed. It still protects.", "reopen": "It is open."}[what])
        return redirect("victims:case", case_id)
    frame = show_frame(case_id=case_id, operation=Operation.CHANGE_CASE, by=request.actor)
    return render(request, "victims/close.jinja", {"form": form, "frame": frame, "what": what})


def _saved_or_both(
    request: StaffRequest,
    case_id: UUID,
    form: IdentityForm | PracticalForm,
    meanwhile: ChangedMeanwhile | None,
    part: str,
) -> HttpResponse:
    """Back to the record; or both versions, with what was typed kept in the form."""
    if meanwhile is None:
        messages.success(request, "Saved.")
        return redirect("victims:case", case_id)
    current = meanwhile.current
    rows = form.beside(type(form).of(current))
    context: dict[str, Any] = {"form": form.over(current.number), "frame": current.frame, "part": part, "rows": rows}
    return render(request, "victims/part_conflict.jinja", context, status=409)
