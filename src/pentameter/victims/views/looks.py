"""Who has seen a person's record."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.look.paging import number_before
from pentameter.victims.forms.erasure import PurposeForm
from pentameter.victims.rules.looks import needs_purpose
from pentameter.victims.services.looks import show_looks


@require_safe
@may(Operation.SEE_WHO_LOOKED)
def looks(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Who has seen it, when, what for. The auditor says for what purpose they ask."""
    form = PurposeForm(request.GET or None)
    if needs_purpose(request.actor.role) and not form.is_valid():
        return render(request, "victims/looks_purpose.jinja", {"form": form, "case_id": case_id})
    purpose = form.cleaned_data["purpose"] if form.is_valid() else ""
    page = show_looks(case_id=case_id, purpose=purpose, before=number_before(request), by=request.actor)
    return render(request, "victims/looks.jinja", {"page": page, "frame": page.frame})
