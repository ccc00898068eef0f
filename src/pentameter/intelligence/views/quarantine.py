"""Rows in quarantine: opened, mended, set aside, taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.intelligence.forms.rows import AsideForm, MendForm
from pentameter.intelligence.services import mend_row, open_row, set_aside_row, take_back_row
from pentameter.intelligence.services.mend import RowChangedMeanwhile, RowView


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MEND_QUARANTINE)
def row(request: StaffRequest, row_id: UUID) -> HttpResponse:
    """A row with what is wrong with it first, to be mended."""
    view = open_row(row_id=row_id, by=request.actor)
    if request.method != "POST":
        form = MendForm.showing(kind=view.kind, cells=view.cells, version=view.version)
        form.tell(view.problems)
        return _page(request, view, form)
    form = MendForm(request.POST, kind=view.kind, cells=view.cells)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            mended = mend_row(row_id=row_id, cells=form.cells(), version=version, by=request.actor)
        except RowChangedMeanwhile:
            return _conflict(request, view, form)
        if not mended.problems:
            what = "is here already, so nothing was added" if mended.duplicate else "is in"
            return _next(request, view, f"Row {view.row_number} {what}.")
        form.tell(mended.problems)
    return _page(request, view, form)


@require_http_methods(["POST"])
@may(Operation.MEND_QUARANTINE)
def set_aside(request: StaffRequest, row_id: UUID) -> HttpResponse:
    """Leave a row out, for a reason."""
    form = AsideForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            set_aside_row(row_id=row_id, reason=said["reason"], version=said["version"], by=request.actor)
        except RowChangedMeanwhile:
            return _conflict(request, open_row(row_id=row_id, by=request.actor), None, said["reason"])
        view = open_row(row_id=row_id, by=request.actor)
        return _next(request, view, f"Row {view.row_number} was set aside. It can be taken back from the file's page.")
    view = open_row(row_id=row_id, by=request.actor)
    mend = MendForm.showing(kind=view.kind, cells=view.cells, version=view.version)
    mend.tell(view.problems)
    return _page(request, view, mend, form)


@require_http_methods(["POST"])
@may(Operation.MEND_QUARANTINE)
def take_back(request: StaffRequest, row_id: UUID) -> HttpResponse:
    """Let a row that was set aside wait again."""
    form = AsideForm({**request.POST.dict(), "reason": "taken back"})
    version = form.cleaned_data["version"] if form.is_valid() else 0
    take_back_row(row_id=row_id, version=version, by=request.actor)
    messages.success(request, "The row waits to be mended again.")
    return redirect("intelligence:row", row_id)


def _next(request: StaffRequest, view: RowView, done: str) -> HttpResponse:
    """On to the row that waits next, or back to the file when none is left."""
    left = f" {view.left} left." if view.left else " No row waits any more."
    messages.success(request, done + left)
    if view.following:
        return redirect("intelligence:row", view.following)
    return redirect("intelligence:file", view.file_id)


def _page(request: StaffRequest, view: RowView, form: MendForm, aside: AsideForm | None = None) -> HttpResponse:
    aside = aside or AsideForm(initial={"version": view.version})
    return render(request, "intelligence/row.jinja", {"row": view, "form": form, "aside": aside})


def _conflict(request: StaffRequest, view: RowView, form: MendForm | None, reason: str = "") -> HttpResponse:
    """What became of the row meanwhile beside what was typed, of which nothing is lost."""
    showing = MendForm.showing(kind=view.kind, cells=form.cells() if form else view.cells, version=view.version)
    context = {"row": view, "typed": form.changes() if form else [], "reason": reason, "form": showing}
    return render(request, "intelligence/row_conflict.jinja", context, status=409)
