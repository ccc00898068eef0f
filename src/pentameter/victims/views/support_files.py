"""Files attached to a case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.support import ReasonForm
from pentameter.victims.forms.support_files import AttachForm
from pentameter.victims.services.attachments import attach, read_attachment, remove_attachment
from pentameter.victims.services.support import show_files
from pentameter.victims.views.support import done


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_SUPPORT, hidden=True)
def files(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """The files, and attaching another."""
    form = AttachForm(request.POST or None, request.FILES or None)
    if done(form, lambda: attach(case_id=case_id, upload=form.upload, by=request.actor)):
        messages.success(request, "The file is attached and sealed.")
        return redirect("victims:support_files", case_id)
    page = show_files(case_id=case_id, by=request.actor)
    return render(request, "victims/support_files.jinja", {"page": page, "form": form})


@require_safe
@may(Operation.VIEW_SUPPORT, hidden=True)
def file(request: StaffRequest, case_id: UUID, file_id: UUID) -> HttpResponse:
    """A file, to be saved and never shown by the browser within our pages."""
    found = read_attachment(case_id=case_id, attachment_id=file_id, by=request.actor)
    response = HttpResponse(found.content, content_type=found.type.content_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=found.name) or "attachment"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def remove(request: StaffRequest, case_id: UUID, file_id: UUID) -> HttpResponse:
    """Take away a file that does not belong here."""
    form = ReasonForm(request.POST or None)
    reason = form.data.get("reason", "")
    if done(form, lambda: remove_attachment(case_id=case_id, attachment_id=file_id, reason=reason, by=request.actor)):
        messages.success(request, "The file was taken away. Why is kept.")
        return redirect("victims:support_files", case_id)
    page = show_files(case_id=case_id, by=request.actor)
    return render(request, "victims/support_remove.jinja", {"page": page, "form": form, "file_id": file_id})
