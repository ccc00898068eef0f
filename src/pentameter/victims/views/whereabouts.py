"""Where she is: sealed until a purpose is stated, and each look needs its purpose anew."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.cases import PurposeForm, WhereaboutsForm
from pentameter.victims.services.whereabouts import change_whereabouts, read_whereabouts, show_before_opening
from pentameter.victims.views.revealing import go_on, stated, used_up


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.SEE_WHEREABOUTS)
def whereabouts(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Ask for the purpose, and for the second factor if it is not fresh; then show, once."""
    form = PurposeForm(request.POST or None, initial={"purpose": stated(request)})
    if form.is_valid():
        return go_on(request, form.cleaned_data["purpose"])
    purpose = used_up(request) if request.method == "GET" else ""
    if purpose:
        page = read_whereabouts(case_id=case_id, purpose=purpose, by=request.actor)
    else:
        page = show_before_opening(case_id=case_id, by=request.actor)
    context = {"form": form, "page": page, "frame": page.frame, "purpose": purpose}
    return render(request, "victims/whereabouts.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_WHEREABOUTS)
def change(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Say where she is now. What was said before is not shown."""
    form = WhereaboutsForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        said = {"where": form.whereabouts, "version": form.cleaned_data["version"]}
        meanwhile = change_whereabouts(case_id=case_id, **said, by=request.actor)
        if meanwhile is None:
            messages.success(request, "Saved, and sealed.")
            return redirect("victims:case", case_id)
        current = meanwhile.current
        context = {"form": form.over(current.version), "page": current, "frame": current.frame}
        return render(request, "victims/whereabouts_conflict.jinja", context, status=409)
    page = show_before_opening(case_id=case_id, by=request.actor)
    form = form or WhereaboutsForm(initial={"version": page.version})
    return render(request, "victims/whereabouts_change.jinja", {"form": form, "page": page, "frame": page.frame})
