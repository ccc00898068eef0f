"""A copy for the person: to print, or as a tagged PDF."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.look.pdf import NoPdf, document
from pentameter.victims.forms.erasure import PurposeForm
from pentameter.victims.queries.reveals import has_shown
from pentameter.victims.services.copies import give_copy
from pentameter.victims.services.looks import show_protection
from pentameter.victims.views.revealing import go_on, stated

TITLE = "What is kept about you"


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.GIVE_COPY)
def copy(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Say what for; then the copy, to read with her and to print."""
    form = PurposeForm(request.POST or None, initial={"purpose": stated(request)})
    if form.is_valid() and not has_shown(request.actor):
        return go_on(request, form.cleaned_data["purpose"])
    if form.is_valid():
        page = give_copy(case_id=case_id, purpose=form.cleaned_data["purpose"], by=request.actor)
        return render(request, "victims/copy.jinja", {"page": page, "frame": page.frame})
    frame = show_protection(case_id=case_id, by=request.actor).frame
    return render(request, "victims/copy_purpose.jinja", {"frame": frame, "form": form})


@require_POST
@may(Operation.GIVE_COPY)
def copy_pdf(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """The copy as a PDF."""
    page = give_copy(case_id=case_id, purpose=request.POST.get("purpose", ""), by=request.actor)
    try:
        made = document("victims/copy_document.jinja", {"page": page}, title=TITLE)
    except NoPdf as missing:
        messages.error(request, str(missing))
        return redirect("victims:copy", case_id)
    name = f"copy-{page.frame.reference}.pdf"
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
