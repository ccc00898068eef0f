"""The pages of retention: what is due, the groups, and one record at its review."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.retention.forms import DisposeForm, HoldForm, PlainForm, RetainForm
from pentameter.retention.rules.groups import Kind, groups, kinds
from pentameter.retention.services import reviews as services

Done = Callable[[Kind, UUID, Any, StaffRequest], str]
"""What is done with a record, with what was typed; answers what is said of it."""


class _Door(NamedTuple):
    """Where the pages of a kind lie."""

    kind: Kind
    stem: str


_CASE, _REPORT = _Door(Kind.CASE, "case"), _Door(Kind.REPORT, "report")


@require_safe
@may(Operation.VIEW_RETENTION)
def due(request: StaffRequest) -> HttpResponse:
    """What is to be reviewed, and what waits for a second person."""
    return render(request, "retention/due.jinja", {"page": services.show_due(by=request.actor)})


@require_safe
@may(Operation.VIEW_RETENTION)
def periods(request: StaffRequest) -> HttpResponse:
    """For how long what is kept."""
    found = {"groups": groups().values(), "kinds": kinds().values()}
    return render(request, "retention/periods.jinja", found)


@require_safe
@may(Operation.ERASE_CASE)
def case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """A case at its review."""
    return _page(request, _CASE, case_id)


@require_safe
@may(Operation.CONFIRM_DISPOSAL)
def report(request: StaffRequest, report_id: UUID) -> HttpResponse:
    """A report at its review."""
    return _page(request, _REPORT, report_id)


@require_POST
@may(Operation.ERASE_CASE)
def case_act(request: StaffRequest, case_id: UUID, act: str) -> HttpResponse:
    """Decide something of a case."""
    return _act(request, _CASE, case_id, act)


@require_POST
@may(Operation.REVIEW_RETENTION)
def report_decide(request: StaffRequest, report_id: UUID, act: str) -> HttpResponse:
    """Decide something of a report."""
    return _act(request, _REPORT, report_id, act)


@require_POST
@may(Operation.CONFIRM_DISPOSAL)
def report_second(request: StaffRequest, report_id: UUID, act: str) -> HttpResponse:
    """Confirm what somebody proposed of a report, or turn it down."""
    return _act(request, _REPORT, report_id, act)


def _page(request: StaffRequest, door: _Door, item: UUID, **typed: forms.Form) -> HttpResponse:
    page = services.show_item(kind=door.kind, item=item, by=request.actor)
    blank = {"retaining": RetainForm(), "disposing": DisposeForm(), "holding": HoldForm(), "plain": PlainForm()}
    context = {"page": page, "stem": f"retention:{door.stem}", **blank, **typed}
    return render(request, "retention/item.jinja", context)


def _act(request: StaffRequest, door: _Door, item: UUID, act: str) -> HttpResponse:
    """Do what a form asks for; typed wrongly, it is shown again with what was typed."""
    name, form = _FORMS[act]
    filled = form(request.POST)
    if not filled.is_valid():
        return _page(request, door, item, **{name: filled})
    said = _DONE[act](door.kind, item, filled, request)
    messages.success(request, said)
    if act == "confirm":
        return redirect("retention:due")
    return redirect(f"retention:{door.stem}", item)


def _retain(kind: Kind, item: UUID, form: RetainForm, request: StaffRequest) -> str:
    services.retain(kind=kind, item=item, **form.said, until=form.until_day, by=request.actor)
    return "Retained. Your reason is kept with your name."


def _propose(kind: Kind, item: UUID, form: DisposeForm, request: StaffRequest) -> str:
    services.propose_disposal(kind=kind, item=item, **form.said, by=request.actor)
    return "Proposed. Nothing goes before another person confirms it; until then it can be taken back."


def _confirm(kind: Kind, item: UUID, form: forms.Form, request: StaffRequest) -> str:
    services.confirm_disposal(kind=kind, item=item, by=request.actor)
    return "Disposed of. The reason and the record of who did what stay."


def _withdraw(kind: Kind, item: UUID, form: forms.Form, request: StaffRequest) -> str:
    services.withdraw_disposal(kind=kind, item=item, by=request.actor)
    return "Taken back. Nothing was disposed of."


def _hold(kind: Kind, item: UUID, form: HoldForm, request: StaffRequest) -> str:
    services.place_hold(kind=kind, item=item, words=str(form.cleaned_data["words"]), by=request.actor)
    return "Held. It is kept until another person lifts the hold."


def _lift(kind: Kind, item: UUID, form: forms.Form, request: StaffRequest) -> str:
    services.lift_hold(kind=kind, item=item, by=request.actor)
    return "The hold was lifted."


DECIDING = ("retain", "propose", "hold", "lift")
SECOND = ("confirm", "withdraw")
"""What can be done with a record at its review, and what a second person can."""
_FORMS: dict[str, tuple[str, type[forms.Form]]] = {
    "retain": ("retaining", RetainForm),
    "propose": ("disposing", DisposeForm),
    "confirm": ("plain", PlainForm),
    "withdraw": ("plain", PlainForm),
    "hold": ("holding", HoldForm),
    "lift": ("plain", PlainForm),
}
_DONE: dict[str, Done] = {
    "retain": _retain,
    "propose": _propose,
    "confirm": _confirm,
    "withdraw": _withdraw,
    "hold": _hold,
    "lift": _lift,
}
