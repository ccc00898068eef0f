"""The support plan: tasks and appointments."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.victims.forms.support_plan import AppointmentForm, SettleForm, TaskForm, Versioned
from pentameter.victims.rules.support import EntryKind
from pentameter.victims.services.appointments import arrange, rearrange
from pentameter.victims.services.plans import change_task, plan_task, settle, undo
from pentameter.victims.services.support import EntryPage, open_form, show_entries, show_entry
from pentameter.victims.services.supporting import EntryChangedMeanwhile
from pentameter.victims.views.support import done

_PLAN = (EntryKind.TASK, EntryKind.APPOINTMENT)


@require_safe
@may(Operation.VIEW_SUPPORT, hidden=True)
def plan(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """The whole plan: what is due, when she meets whom, what was done."""
    page = show_entries(case_id=case_id, kinds=_PLAN, by=request.actor)
    return render(request, "victims/support_plan.jinja", {"page": page, "kinds": EntryKind})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def new_task(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Add a task."""
    page = open_form(case_id=case_id, kind=EntryKind.TASK, by=request.actor)
    form = TaskForm(request.POST or None, people=page.colleagues)
    if done(form, lambda: plan_task(case_id=case_id, task=form.task, by=request.actor)):
        messages.success(request, "The task is in the plan.")
        return redirect("victims:support_plan", case_id)
    return render(request, "victims/support_task_new.jinja", {"page": page, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def task(request: StaffRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """A task with its history, and changing it. Where somebody was quicker, both versions are shown."""
    page = show_entry(case_id=case_id, entry_id=entry_id, kind=EntryKind.TASK, by=request.actor)
    form = TaskForm(request.POST or None, people=page.colleagues)
    change = partial(change_task, case_id=case_id, task_id=entry_id, by=request.actor)
    try:
        if done(form, lambda: change(task=form.task, version=form.seen)):
            messages.success(request, "The task was changed.")
            return redirect("victims:support_plan", case_id)
    except EntryChangedMeanwhile as meanwhile:
        again = TaskForm(form.again(meanwhile.current), people=page.colleagues)
        return _conflict(request, page, form, again)
    shown = form if form.is_bound else TaskForm.of(page.entry, page.colleagues)
    return _entry(request, page, shown)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def new_appointment(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Add an appointment."""
    form = AppointmentForm(request.POST or None)
    if done(form, lambda: arrange(case_id=case_id, appointment=form.appointment, by=request.actor)):
        messages.success(request, "The appointment is in the plan.")
        return redirect("victims:support_plan", case_id)
    page = open_form(case_id=case_id, kind=EntryKind.APPOINTMENT, by=request.actor)
    shown = form if form.is_bound else AppointmentForm.beside(page.base.practical)
    return render(request, "victims/support_appointment_new.jinja", {"page": page, "form": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def appointment(request: StaffRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """An appointment with its history, and changing it. Where somebody was quicker, both versions are shown."""
    form = AppointmentForm(request.POST or None)
    change = partial(rearrange, case_id=case_id, entry_id=entry_id, by=request.actor)
    clash: AppointmentForm | None = None
    try:
        if done(form, lambda: change(appointment=form.appointment, version=form.seen)):
            messages.success(request, "The appointment was changed.")
            return redirect("victims:support_plan", case_id)
    except EntryChangedMeanwhile as meanwhile:
        clash = AppointmentForm(form.again(meanwhile.current))
    page = show_entry(case_id=case_id, entry_id=entry_id, kind=EntryKind.APPOINTMENT, by=request.actor)
    if clash is not None:
        return _conflict(request, page, form, clash)
    return _entry(request, page, form if form.is_bound else AppointmentForm.of(page.entry, page.base.zone))


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def settle_entry(request: StaffRequest, case_id: UUID, kind: str, entry_id: UUID) -> HttpResponse:
    """Say what became of a task or an appointment, or open it again."""
    page = show_entry(case_id=case_id, entry_id=entry_id, kind=EntryKind(kind), by=request.actor)
    form, status = SettleForm(request.POST or None, entry=page.entry), 200
    record = partial(settle, case_id=case_id, entry_id=entry_id, by=request.actor)
    try:
        if done(form, lambda: record(to=form.outcome, reason=form.cleaned_data["reason"], version=form.seen)):
            messages.success(request, "It is recorded. It can be undone on its own page.")
            return redirect("victims:support_plan", case_id)
    except EntryChangedMeanwhile as meanwhile:
        form, status = SettleForm(form.again(meanwhile.current), entry=meanwhile.current), 409
        form.add_error(None, meanwhile.reason)
    return render(request, "victims/support_settle.jinja", {"page": page, "form": form}, status=status)


@require_POST
@may(Operation.CHANGE_SUPPORT, hidden=True)
def undo_step(request: StaffRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """Undo the last change."""
    form = Versioned(request.POST)
    version = form.seen if form.is_valid() else 0
    kind = undo(case_id=case_id, entry_id=entry_id, version=version, by=request.actor)
    messages.success(request, "The last change was undone.")
    return redirect(f"victims:support_{kind.value}", case_id, entry_id)


def _entry(request: StaffRequest, page: EntryPage, form: Versioned) -> HttpResponse:
    settling = SettleForm(entry=page.entry)
    return render(request, "victims/support_entry.jinja", {"page": page, "form": form, "settling": settling})


def _conflict(request: StaffRequest, page: EntryPage, typed: Versioned, again: Versioned) -> HttpResponse:
    context = {"page": page, "typed": typed.cleaned_data, "form": again, "kinds": EntryKind}
    return render(request, "victims/support_conflict.jinja", context, status=409)
