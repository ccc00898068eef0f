"""One report by hand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.intelligence.forms.cells import tell
from pentameter.intelligence.forms.reports import ReportForm
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.services import submit_report
from pentameter.intelligence.services.looks import waves_to_choose
from pentameter.kernel import clock


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.SUBMIT_REPORTS)
def new(request: StaffRequest) -> HttpResponse:
    """Write a report; what is wrong with it is said all at once, and nothing typed is lost."""
    form = ReportForm(request.POST or None, waves=waves_to_choose(clock.today()))
    if request.method == "POST" and form.is_valid():
        sent = submit_report(cells=form.cells(), wave_id=form.wave_id, by=request.actor)
        if sent.report_id:
            said = "is here already, word for word. Nothing was added." if sent.duplicate else "is in."
            messages.success(request, f"The report {said}")
            return redirect("intelligence:report", sent.report_id)
        tell(form, sent.problems)
    return render(request, "intelligence/new.jinja", {"form": form, "required": columns.required(FileKind.REPORTS)})
