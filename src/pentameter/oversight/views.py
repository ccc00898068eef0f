"""The pages of oversight: flags, the weekly sample, broken glass, and where one lives."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation, decide
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel.verdict import never_was
from pentameter.oversight.forms import HomeForm, ReviewForm
from pentameter.oversight.queries.homes import declared_at
from pentameter.oversight.queries.runs import last_run
from pentameter.oversight.services import flags as flag_services
from pentameter.oversight.services import glass as glass_services
from pentameter.oversight.services import homes, sampling

BOTH = ["GET", "HEAD", "POST"]


@require_safe
@may(Operation.VIEW_FLAGS)
def flags(request: StaffRequest) -> HttpResponse:
    """What waits to be reviewed, and what was."""
    found = flag_services.show_flags(by=request.actor)
    return render(request, "oversight/flags.jinja", {"flags": found, "watched_at": last_run()})


@require_http_methods(BOTH)
@may(Operation.VIEW_FLAGS)
def flag(request: StaffRequest, flag_id: UUID) -> HttpResponse:
    """One flag, the rows behind it, and its review."""
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        flag_services.review_flag(flag_id=flag_id, **form.found, by=request.actor)
        messages.success(request, "Reviewed. Your reason is kept with your name.")
        return redirect("oversight:flags")
    card = flag_services.show_flag(flag_id=flag_id, by=request.actor)
    reads = decide(request.actor, Operation.VIEW_AUDIT, purpose="to see the way").allowed
    return render(request, "oversight/flag.jinja", {"found": card, "form": form, "reads_record": reads})


@require_safe
@may(Operation.CHECK_SAMPLE)
def samples(request: StaffRequest) -> HttpResponse:
    """The samples of the last weeks."""
    return render(request, "oversight/samples.jinja", {"samples": sampling.show_samples(by=request.actor)})


@require_http_methods(BOTH)
@may(Operation.CHECK_SAMPLE)
def sampled(request: StaffRequest, look_id: UUID) -> HttpResponse:
    """One look that was drawn, and what was found of it."""
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        sampling.check_look(look_id=look_id, **form.found, by=request.actor)
        messages.success(request, "Checked. Your reason is kept with your name.")
        return redirect("oversight:samples")
    shown = sampling.show_samples(by=request.actor)
    found = next(((card, one) for card in shown for one in card.drawn if one.id == look_id), None)
    if found is None:
        raise never_was()
    return render(request, "oversight/sampled.jinja", {"sample": found[0], "look": found[1], "form": form})


@require_safe
@may(Operation.REVIEW_GLASS)
def glass(request: StaffRequest) -> HttpResponse:
    """Every use of broken glass."""
    return render(request, "oversight/glass.jinja", {"uses": glass_services.show_glass(by=request.actor)})


@require_http_methods(BOTH)
@may(Operation.REVIEW_GLASS)
def glass_use(request: StaffRequest, seq: int) -> HttpResponse:
    """One use, and its review."""
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        glass_services.review_glass(seq=seq, **form.found, by=request.actor)
        messages.success(request, "Reviewed. Your reason is kept with your name.")
        return redirect("oversight:glass")
    found = next((one for one in glass_services.show_glass(by=request.actor) if one.seq == seq), None)
    if found is None:
        raise never_was()
    return render(request, "oversight/glass_use.jinja", {"use": found, "form": form})


@require_http_methods(BOTH)
@may(Operation.DECLARE_HOME)
def home(request: StaffRequest) -> HttpResponse:
    """Where one lives."""
    form = HomeForm(request.POST or None)
    if form.is_valid():
        homes.declare_home(postcode=form.cleaned_data["postcode"], by=request.actor)
        messages.success(request, "Kept. Nobody can read it back, and the latest counts.")
        return redirect("oversight:home")
    return render(request, "oversight/home.jinja", {"form": form, "declared_at": declared_at(request.actor.id)})
