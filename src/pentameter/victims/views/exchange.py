"""Cases that come from other systems and go to them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.forms.exchange import ExportForm, ImportForm
from pentameter.victims.rules.exchange import Fate
from pentameter.victims.services.exports import Carried, Form, export_cases
from pentameter.victims.services.imports import import_cases, show_import

_TYPES = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.JSON: "application/octet-stream",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""An answer in JSON to a POST would be kept with its key, and nothing that leaves is kept here."""


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.IMPORT_CASES)
def import_file(request: StaffRequest) -> HttpResponse:
    """Take a file of cases in. What is wrong with it as a whole is said at the file."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_valid():
        try:
            taken = import_cases(arrived=form.arrived, age_unknown=form.age_unknown, by=request.actor)
        except Refused as refusal:
            form.add_error("file", refusal.reason)
        else:
            return redirect("victims:import", taken)
    return render(request, "victims/import_file.jinja", {"form": form})


@require_safe
@may(Operation.IMPORT_CASES)
def imported(request: StaffRequest, import_id: UUID) -> HttpResponse:
    """What became of each row of a file."""
    page = show_import(import_id=import_id, by=request.actor)
    return render(request, "victims/imported.jinja", {"page": page, "fates": Fate})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.EXPORT_CASE)
def export(request: StaffRequest) -> HttpResponse:
    """Carry one case or a chosen few away. The file is the answer: it is made once and kept nowhere."""
    form = ExportForm(request.POST or None, initial={"references": request.GET.get("case", "")[:200]})
    if form.is_valid():
        try:
            return _file(export_cases(leaving=form.leaving, by=request.actor))
        except Refused as refusal:
            form.add_error(None, refusal.reason)
    return render(request, "victims/export.jinja", {"form": form})


def _file(carried: Carried) -> HttpResponse:
    name = f"pentameter-cases-{clock.today().isoformat()}.{carried.form.value}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(carried.content, content_type=_TYPES[carried.form], headers=headers)
