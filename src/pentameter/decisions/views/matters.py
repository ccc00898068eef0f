"""The pages of decisions: the list, one matter, and what is done with it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.decisions.forms.matters import (
    DraftForm,
    FilterForm,
    OpenForm,
    ReconsiderForm,
    ReferenceForm,
    ServeForm,
    TakeUpForm,
    WithdrawForm,
)
from pentameter.decisions.rules.gate import NO_PROMISE, NOT_UNHEARD, Told
from pentameter.decisions.rules.states import Kind
from pentameter.decisions.services import gate, looks
from pentameter.decisions.services import matters as services
from pentameter.decisions.services.letters import letter_of
from pentameter.decisions.services.loading import MatterChangedMeanwhile, NotYet
from pentameter.decisions.services.looks import MatterPage
from pentameter.look import words
from pentameter.look.paging import number_of, without_page
from pentameter.work.api import remember_refusal

_WRITE = {"save": (services.save_draft, "What you wrote is kept."), "": (gate.decide_matter, "The decision is closed.")}


@require_safe
@may(Operation.VIEW_MATTERS)
def matters(request: StaffRequest) -> HttpResponse:
    """What is to be decided, most urgent first."""
    form = FilterForm(request.GET)
    page = looks.show_matters(chosen=form.chosen(number_of(request)), by=request.actor)
    return render(request, "decisions/matters.jinja", {"form": form, "page": page, "address": without_page(request)})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.OPEN_MATTER)
def new(request: StaffRequest) -> HttpResponse:
    """Open a matter by the reference of a hold."""
    form = ReferenceForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = services.open_by_reference(
                reference=said["reference"], kind=form.of_kind, opened_on=said["opened_on"], by=request.actor
            )
        except NotYet as not_yet:
            form.add_error(None, not_yet.reason)
        else:
            return redirect("decisions:matter", made)
    return render(request, "decisions/new.jinja", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_MATTERS)
def matter(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """A matter, and writing its decision. It closes only through the gate; what was typed is never lost."""
    page = looks.show_matter(matter_id=matter_id, by=request.actor)
    kind, heard = page.card.line.kind, _is_heard(page)
    form = DraftForm(kind, request.POST, heard=heard) if request.method == "POST" else None
    if form and form.is_valid():
        act, done = _WRITE[request.POST.get("act", "") if request.POST.get("act") in _WRITE else ""]
        try:
            act(matter_id=matter_id, draft=form.draft, version=form.cleaned_data["version"], by=request.actor)
        except MatterChangedMeanwhile as meanwhile:
            current = meanwhile.current
            context = {"page": page, "form": form.over(current.version), "typed": form.draft, "current": current}
            return render(request, "decisions/conflict.jinja", context, status=409)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            page = looks.show_matter(matter_id=matter_id, by=request.actor, draft=form.draft)
            return _shown(request, page, form.say(not_yet.reason))
        messages.success(request, done)
        return redirect("decisions:matter", matter_id)
    return _shown(request, page, form or DraftForm.of(kind, page.card.draft, page.card.version, heard=heard))


@require_POST
@may(Operation.DECIDE)
def take_up(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """Take a matter up."""
    because, version = TakeUpForm(request.POST).said
    services.take_up(matter_id=matter_id, because=because, version=version, by=request.actor)
    messages.success(request, "You took this up. Nobody else closes it now.")
    return redirect("decisions:matter", matter_id)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.DECIDE)
def withdraw(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """Withdraw a matter, with the reason."""
    page = looks.show_matter(matter_id=matter_id, by=request.actor)
    form = WithdrawForm(request.POST or None, initial={"version": page.card.version})
    if form.is_valid():
        services.withdraw_matter(matter_id=matter_id, **form.cleaned_data, by=request.actor)
        messages.success(request, "The matter is withdrawn. Why is kept with it.")
        return redirect("decisions:matter", matter_id)
    return render(request, "decisions/withdraw.jinja", {"form": form, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.DECIDE)
def serve(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """Record when and how she was given the decision."""
    page = looks.show_matter(matter_id=matter_id, by=request.actor)
    form = ServeForm(request.POST or None, initial={"version": page.card.version})
    if form.is_valid():
        try:
            until = gate.serve_matter(matter_id=matter_id, **form.cleaned_data, by=request.actor)
        except NotYet as not_yet:
            form.say(not_yet.reason)
        else:
            messages.success(request, _served(words.day(until) if until else ""))
            return redirect("decisions:matter", matter_id)
    return render(request, "decisions/serve.jinja", {"form": form, "page": page})


@require_safe
@may(Operation.VIEW_MATTERS)
def letter(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """The letter as a PDF."""
    file = letter_of(matter_id=matter_id, by=request.actor)
    response = HttpResponse(file.body, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.VIEW_MATTERS)
def case(request: StaffRequest, case_id: UUID) -> HttpResponse:
    """The decisions of a case, on its pages; a matter is opened here."""
    form = OpenForm(request.POST or None)
    if form.is_valid():
        try:
            made = services.open_matter(
                case_id=case_id, kind=form.of_kind, opened_on=form.cleaned_data["opened_on"], by=request.actor
            )
        except NotYet as not_yet:
            form.add_error("opened_on", not_yet.reason)
        else:
            return redirect("decisions:matter", made)
    page = looks.show_case(case_id=case_id, by=request.actor)
    promise = (NO_PROMISE, NOT_UNHEARD)
    context = {"page": page, "frame": page.frame, "form": form, "hearing_is": Told, "promise": promise}
    return render(request, "decisions/case.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.ASK_RECONSIDERATION)
def reconsider(request: StaffRequest, matter_id: UUID) -> HttpResponse:
    """Ask on her behalf that a decision is looked at again."""
    form = ReconsiderForm(request.POST or None)
    if form.is_valid():
        try:
            made = services.ask_reconsideration(matter_id=matter_id, **form.cleaned_data, by=request.actor)
        except NotYet as not_yet:
            form.say(not_yet.reason)
        else:
            messages.success(request, "The request is made. While it is open, she is protected.")
            return redirect("decisions:matter", made)
    page = looks.show_matter(matter_id=matter_id, by=request.actor)
    return render(request, "decisions/reconsider.jinja", {"form": form, "page": page})


def _is_heard(page: MatterPage) -> bool:
    return page.heard is not None and page.heard.hearing.told is Told.DISCLOSED


def _shown(request: StaffRequest, page: MatterPage, form: DraftForm) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "take_up": TakeUpForm(initial={"version": page.card.version}),
        "hearing_is": Told,
        "kinds": Kind,
        "promise": (NO_PROMISE, NOT_UNHEARD),
    }
    return render(request, "decisions/matter.jinja", context)


def _served(until: str) -> str:
    if not until:
        return "It is recorded that she was given the decision. The letter is kept as it was."
    return f"It is recorded that she was given the decision. She can ask for it to be reconsidered until {until}."
