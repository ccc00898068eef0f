"""The pages of investigations: the list, one of them, its beginning, who takes part."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.justice.forms.investigations import AgencyForm, CloseForm, FilterForm, OpenForm, SuspectForm
from pentameter.justice.queries.choices import agencies_to_add, waves_to_choose
from pentameter.justice.rules.investigations import Part
from pentameter.justice.services import investigations as services
from pentameter.justice.services import looks
from pentameter.justice.services.loading import NotYet
from pentameter.justice.services.suspects import add_suspect
from pentameter.kernel import clock
from pentameter.look.paging import number_of, without_page
from pentameter.work.api import remember_refusal


@require_safe
@may(Operation.VIEW_INVESTIGATIONS)
def investigations(request: StaffRequest) -> HttpResponse:
    """The list."""
    form = FilterForm(request.GET)
    page = looks.show_investigations(chosen=form.chosen(number_of(request)), by=request.actor)
    context = {"form": form, "page": page, "address": without_page(request)}
    return render(request, "justice/investigations.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.OPEN_INVESTIGATION)
def new(request: StaffRequest) -> HttpResponse:
    """Begin an investigation."""
    place = request.actor.jurisdiction.value if request.actor.jurisdiction else ""
    initial = {"jurisdiction": place, "opened_on": clock.today()}
    form = OpenForm(waves_to_choose(), request.POST or None, initial=initial)
    if form.is_valid():
        try:
            made = services.open_investigation(plan=form.plan, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, "The investigation is open. Add its suspects.")
            return redirect("justice:investigation", made)
    return render(request, "justice/new.jinja", {"form": form})


@require_safe
@may(Operation.VIEW_INVESTIGATION)
def investigation(request: StaffRequest, investigation_id: UUID) -> HttpResponse:
    """One investigation."""
    page = looks.show_investigation(investigation_id=investigation_id, by=request.actor)
    return render(request, "justice/investigation.jinja", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_INVESTIGATION)
def close(request: StaffRequest, investigation_id: UUID) -> HttpResponse:
    """Close it, once nothing has to follow."""
    operation = Operation.CHANGE_INVESTIGATION
    head = looks.show_head(investigation_id=investigation_id, operation=operation, by=request.actor)
    form = CloseForm(request.POST or None, initial={"on": clock.today()})
    if form.is_valid():
        on = form.cleaned_data["on"]
        try:
            services.close_investigation(investigation_id=investigation_id, on=on, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, "The investigation is closed. What comes later can still be recorded.")
            return redirect("justice:investigation", investigation_id)
    return render(request, "justice/close.jinja", {"form": form, "head": head})


@require_POST
@may(Operation.CHANGE_INVESTIGATION)
def reopen(request: StaffRequest, investigation_id: UUID) -> HttpResponse:
    """Open it again."""
    services.close_investigation(investigation_id=investigation_id, on=None, by=request.actor)
    messages.success(request, "The investigation is open again.")
    return redirect("justice:investigation", investigation_id)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_INVESTIGATION)
def add_agency(request: StaffRequest, investigation_id: UUID) -> HttpResponse:
    """Let a force take part, or send it to prosecutors."""
    operation = Operation.CHANGE_INVESTIGATION
    head = looks.show_head(investigation_id=investigation_id, operation=operation, by=request.actor)
    form = AgencyForm(agencies_to_add(), request.POST or None)
    if form.is_valid():
        try:
            part = services.add_agency(
                investigation_id=investigation_id, slug=form.cleaned_data["agency"], by=request.actor
            )
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, SENT if part is Part.PROSECUTION else "The agency takes part now.")
            return redirect("justice:investigation", investigation_id)
    return render(request, "justice/agency.jinja", {"form": form, "head": head})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_INVESTIGATION)
def new_suspect(request: StaffRequest, investigation_id: UUID) -> HttpResponse:
    """Add a suspect."""
    operation = Operation.CHANGE_INVESTIGATION
    head = looks.show_head(investigation_id=investigation_id, operation=operation, by=request.actor)
    form = SuspectForm(request.POST or None, initial={"mention": request.GET.get("thing", "")})
    if form.is_valid():
        mention = form.cleaned_data["mention"]
        try:
            made = add_suspect(investigation_id=investigation_id, person=form.person, mention=mention, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, "The suspect is added. Record what happened.")
            return redirect("justice:suspect", made)
    return render(request, "justice/new_suspect.jinja", {"form": form, "head": head})


SENT = "Prosecutors see it from now on. They make the non-punishment check before any charge."
