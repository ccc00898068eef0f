"""Carrying a network away, for a stated purpose."""

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.entities.forms.exporting import ExportForm
from pentameter.entities.forms.network import read
from pentameter.entities.interchange.leaving import Format
from pentameter.entities.interchange.packing import Package
from pentameter.entities.services.exporting import export_network

_STATED = "network exports"


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.EXPORT_NETWORK)
def export(request: StaffRequest) -> HttpResponseBase:
    """Ask in which format and for what, then send it. Each export needs its purpose anew."""
    asked, address = read(request.GET), request.get_full_path()
    if stated := _stated(request):
        form, purpose = stated
        return _sent(export_network(asked=asked, form=Format(form), purpose=purpose, by=request.actor))
    typed = ExportForm(request.POST or None)
    if typed.is_valid():
        request.session[_STATED] = {address: (typed.chosen.value, typed.cleaned_data["purpose"])}
        return redirect(address)
    return _asking(request, typed, asked.problems)


def _asking(request: StaffRequest, form: ExportForm, problems: tuple[str, ...]) -> HttpResponse:
    context = {"form": form, "problems": problems, "query": request.GET.urlencode()}
    return render(request, "entities/network_export.jinja", context)


def _stated(request: StaffRequest) -> tuple[str, str] | None:
    """The format and the purpose that were stated for this very address. They are used up by it."""
    if request.method != "GET":
        return None
    kept: dict[str, tuple[str, str]] = request.session.pop(_STATED, {})
    return kept.get(request.get_full_path())


def _sent(package: Package) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{package.name}"', "Cache-Control": "no-store"}
    return StreamingHttpResponse(package.pieces(), content_type="application/zip", headers=headers)
