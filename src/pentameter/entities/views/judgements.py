"""Undoing a judgement of any age: what it would change, and why."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.forms.reviewing import FINDINGS, UndoForm
from pentameter.entities.services.taking_back import JudgementPage, WhyUndone, show_judgement, take_back
from pentameter.kernel.verdict import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.JUDGE_PAIR)
def undo(request: StaffRequest, judgement_id: UUID) -> HttpResponse:
    """Undo one judgement, with a reason: everything is as if it had never been made."""
    form = UndoForm(request.POST or None)
    if not form.is_valid():
        return _page(request, show_judgement(judgement_id=judgement_id, by=request.actor), form)
    try:
        take_back(judgement_id=judgement_id, reason=form.cleaned_data["reason"], by=request.actor)
    except WhyUndone as needed:
        form.add_error("reason", needed.reason)
        return _page(request, show_judgement(judgement_id=judgement_id, by=request.actor), form)
    except Refused as refused:
        if not refused.conflict:
            raise
        form.add_error(None, refused.reason)
        return _page(request, show_judgement(judgement_id=judgement_id, by=request.actor), form, status=409)
    page = show_judgement(judgement_id=judgement_id, by=request.actor)
    messages.success(request, "Undone. It is as if the judgement had never been made; the history shows both acts.")
    return redirect("entities:thing", page.left.mention)


def _page(request: StaffRequest, page: JudgementPage, form: UndoForm, *, status: int = 200) -> HttpResponse:
    form.fields["reason"].required = page.needs_reason
    return render(request, "entities/undo.jinja", {"page": page, "form": form, "findings": FINDINGS}, status=status)
