"""The pages of the desk of tip-offs."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.bulletins.tipdesk.forms import AnswerForm, CloseForm, FileForm, VersionForm
from pentameter.bulletins.tipdesk.services import answering, filing, reading
from pentameter.bulletins.tipdesk.services.loading import TipChangedMeanwhile
from pentameter.kernel import clock
from pentameter.look.paging import number_of, without_page
from pentameter.work.api import remember_refusal


@require_safe
@may(Operation.VIEW_TIPS)
def tips(request: StaffRequest) -> HttpResponse:
    """What waits for the desk, the oldest first."""
    everything = request.GET.get("show") == "all"
    page = reading.show_tips(number=number_of(request), everything=everything, by=request.actor)
    return render(request, "tipdesk/tips.jinja", {"page": page, "address": without_page(request)})


@require_safe
@may(Operation.READ_TIP)
def tip(request: StaffRequest, tip_id: UUID) -> HttpResponse:
    """One tip-off."""
    return _shown(request, tip_id)


@require_POST
@may(Operation.READ_TIP)
def open_it(request: StaffRequest, tip_id: UUID) -> HttpResponse:
    """Open what nobody has read yet."""
    form = VersionForm(request.POST)
    if form.is_valid():
        reading.open_tip(tip_id=tip_id, version=form.cleaned_data["version"], by=request.actor)
    return redirect("tipdesk:tip", tip_id)


@require_safe
@may(Operation.READ_TIP)
def picture(request: StaffRequest, tip_id: UUID, part_id: UUID, number: int) -> HttpResponse:
    """One picture, opened for this look."""
    content = reading.show_picture(tip_id=tip_id, part_id=part_id, number=number, by=request.actor)
    return HttpResponse(content, content_type="image/jpeg")


@require_POST
@may(Operation.ANSWER_TIP)
def answer(request: StaffRequest, tip_id: UUID) -> HttpResponse:
    """Write to the sender. What was typed is kept where somebody else was quicker."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, tip_id, answer=form, status=422)
    try:
        version = form.cleaned_data["version"]
        answering.answer_tip(tip_id=tip_id, answer=form.answer, version=version, by=request.actor)
    except TipChangedMeanwhile as meanwhile:
        return _meanwhile(request, tip_id, form, meanwhile, answer=form)
    messages.success(request, "It is sealed to the sender's code and on its way to the public site.")
    return redirect("tipdesk:tip", tip_id)


@require_POST
@may(Operation.ANSWER_TIP)
def close(request: StaffRequest, tip_id: UUID) -> HttpResponse:
    """Close it without a report."""
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _shown(request, tip_id, close=form, status=422)
    try:
        answering.close_tip(tip_id=tip_id, reason=form.why, version=form.cleaned_data["version"], by=request.actor)
    except TipChangedMeanwhile as meanwhile:
        return _meanwhile(request, tip_id, form, meanwhile, close=form)
    messages.success(request, "It is closed without a report.")
    return redirect("tipdesk:tips")


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.FILE_TIP)
def file(request: StaffRequest, tip_id: UUID) -> HttpResponse:
    """File it as a report. All that is wrong is said at once, and nothing typed is lost."""
    page, choices = reading.show_tip(tip_id=tip_id, by=request.actor), filing.offered()
    if request.method != "POST":
        begun = {"version": page.version, "reported_on": clock.today().isoformat()}
        return render(request, "tipdesk/file.jinja", {"page": page, "form": FileForm(initial=begun, offered=choices)})
    form = FileForm(request.POST, offered=choices)
    if form.is_valid():
        said = {"cells": form.cells(), "wave_id": form.wave_id, "version": form.cleaned_data["version"]}
        try:
            outcome = filing.file_tip(tip_id=tip_id, **said, by=request.actor)
        except TipChangedMeanwhile as meanwhile:
            form.add_error(None, meanwhile.reason)
            form.over(meanwhile.version)
        else:
            if isinstance(outcome, UUID):
                messages.success(request, "It is filed as a report.")
                return redirect("tipdesk:tip", tip_id)
            form.tell(outcome)
    return render(request, "tipdesk/file.jinja", {"page": page, "form": form}, status=422)


def _meanwhile(
    request: StaffRequest, tip_id: UUID, form: VersionForm, meanwhile: TipChangedMeanwhile, **forms: VersionForm
) -> HttpResponse:
    remember_refusal(request, meanwhile)
    form.add_error(None, meanwhile.reason)
    form.over(meanwhile.version)
    return _shown(request, tip_id, status=409, **forms)


def _shown(request: StaffRequest, tip_id: UUID, status: int = 200, **forms: VersionForm) -> HttpResponse:
    page = reading.show_tip(tip_id=tip_id, by=request.actor)
    begun = {"version": page.version}
    context = {"page": page, "answer": AnswerForm(initial=begun), "close": CloseForm(initial=begun), **forms}
    return render(request, "tipdesk/tip.jinja", context, status=status)
