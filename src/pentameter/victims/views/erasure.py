"""Erasing a case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.erasure import ErasureForm, PurposeForm
from pentameter.victims.rules.erasure import Why
from pentameter.victims.services import erasure as services
from pentameter.victims.views.refusing import told_at

TO_SEE = "to see whether the case may be erased"


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.ERASE_CASE)
def erasure(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Ask that a case be erased."""
    form = ErasureForm(request.POST or None)
    if form.is_valid():
        with told_at(form):
            said = form.cleaned_data
            services.ask_erasure(
                case_id=case_id,
                why=Why(said["why"]),
                was_told=said["was_told"],
                purpose=said["purpose"],
                by=request.actor,
            )
            messages.success(request, "It was asked. Nothing is erased before another person agrees.")
            return redirect("victims:erasure", case_id)
    page = services.show_erasure(case_id=case_id, purpose=TO_SEE, by=request.actor)
    context = {"page": page, "frame": page.frame, "form": form, "agreeing": PurposeForm()}
    return render(request, "victims/erasure.jinja", context)


@require_POST
@may(Operation.ERASE_CASE)
def agree(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Agree, as another person: the case is erased."""
    services.agree_erasure(case_id=case_id, purpose=request.POST.get("purpose", ""), by=request.actor)
    messages.success(request, "The case was erased. Its reference and the record of who did what stay.")
    return redirect("victims:protection", case_id)


@require_POST
@may(Operation.ERASE_CASE)
def withdraw(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Take the request back."""
    services.withdraw_erasure(case_id=case_id, purpose=request.POST.get("purpose", ""), by=request.actor)
    messages.success(request, "The request was taken back. Nothing was erased.")
    return redirect("victims:erasure", case_id)
