"""Support of a case: what stands now, assessments, notes, flags."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel.verdict import Refused
from pentameter.victims.forms.support import AssessmentForm, FlagForm, NoteForm, ReasonForm
from pentameter.victims.rules.support import ASSESSMENTS, EntryKind
from pentameter.victims.services.assessments import AssessedMeanwhile
from pentameter.victims.services.assessments import assess as assess_
from pentameter.victims.services.flags import end_flag, raise_flag
from pentameter.victims.services.notes import write_note
from pentameter.victims.services.support import open_form, show_entries, show_entry, show_support


def done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do the act. Where it is refused in the open the form says why, and nothing that was typed is lost."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        if refusal.hidden or refusal.conflict:
            raise
        form.add_error(None, refusal.reason)
        return False
    return True


@require_safe
@may(Operation.VIEW_SUPPORT, hidden=True)
def support(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """What stands now, with the ways to each part."""
    page = show_support(case_id=case_id, by=request.actor)
    return render(request, "victims/support.jinja", {"page": page, "assessments": ASSESSMENTS, "kinds": EntryKind})


@require_safe
@may(Operation.VIEW_SUPPORT, hidden=True)
def assessments(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Every assessment, with those that later ones took the place of."""
    page = show_entries(case_id=case_id, kinds=ASSESSMENTS, by=request.actor)
    return render(request, "victims/support_assessments.jinja", {"page": page, "kinds": ASSESSMENTS})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def assess(request: StaffRequest, case_id: UUID, kind: str) -> HttpResponse:
    """Write an assessment. Where somebody was quicker, theirs stands beside what was typed."""
    if kind not in ASSESSMENTS:
        raise Http404
    form, clash = AssessmentForm(request.POST or None, kind=EntryKind(kind)), ""
    try:
        if done(form, lambda: assess_(case_id=case_id, assessment=form.assessment, by=request.actor)):
            messages.success(request, f"The {EntryKind(kind).words} is in.")
            return redirect("victims:support", case_id)
    except AssessedMeanwhile as meanwhile:
        clash = meanwhile.reason
    page = open_form(case_id=case_id, kind=EntryKind(kind), by=request.actor)
    shown = form.over(page.standing, clash) if clash else form.beside(page.standing, page.base.today)
    context = {"page": page, "form": shown, "kind": EntryKind(kind)}
    return render(request, "victims/support_assess.jinja", context, status=409 if clash else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_SUPPORT, hidden=True)
def notes(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Every note, and writing another."""
    form = NoteForm(request.POST or None)
    if done(form, lambda: write_note(case_id=case_id, text=form.cleaned_data["text"], by=request.actor)):
        messages.success(request, "The note is in.")
        return redirect("victims:support_notes", case_id)
    page = show_entries(case_id=case_id, kinds=(EntryKind.NOTE,), by=request.actor)
    corrected = {one.follows for one in page.entries}
    return render(request, "victims/support_notes.jinja", {"page": page, "form": form, "corrected": corrected})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def correct_note(request: StaffRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """Correct a note by one that follows it."""
    form = NoteForm(request.POST or None)
    text = form.data.get("text", "")
    if done(form, lambda: write_note(case_id=case_id, text=text, corrects=entry_id, by=request.actor)):
        messages.success(request, "The correction is in. Both notes are kept.")
        return redirect("victims:support_notes", case_id)
    page = show_entry(case_id=case_id, entry_id=entry_id, kind=EntryKind.NOTE, by=request.actor)
    return render(request, "victims/support_note.jinja", {"page": page, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_SUPPORT, hidden=True)
def flags(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """Every flag, and raising another."""
    form = FlagForm(request.POST or None)
    if done(form, lambda: raise_flag(case_id=case_id, flag=form.flag, by=request.actor)):
        messages.success(request, "The flag stands on every page of her support.")
        return redirect("victims:support_flags", case_id)
    page = show_entries(case_id=case_id, kinds=(EntryKind.FLAG,), by=request.actor)
    shown = form if form.is_bound else FlagForm.on(page.base.today)
    return render(request, "victims/support_flags.jinja", {"page": page, "form": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_SUPPORT, hidden=True)
def lower_flag(request: StaffRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """End a flag, and say why."""
    form = ReasonForm(request.POST or None)
    reason = form.data.get("reason", "")
    if done(form, lambda: end_flag(case_id=case_id, flag_id=entry_id, reason=reason, by=request.actor)):
        messages.success(request, "The flag was ended.")
        return redirect("victims:support_flags", case_id)
    page = show_entry(case_id=case_id, entry_id=entry_id, kind=EntryKind.FLAG, by=request.actor)
    return render(request, "victims/support_flag.jinja", {"page": page, "form": form})
