"""The register of laws, and its copies."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.justice.forms.laws import read
from pentameter.justice.law_page import Page
from pentameter.justice.services.laws import copy_register, show_register
from pentameter.justice.services.one_law import show_law
from pentameter.kernel import clock

KINDS = {"csv": "text/csv", "svg": "image/svg+xml"}


@require_safe
@may(Operation.VIEW_LAWS)
def laws(request: StaffRequest) -> HttpResponse:
    """The register as it stood on a day."""
    today = clock.today()
    found = show_register(asked=read(request.GET, today=today), by=request.actor, today=today)
    return render(request, "justice/laws.jinja", {"page": Page(found)})


@require_safe
@may(Operation.VIEW_LAWS)
def law(request: StaffRequest, code: str) -> HttpResponse:
    """One law as it stood on a day, with what stands behind its figures."""
    today = clock.today()
    asked = read(request.GET, today=today)
    page = show_law(code=code, on=asked.on or today, by=request.actor)
    return render(request, "justice/law.jinja", {"page": page, "problems": asked.problems, "today": today})


@require_safe
@may(Operation.VIEW_LAWS)
def copy(request: StaffRequest, kind: str) -> HttpResponse:
    """The register as a table or as a drawing, to be carried away."""
    today = clock.today()
    asked = read(request.GET, today=today)
    chart = copy_register(asked=asked, by=request.actor, today=today)
    content = chart.file() if kind == "svg" else chart.table().csv()
    name = f"pentameter-laws-{(asked.on or today).isoformat()}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=f"{KINDS[kind]}; charset=utf-8", headers=headers)
