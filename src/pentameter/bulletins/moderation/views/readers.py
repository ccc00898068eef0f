"""Readers and the ladder; withdrawals that wait for a second moderator; appeals."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.bulletins.comments.rules.ladder import WORDS, Step
from pentameter.bulletins.moderation.forms import AnswerForm, LiftForm, SecondForm, StepForm
from pentameter.bulletins.moderation.services.answering import answer_appeal
from pentameter.bulletins.moderation.services.disciplining import NewStep, lift_step, second_step, take_step
from pentameter.bulletins.moderation.services.looks import show_appeal, show_appeals, show_reader
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.DISCIPLINE_READERS)
def reader(request: StaffRequest, reader_id: UUID) -> HttpResponse:
    """A reader's history, and a step of the ladder."""
    today, form = clock.today(), StepForm(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        new = NewStep(reader_id, Step(given["step"]), given["words"], given["rule"], given["days"])
        try:
            take_step(new=new, by=request.actor, today=today)
            waits = new.step is Step.WITHDRAWN
            told = "It waits for a second moderator." if waits else "It holds. The reader is told."
            messages.success(request, told)
            return redirect("moderation:reader", reader_id)
        except Refused as refused:
            if refused.hidden:
                raise
            form.add_error("step", refused.reason)
    page = show_reader(reader_id=reader_id, by=request.actor, today=today)
    return render(request, "moderation/reader.jinja", {"page": page, "form": form, "steps": WORDS})


@require_POST
@may(Operation.DISCIPLINE_READERS)
def second(request: StaffRequest, step_id: UUID) -> HttpResponse:
    """Confirm or refuse that a reader loses the privilege."""
    form = SecondForm(request.POST)
    if form.is_valid():
        try:
            second_step(step_id=step_id, agrees=form.cleaned_data["agrees"], by=request.actor)
            agreed = "The privilege is withdrawn. The reader is told."
            messages.success(request, agreed if form.cleaned_data["agrees"] else "Refused. Nothing changes.")
        except Refused as refused:
            if refused.hidden:
                raise
            messages.error(request, refused.reason)
    return redirect("moderation:appeals")


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.DISCIPLINE_READERS)
def lift(request: StaffRequest, reader_id: UUID, step_id: UUID) -> HttpResponse:
    """Lift a step before it ends."""
    form = LiftForm(request.POST or None)
    if form.is_valid():
        try:
            lift_step(step_id=step_id, because=form.cleaned_data["because"], by=request.actor)
            messages.success(request, "Lifted. The reader is told.")
            return redirect("moderation:reader", reader_id)
        except Refused as refused:
            if refused.hidden:
                raise
            form.add_error("because", refused.reason)
    page = show_reader(reader_id=reader_id, by=request.actor, today=clock.today())
    return render(request, "moderation/lift.jinja", {"page": page, "form": form, "step_id": step_id, "steps": WORDS})


@require_safe
@may(Operation.ANSWER_APPEALS)
def appeals(request: StaffRequest) -> HttpResponse:
    """What waits for another moderator's look."""
    return render(request, "moderation/appeals.jinja", {"page": show_appeals(by=request.actor)})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.ANSWER_APPEALS)
def appeal(request: StaffRequest, appeal_id: UUID) -> HttpResponse:
    """One appeal, and its answer."""
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            answer_appeal(appeal_id=appeal_id, **form.cleaned_data, by=request.actor)
            messages.success(request, "Answered. The reader is told.")
            return redirect("moderation:appeals")
        except Refused as refused:
            if refused.hidden:
                raise
            form.add_error(None, refused.reason)
    page = show_appeal(appeal_id=appeal_id, by=request.actor)
    return render(request, "moderation/appeal.jinja", {"page": page, "form": form})
