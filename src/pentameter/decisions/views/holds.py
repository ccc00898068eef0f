"""The page on which those who may know no more ask whether a hold stands."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.decisions.forms.holds import HoldForm
from pentameter.decisions.services.holds import look_up_hold


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.LOOK_UP_HOLD)
def hold(request: StaffRequest) -> HttpResponse:
    """Whether a hold stands under a reference, and whom to call. Asked by POST: no reference stays in an address."""
    form = HoldForm(request.POST or None)
    answer = look_up_hold(reference=form.cleaned_data["reference"], by=request.actor) if form.is_valid() else None
    return render(request, "decisions/hold.jinja", {"form": form, "answer": answer})
