"""Runs: listed, asked for, followed, read, repeated. Pages only read what the worker stored."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.scale import drawing, words
from pentameter.scale.forms import FreezeForm, SendTableForm
from pentameter.scale.services.asking import ask_repeat, ask_run, send_table
from pentameter.scale.services.looks import compare_runs, see_progress, show_run, show_runs
from pentameter.scale.uploads import LARGEST


@require_safe
@may(Operation.VIEW_ESTIMATES)
def runs(request: StaffRequest) -> HttpResponse:
    """The runs, latest first."""
    return render(request, "scale/runs.jinja", {"page": show_runs(by=request.actor), "words": words})


@require_safe
@may(Operation.VIEW_ESTIMATES)
def compare(request: StaffRequest) -> HttpResponse:
    """Runs of several years and types beside one another."""
    page = compare_runs(by=request.actor)
    chart = drawing.compared(page.runs, clock.today(), lambda one: reverse("scale:run", args=[one.id]))
    return render(request, "scale/compare.jinja", {"page": page, "chart": chart, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RUN_ESTIMATE)
def freeze(request: StaffRequest) -> HttpResponse:
    """Ask for a run over what is known."""
    today = clock.today()
    form = FreezeForm(request.POST or None, today=today)
    if form.is_valid():
        return redirect("scale:run", ask_run(question=form.question, by=request.actor, today=today))
    return render(request, "scale/freeze.jinja", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RUN_ESTIMATE)
def send(request: StaffRequest) -> HttpResponse:
    """Ask for a run over a table that is uploaded."""
    today = clock.today()
    form = SendTableForm(request.POST or None, request.FILES or None, today=today, largest=LARGEST)
    if form.is_valid():
        file = form.cleaned_data["file"]
        given = {"question": form.question, "table": form.table, "file_name": file.name}
        return redirect("scale:run", send_table(**given, by=request.actor, today=today))
    return render(request, "scale/send.jinja", {"form": form})


@require_safe
@may(Operation.VIEW_ESTIMATES)
def run(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """A run: its range or its refusal first, and all that carries it."""
    return render(request, "scale/run.jinja", {"page": show_run(run_id=run_id, by=request.actor), "words": words})


@require_safe
@may(Operation.VIEW_ESTIMATES)
def progress(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """How far a run is, and nothing else; once it is done the page is asked to load itself anew."""
    whole = see_progress(run_id=run_id, by=request.actor)
    response = render(request, "scale/progress.jinja", {"run": whole})
    if not whole.line.in_progress:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@may(Operation.RUN_ESTIMATE)
def repeat(request: StaffRequest, run_id: UUID) -> HttpResponse:
    """Have a run repeated from its frozen lists."""
    ask_repeat(run_id=run_id, by=request.actor)
    messages.success(request, "The run is being repeated. This page will say whether it gave the same.")
    return redirect("scale:run", run_id)
