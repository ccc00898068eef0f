"""Sending files, and what became of them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.intelligence import tasks
from pentameter.intelligence.forms.uploads import UploadForm
from pentameter.intelligence.intake import columns, templates
from pentameter.intelligence.intake.dictionary import what_may_be_written
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.queries.intake import file_card
from pentameter.intelligence.services import receive_kept, show_file, show_intake
from pentameter.intelligence.services.looks import IntakePage
from pentameter.intelligence.uploads import SealedUpload, too_large
from pentameter.kernel import clock
from pentameter.look.errors import page as error_page
from pentameter.look.paging import number_of

_TEMPLATES = {
    "csv": (templates.csv_template, "text/csv; charset=utf-8"),
    "xlsx": (templates.xlsx_template, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@require_safe
@may(Operation.VIEW_INTAKE)
def intake(request: StaffRequest) -> HttpResponse:
    """Where files are dropped, and the list of those that were sent."""
    page = show_intake(by=request.actor, today=clock.today())
    return render(request, "intelligence/intake.jinja", {"page": page, "form": _form(page)})


def _form(page: IntakePage) -> UploadForm:
    return UploadForm(waves=page.waves, foreign=page.may_bring_in)


@require_http_methods(["POST"])
@may(Operation.SUBMIT_REPORTS)
def upload(request: StaffRequest) -> HttpResponse:
    """Receive a file. It was sealed while it streamed in; here it gets its record and its place in the queue."""
    if too_large(request):
        return error_page(413)
    page = show_intake(by=request.actor, today=clock.today())
    form = UploadForm(request.POST, request.FILES, waves=page.waves, foreign=page.may_bring_in)
    if not form.is_valid():
        return render(request, "intelligence/intake.jinja", {"page": page, "form": form})
    sealed: SealedUpload = form.cleaned_data["file"]
    received = receive_kept(
        arrived=sealed.arrived, wave_id=form.wave_id, way="page", by=request.actor, terms=form.terms
    )
    sealed.taken()
    tasks.begin_take_in(received)
    return redirect("intelligence:file", received.file_id)


@require_safe
@may(Operation.VIEW_INTAKE)
def file(request: StaffRequest, file_id: UUID) -> HttpResponse:
    """A file: how far it is, the sums, the rows in quarantine."""
    page = show_file(file_id=file_id, by=request.actor, page=number_of(request))
    return render(request, "intelligence/file.jinja", {"page": page, "labels": columns.LABELS})


@require_safe
@may(Operation.VIEW_INTAKE)
def progress(request: StaffRequest, file_id: UUID) -> HttpResponse:
    """How far a file is, and nothing else; once it is done the page is asked to load itself anew."""
    card = file_card(file_id, by=request.actor)
    response = render(request, "intelligence/progress.jinja", {"file": card})
    if not card.in_progress:
        response["HX-Refresh"] = "true"
    return response


@require_safe
@may(Operation.VIEW_INTAKE)
def template(request: StaffRequest, kind: str, ending: str) -> HttpResponse:
    """An empty template to fill in."""
    if kind not in set(FileKind) or ending not in _TEMPLATES:
        raise Http404
    make, content_type = _TEMPLATES[ending]
    headers = {"Content-Disposition": f'attachment; filename="pentameter-{kind}.{ending}"'}
    return HttpResponse(make(FileKind(kind)), content_type=content_type, headers=headers)


@require_safe
@may(Operation.VIEW_INTAKE)
def dictionary(request: StaffRequest) -> HttpResponse:
    """What each column of the templates means."""
    kinds = [(kind, columns.COLUMNS[kind]) for kind in FileKind]
    return render(request, "intelligence/dictionary.jinja", {"kinds": kinds, "what": what_may_be_written})
