"""What she consents to: the ledger, a new row, a withdrawal."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.consent import ConsentForm, HowForm
from pentameter.victims.services import showing
from pentameter.victims.services.consent import record_consent, withdraw_consent


@require_safe
@may(Operation.VIEW_CASE)
def consent(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """What stands, and everything that she ever said to it."""
    page = showing.show_consent(case_id=case_id, by=request.actor)
    return render(request, "victims/consent.jinja", {"page": page, "frame": page.frame})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RECORD_CONSENT)
def new_consent(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Write down what she was asked and what she said."""
    page = showing.show_consent(case_id=case_id, by=request.actor, choosing=True)
    first = {"on": page.today, "language": page.language, "purpose": request.GET.get("purpose", "")}
    form = ConsentForm(request.POST or None, initial=first).offering(page.agencies, page.today)
    if request.method == "POST" and form.is_valid():
        record_consent(case_id=case_id, saying=form.saying, by=request.actor)
        messages.success(request, "What she said was written down.")
        return redirect("victims:consent", case_id)
    return render(request, "victims/consent_new.jinja", {"form": form, "page": page, "frame": page.frame})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RECORD_CONSENT)
def withdraw(request: StaffRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """Write down that she took a consent back. The page says what closes."""
    form = HowForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        withdraw_consent(
            case_id=case_id, consent_id=consent_id, by=request.actor, facts=form.facts, how=form.chosen_how
        )
        messages.success(request, "Her withdrawal was written down. What rested on it closes at its next step.")
        return redirect("victims:consent", case_id)
    page = showing.show_withdrawal(case_id=case_id, consent_id=consent_id, by=request.actor)
    form = form or HowForm(initial={"language": page.entry.facts.language})
    return render(request, "victims/consent_withdraw.jinja", {"form": form, "page": page, "frame": page.frame})
