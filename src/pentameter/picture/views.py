"""The pages of the picture, its charts one by one, and all of it as a file."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.look.charts.chart import Chart
from pentameter.picture import compare_forms, forms, services
from pentameter.picture.pages.choosing import page_of
from pentameter.picture.pages.compare import ComparePage
from pentameter.picture.pages.force import ForcePage
from pentameter.picture.sections import Section


@require_safe
@may(Operation.VIEW_PICTURE)
def picture(request: StaffRequest, section: Section) -> HttpResponse:
    """One page of the picture of a wave."""
    asked = forms.read(request.GET)
    try:
        seen = services.show_section(
            section=section, asked=asked, by=request.actor, at=clock.now(), today=clock.today()
        )
    except services.NoWaveYet as nothing:
        return render(request, "picture/empty.jinja", {"reason": nothing.reason})
    return render(request, "picture/picture.jinja", {"page": page_of(seen, request.actor)})


@require_safe
@may(Operation.VIEW_PICTURE)
def compare(request: StaffRequest) -> HttpResponse:
    """Two waves, two forces or two periods side by side."""
    wanted = compare_forms.read_wanted(request.GET)
    try:
        found = services.show_comparison(wanted=wanted, by=request.actor, at=clock.now(), today=clock.today())
    except services.NoWaveYet as nothing:
        return render(request, "picture/empty.jinja", {"reason": nothing.reason})
    page = ComparePage.online(found.frame, request.actor, part=found)
    return render(request, "picture/compare.jinja", {"page": page})


@require_safe
@may(Operation.VIEW_PICTURE)
def compare_svg(request: StaffRequest, name: str) -> HttpResponse:
    """One chart of two side by side, as a drawing."""
    return _carried(_compared(request, name).file(), "image/svg+xml", f"pentameter-compared-{name}.svg")


@require_safe
@may(Operation.VIEW_PICTURE)
def compare_csv(request: StaffRequest, name: str) -> HttpResponse:
    """One chart of two side by side, as a table."""
    return _carried(_compared(request, name).table().csv(), "text/csv", f"pentameter-compared-{name}.csv")


@require_safe
@may(Operation.VIEW_FORCE)
def forces(request: StaffRequest) -> HttpResponse:
    """Every force, for those to whom all are open; others are led to their own."""
    found = services.list_forces(by=request.actor, today=clock.today())
    if found.own:
        return redirect("picture:force", slug=found.own)
    return render(request, "picture/forces.jinja", {"found": found, "at": clock.now()})


@require_safe
@may(Operation.VIEW_FORCE)
def force(request: StaffRequest, slug: str) -> HttpResponse:
    """A force's own page."""
    found = services.show_force(slug=slug, by=request.actor, at=clock.now(), today=clock.today())
    return render(request, "picture/force.jinja", {"page": ForcePage(found, request.actor)})


@require_safe
@may(Operation.VIEW_PICTURE)
def file(request: StaffRequest) -> HttpResponse:
    """The picture as a single file that needs nothing else."""
    asked, today = forms.read(request.GET), clock.today()
    written = services.export_picture(asked=asked, by=request.actor, at=clock.now(), today=today)
    return _carried(written, "text/html", f"pentameter-picture-{today.isoformat()}.html")


@require_safe
@may(Operation.VIEW_PICTURE)
def svg(request: StaffRequest, name: str) -> HttpResponse:
    """One chart as a drawing."""
    return _carried(_chart(request, name).file(), "image/svg+xml", f"pentameter-{name}.svg")


@require_safe
@may(Operation.VIEW_PICTURE)
def csv(request: StaffRequest, name: str) -> HttpResponse:
    """One chart as a table."""
    return _carried(_chart(request, name).table().csv(), "text/csv", f"pentameter-{name}.csv")


def _chart(request: StaffRequest, name: str) -> Chart:
    asked = forms.read(request.GET)
    return services.copy_chart(name=name, asked=asked, by=request.actor, at=clock.now(), today=clock.today())


def _compared(request: StaffRequest, name: str) -> Chart:
    wanted = compare_forms.read_wanted(request.GET)
    return services.copy_comparison(name=name, wanted=wanted, by=request.actor, at=clock.now(), today=clock.today())


def _carried(content: str, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)
