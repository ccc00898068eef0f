"""The pages about the account of what she went through: disclosing it, explaining its absence, opening it to decide."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.decisions.forms.accounts import AbsenceForm, DiscloseForm, PurposeForm
from pentameter.decisions.services import accounts, looks
from pentameter.decisions.services.loading import NotYet


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.READ_ACCOUNT)
def read(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """Open her account for a decision. It is written down, with the purpose, before it is shown."""
    form = PurposeForm(request.POST or None)
    words = ""
    if form.is_valid():
        words = accounts.read_account(matter_id=matter_id, purpose=form.cleaned_data["purpose"], by=request.actor)
    page = looks.show_matter(matter_id=matter_id, by=request.actor)
    return render(request, "decisions/account.jinja", {"form": form, "page": page, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.DECIDE)
def absence(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """Say why there is no account, as the one who decides."""
    form = AbsenceForm(request.POST or None)
    if form.is_valid():
        try:
            accounts.explain_absence_for(matter_id=matter_id, words=form.cleaned_data["words"], by=request.actor)
        except NotYet as not_yet:
            form.say(not_yet.reason)
        else:
            messages.success(request, "Why there is no account is kept with the decision.")
            return redirect("decisions:matter", matter_id)
    page = looks.show_matter(matter_id=matter_id, by=request.actor)
    return render(request, "decisions/absence.jinja", {"form": form, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.DISCLOSE_ACCOUNT)
def disclose(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Disclose her account to those who decide, with her consent."""
    form = DiscloseForm(request.POST or None)
    if form.is_valid():
        try:
            accounts.disclose_account(case_id=case_id, words=form.cleaned_data["words"], by=request.actor)
        except NotYet as not_yet:
            form.say(not_yet.reason)
        else:
            messages.success(request, "Her account is disclosed to those who decide.")
            return redirect("decisions:case", case_id)
    page = looks.show_case(case_id=case_id, by=request.actor)
    return render(request, "decisions/disclose.jinja", {"form": form, "page": page, "frame": page.frame})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.DISCLOSE_ACCOUNT)
def explain(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Say why there is no account, as her caseworker."""
    form = AbsenceForm(request.POST or None)
    if form.is_valid():
        try:
            accounts.explain_absence(case_id=case_id, words=form.cleaned_data["words"], by=request.actor)
        except NotYet as not_yet:
            form.say(not_yet.reason)
        else:
            messages.success(request, "Why there is no account is told to those who decide.")
            return redirect("decisions:case", case_id)
    page = looks.show_case(case_id=case_id, by=request.actor)
    return render(request, "decisions/explain.jinja", {"form": form, "page": page, "frame": page.frame})
