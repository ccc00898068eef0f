"""The list of reports, a report, what is kept apart, and carrying a list away."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.intelligence import words
from pentameter.intelligence.forms.reports import FilterForm, PurposeForm
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.services import export_reports, list_reports, read_original, read_report, read_source
from pentameter.kernel import clock
from pentameter.look.paging import number_of, without_page
from pentameter.operations import api as operations

_STATED = "purposes"


@require_safe
@may(Operation.READ_REPORT)
def reports(request: StaffRequest) -> HttpResponse:
    """The reports that the reader may read."""
    form, narrowed = _narrowed(request)
    page = list_reports(by=request.actor, narrowed=narrowed, page=number_of(request))
    context = {"page": page, "form": form, "address": without_page(request), "query": request.GET.urlencode()}
    return render(request, "intelligence/reports.jinja", {**context, "words": words})


@require_safe
@may(Operation.READ_REPORT)
def report(request: StaffRequest, report_id: UUID) -> HttpResponse:
    """One report, with its handling on top."""
    purpose = "".join(filter(str.isprintable, request.GET.get("purpose", "")))[:500]
    view = read_report(report_id=report_id, by=request.actor, purpose=purpose)
    return render(request, "intelligence/report.jinja", {"report": view, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.READ_ORIGINAL)
def original(request: StaffRequest, report_id: UUID) -> HttpResponse:
    """The words before sanitising, for a stated purpose."""
    return _for_a_purpose(request, report_id, "The original text", read_original)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.READ_SOURCE)
def source(request: StaffRequest, report_id: UUID) -> HttpResponse:
    """Who the source is, for a stated purpose."""
    return _for_a_purpose(request, report_id, "The source", read_source)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.EXPORT_REPORTS)
def export(request: StaffRequest) -> HttpResponse:
    """Carry a list away as CSV, for a stated purpose."""
    filters, narrowed = _narrowed(request)
    if purpose := _stated(request):
        carried = export_reports(by=request.actor, narrowed=narrowed, purpose=purpose)
        name = f"pentameter-reports-{clock.today().isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(carried.csv, content_type="text/csv; charset=utf-8", headers=headers)
    form = PurposeForm(request.POST or None)
    if form.is_valid():
        return _state(request, form.cleaned_data["purpose"])
    context = {"form": form, "filters": filters, "query": request.GET.urlencode()}
    return render(request, "intelligence/export.jinja", context)


def _for_a_purpose(request: StaffRequest, report_id: UUID, what: str, read: Callable[..., str]) -> HttpResponse:
    """Ask for the purpose, then show. The look is recorded when it is shown, and each look needs its purpose anew."""
    form = PurposeForm(request.POST or None)
    text = ""
    if purpose := _stated(request):
        text = read(report_id=report_id, by=request.actor, purpose=purpose)
    elif form.is_valid():
        return _state(request, form.cleaned_data["purpose"])
    context = {"form": form, "what": what, "text": text, "purpose": purpose, "report_id": report_id}
    return render(request, "intelligence/sealed.jinja", context)


def _state(request: StaffRequest, purpose: str) -> HttpResponse:
    """Keep the stated purpose for the next look at this very address."""
    request.session[_STATED] = {request.get_full_path(): purpose}
    return redirect(request.get_full_path())


def _stated(request: StaffRequest) -> str:
    """The purpose that was stated for this look. It is used up by it."""
    if request.method == "POST":
        return ""
    kept: dict[str, str] = request.session.pop(_STATED, {})
    return kept.get(request.get_full_path(), "")


def _narrowed(request: StaffRequest) -> tuple[FilterForm, Filter]:
    waves = tuple(wave for one in operations.operations() if not one.is_history for wave in one.waves)
    form = FilterForm(request.GET, waves=waves)
    return form, form.filter()
