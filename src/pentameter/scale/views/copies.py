"""What can be carried away of a run: its charts one by one, and the frozen table for those who may see it."""

import csv as tables
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.intelligence.intake.cells import safe
from pentameter.kernel import clock
from pentameter.scale.services.looks import copy_chart, copy_comparison, take_table


@require_safe
@may(Operation.VIEW_ESTIMATES)
def svg(request: StaffRequest, run_id: UUID, name: str) -> HttpResponse:
    """One chart as a drawing."""
    return _carried(copy_chart(run_id=run_id, name=name, by=request.actor).file(), "image/svg+xml", f"{name}.svg")


@require_safe
@may(Operation.VIEW_ESTIMATES)
def csv(request: StaffRequest, run_id: UUID, name: str) -> HttpResponse:
    """One chart as a table."""
    return _carried(copy_chart(run_id=run_id, name=name, by=request.actor).table().csv(), "text/csv", f"{name}.csv")


@require_safe
@may(Operation.VIEW_ESTIMATES)
def compared(request: StaffRequest, kind: str) -> HttpResponse:
    """The runs side by side, as "csv" or "svg"."""
    chart = copy_comparison(kind=kind, by=request.actor, today=clock.today())
    if kind == "csv":
        return _carried(chart.table().csv(), "text/csv", "estimates.csv")
    return _carried(chart.file(), "image/svg+xml", "estimates.svg")


@require_safe
@may(Operation.SEE_FROZEN_TABLE)
def table(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """The frozen table, in the form in which a table can be uploaded."""
    found = take_table(run_id=run_id, by=request.actor)
    response = _carried("", "text/csv", "capture-histories.csv")
    writer = tables.writer(response)
    writer.writerow([*map(safe, found.lists), "count"])
    writer.writerows([*row, count] for row, count in found.rows())
    return response


def _carried(content: str, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="pentameter-{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)
