"""The steps of a story: each is one press, and what is missing is said on the story's page."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.bulletins.editing.forms.stories import BackForm, ScheduleForm, StepForm, WithdrawForm
from pentameter.bulletins.editing.services import looks, publishing, reading, writing
from pentameter.bulletins.editing.services.loading import NotYet
from pentameter.work.api import remember_refusal


@require_POST
@may(Operation.WRITE_STORY)
def submit(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Send it to a second reader."""
    return _step(request, story_id, reading.submit_story, "It waits for a second reader now.")


@require_POST
@may(Operation.APPROVE_STORY)
def approve(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Say, as a second reader, that it may be published."""
    return _step(request, story_id, reading.approve_story, "You read it. It can be published now.")


@require_POST
@may(Operation.PUBLISH_STORY)
def publish(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Publish it now."""
    return _step(request, story_id, publishing.publish_story, "It is published.")


@require_POST
@may(Operation.WRITE_STORY)
def drop(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Drop it, or drop the correction that was being written."""
    return _step(request, story_id, writing.drop_story, "It is dropped. What was public stays as it is.")


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.APPROVE_STORY)
def back(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Let it be written on."""
    page = looks.show_story(story_id=story_id, by=request.actor)
    form = BackForm(request.POST or None, initial={"version": page.card.version})
    if form.is_valid():
        said = form.cleaned_data
        reading.send_back(story_id=story_id, note=said["note"], version=said["version"], by=request.actor)
        messages.success(request, "It can be written on now.")
        return redirect("editing:story", story_id)
    return render(request, "editing/back.jinja", {"page": page, "card": page.card, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.PUBLISH_STORY)
def schedule(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Set the time at which it is published."""
    page = looks.show_story(story_id=story_id, by=request.actor)
    form = ScheduleForm(request.POST or None, initial={"version": page.card.version})
    if form.is_valid():
        at, version = form.publish_at, form.cleaned_data["version"]
        try:
            publishing.schedule_story(story_id=story_id, publish_at=at, version=version, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, "Its time is set. It is published then without another press.")
            return redirect("editing:story", story_id)
    return render(request, "editing/schedule.jinja", {"page": page, "card": page.card, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.PUBLISH_STORY)
def withdraw(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Withdraw it, with the reason that readers are told."""
    page = looks.show_story(story_id=story_id, by=request.actor)
    form = WithdrawForm(request.POST or None, initial={"version": page.card.version})
    if form.is_valid():
        try:
            publishing.withdraw_story(story_id=story_id, **form.cleaned_data, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, "It is withdrawn. Its address says so, and why.")
            return redirect("editing:story", story_id)
    return render(request, "editing/withdraw.jinja", {"page": page, "card": page.card, "form": form})


def _step(request: StaffRequest, story_id: UUID, act: Callable[..., None], done: str) -> HttpResponse:
    try:
        act(story_id=story_id, version=StepForm(request.POST).opened, by=request.actor)
    except NotYet as not_yet:
        remember_refusal(request, not_yet)
        messages.error(request, not_yet.reason)
    else:
        messages.success(request, done)
    return redirect("editing:story", story_id)
