"""The list of operations, an operation, what was published."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.operations.forms.waves import OperationForm, WaveForm
from pentameter.operations.services import looks
from pentameter.operations.services.operations import create_operation, create_wave


@require_safe
@may(Operation.VIEW_OPERATIONS)
def operations(request: StaffRequest) -> HttpResponse:
    """Every operation, and what is expected of one's own agency."""
    today = clock.today()
    page = looks.show_operations(by=request.actor, today=today)
    return render(request, "operations/operations.jinja", {"page": page, "today": today})


@require_safe
@may(Operation.VIEW_OPERATIONS)
def operation(request: StaffRequest, slug: str) -> HttpResponse:
    """An operation and its waves."""
    page = looks.show_operation(slug=slug, by=request.actor)
    return render(request, "operations/operation.jinja", {"page": page, "today": clock.today()})


@require_safe
@may(Operation.VIEW_OPERATIONS)
def results(request: StaffRequest, slug: str) -> HttpResponse:
    """The figures that were published of an operation."""
    return render(request, "operations/results.jinja", {"page": looks.show_results(slug=slug, by=request.actor)})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_OPERATIONS)
def new_operation(request: StaffRequest) -> HttpResponse:
    """Begin an operation."""
    form = OperationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        slug = create_operation(**form.cleaned_data, by=request.actor)
        messages.success(request, "The operation has begun. Add its first wave.")
        return redirect("operations:operation", slug)
    return render(request, "operations/new_operation.jinja", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MANAGE_OPERATIONS)
def new_wave(request: StaffRequest, slug: str) -> HttpResponse:
    """Add a wave to an operation."""
    form = WaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wave_id = create_wave(operation=slug, plan=form.plan, by=request.actor)
        messages.success(request, "The wave is there. Add the agencies that take part.")
        return redirect("operations:wave", wave_id)
    page = looks.show_operation(slug=slug, by=request.actor)
    return render(request, "operations/new_wave.jinja", {"form": form, "page": page})
