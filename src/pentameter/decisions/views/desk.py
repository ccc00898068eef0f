"""The duty desk's queue of lines, and what looks like trawling."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.decisions.forms.screening import ReasonForm, VersionForm
from pentameter.decisions.services.desk import (
    ItemPage,
    LineChangedMeanwhile,
    agree_clearance,
    confirm_line,
    propose_clearance,
    reopen_line,
    show_desk,
    show_line,
    undo_proposal,
)
from pentameter.decisions.services.trawling import show_trawling

Service = Callable[..., None]


@require_safe
@may(Operation.ANSWER_SCREENING)
def desk(request: StaffRequest) -> HttpResponse:
    """The lines that wait, or those that an officer names by a reference."""
    page = show_desk(by=request.actor, reference=request.GET.get("reference", ""))
    return render(request, "decisions/screening_desk.jinja", {"page": page})


@require_safe
@may(Operation.ANSWER_SCREENING)
def line(request: StaffRequest, line_id: UUID) -> HttpResponse:
    """One line whole, with the cases it could be beside it."""
    page = show_line(line_id=line_id, by=request.actor)
    form = ReasonForm(initial={"version": page.line.version})
    return render(request, "decisions/screening_line.jinja", {"page": page, "form": form})


@require_http_methods(["POST"])
@may(Operation.ANSWER_SCREENING)
def confirm(request: StaffRequest, line_id: UUID) -> HttpResponse:
    """It is her."""
    return _with_reason(request, line_id, confirm_line, "The line is held.")


@require_http_methods(["POST"])
@may(Operation.ANSWER_SCREENING)
def propose(request: StaffRequest, line_id: UUID) -> HttpResponse:
    """It is nobody who is protected, says the first of two."""
    return _with_reason(request, line_id, propose_clearance, "Proposed. Another person at the desk has to agree.")


@require_http_methods(["POST"])
@may(Operation.ANSWER_SCREENING)
def agree(request: StaffRequest, line_id: UUID) -> HttpResponse:
    """It is nobody who is protected, says the second."""
    return _with_reason(request, line_id, agree_clearance, "The line is clear.")


@require_http_methods(["POST"])
@may(Operation.ANSWER_SCREENING)
def reopen(request: StaffRequest, line_id: UUID) -> HttpResponse:
    """Open a line again that was confirmed or cleared."""
    return _with_reason(request, line_id, reopen_line, "The line waits again.")


@require_http_methods(["POST"])
@may(Operation.ANSWER_SCREENING)
def undo(request: StaffRequest, line_id: UUID) -> HttpResponse:
    """Take a proposal back."""
    form = VersionForm(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else 0
    undo_proposal(line_id=line_id, version=version, by=request.actor)
    messages.success(request, "The proposal was taken back. The line waits as before.")
    return redirect("decisions:desk_line", line_id)


@require_safe
@may(Operation.VIEW_TRAWLING)
def trawling(request: StaffRequest) -> HttpResponse:
    """What looked like trawling."""
    return render(request, "decisions/screening_trawling.jinja", {"alerts": show_trawling(by=request.actor)})


def _with_reason(request: StaffRequest, line_id: UUID, act: Service, done: str) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        page = show_line(line_id=line_id, by=request.actor)
        return render(request, "decisions/screening_line.jinja", {"page": page, "form": form})
    try:
        act(line_id=line_id, **form.said, by=request.actor)
    except LineChangedMeanwhile:
        return _conflict(request, line_id, form.cleaned_data["reason"])
    return _next(request, show_line(line_id=line_id, by=request.actor), done)


def _conflict(request: StaffRequest, line_id: UUID, reason: str) -> HttpResponse:
    """How the line stands now beside the reason that was typed, which is not lost."""
    page = show_line(line_id=line_id, by=request.actor)
    form = ReasonForm(initial={"version": page.line.version, "reason": reason})
    context = {"page": page, "form": form, "typed": reason}
    return render(request, "decisions/screening_line.jinja", context, status=409)


def _next(request: StaffRequest, page: ItemPage, done: str) -> HttpResponse:
    """On to the line that waits next, or back to the queue when none does. The way back stays open."""
    messages.success(request, f"{page.line.reference}: {done}")
    if page.following:
        return redirect("decisions:desk_line", page.following)
    return redirect("decisions:desk")
