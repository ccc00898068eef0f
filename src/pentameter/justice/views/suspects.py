"""The pages of a suspect: how they stand, what happened, the check, the mark, striking out."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.justice.forms.events import About, CheckForm, EventForm, MarkForm, StrikeForm
from pentameter.justice.forms.investigations import ChangeForm
from pentameter.justice.queries.pages import SuspectPage
from pentameter.justice.rules.grounds import grounds
from pentameter.justice.rules.kinds import OF_PROSECUTOR, Kind
from pentameter.justice.services import looks
from pentameter.justice.services.checking import record_check
from pentameter.justice.services.loading import NotYet
from pentameter.justice.services.recording import record_event
from pentameter.justice.services.striking import strike_out
from pentameter.justice.services.suspects import change_suspect, mark_suspect
from pentameter.kernel import clock
from pentameter.kernel.verdict import never_was
from pentameter.look.fields import TellingForm
from pentameter.work.api import remember_refusal


@require_safe
@may(Operation.VIEW_INVESTIGATION)
def suspect(request: StaffRequest, suspect_id: UUID) -> HttpResponse:
    """One suspect; `?as_of=2026-11-05`: as it was known at the end of that day."""
    page = looks.show_suspect(suspect_id=suspect_id, by=request.actor, as_of=_as_of(request.GET.get("as_of", "")))
    return render(request, "justice/suspect.jinja", {"page": page, "kinds": list(Kind), "today": clock.today()})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RECORD_JUSTICE)
def record(request: StaffRequest, suspect_id: UUID, kind: str) -> HttpResponse:
    """Record something that happened."""
    chosen = _kind(kind)
    operation = Operation.CHARGE_SUSPECT if chosen in OF_PROSECUTOR else Operation.RECORD_JUSTICE
    page = looks.show_suspect(suspect_id=suspect_id, by=request.actor, operation=operation)
    form = EventForm(chosen, _about(page), request.POST or None)

    def act() -> object:
        version = form.cleaned_data["version"]
        return record_event(suspect_id=suspect_id, saying=form.saying, version=version, by=request.actor)

    if form.is_valid() and _done(request, form, act):
        messages.success(request, f"{chosen.words}: recorded.")
        return redirect("justice:suspect", suspect_id)
    return render(request, "justice/record.jinja", {"page": page, "form": form, "kind": chosen})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHECK_SUSPECT)
def check(request: StaffRequest, suspect_id: UUID) -> HttpResponse:
    """Make the non-punishment check."""
    page = looks.show_suspect(suspect_id=suspect_id, by=request.actor, operation=Operation.CHECK_SUSPECT)
    form = CheckForm(page.head.place, page.version, page.knew, request.POST or None)

    def act() -> object:
        said = form.cleaned_data
        return record_check(
            suspect_id=suspect_id,
            check=form.check,
            **{name: said[name] for name in ("on", "version", "knew")},
            by=request.actor,
        )

    if form.is_valid() and _done(request, form, act):
        messages.success(request, "The check is recorded, with your name.")
        return redirect("justice:suspect", suspect_id)
    context = {"page": page, "form": form, "grounds": grounds(page.head.place)}
    return render(request, "justice/check.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.CHANGE_INVESTIGATION)
def change(request: StaffRequest, suspect_id: UUID) -> HttpResponse:
    """Say better who a suspect is."""
    page = looks.show_suspect(suspect_id=suspect_id, by=request.actor, operation=Operation.CHANGE_INVESTIGATION)
    typed = ChangeForm(request.POST) if request.method == "POST" else None
    form = typed or ChangeForm.of(page.person, page.mention, page.version)

    def act() -> object:
        said = form.cleaned_data
        change_suspect(
            suspect_id=suspect_id,
            person=form.person,
            mention=said["mention"],
            version=said["version"],
            by=request.actor,
        )
        return True

    if form.is_valid() and _done(request, form, act):
        messages.success(request, "Who it is was changed. It is asked again whether it is somebody protected.")
        return redirect("justice:suspect", suspect_id)
    return render(request, "justice/change.jinja", {"page": page, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MARK_SUSPECT)
def mark(request: StaffRequest, suspect_id: UUID) -> HttpResponse:
    """Mark that a suspect may be a victim."""
    page = looks.show_suspect(suspect_id=suspect_id, by=request.actor, operation=Operation.MARK_SUSPECT)
    form = MarkForm(request.POST or None)

    def act() -> object:
        mark_suspect(suspect_id=suspect_id, words=form.cleaned_data["words"], by=request.actor)
        return True

    if form.is_valid() and _done(request, form, act):
        messages.success(request, "It is marked. No charge follows before the check is made again.")
        return redirect("justice:suspect", suspect_id)
    return render(request, "justice/mark.jinja", {"page": page, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.RECORD_JUSTICE)
def strike(request: StaffRequest, event_id: UUID) -> HttpResponse:
    """Strike something out."""
    page = looks.show_strike(event_id=event_id, by=request.actor)
    form = StrikeForm(request.POST or None, initial={"version": page.suspect.version})

    def act() -> object:
        return strike_out(event_id=event_id, **form.cleaned_data, by=request.actor)

    if form.is_valid() and _done(request, form, act):
        messages.success(request, "It was struck out, and stays readable.")
        return redirect("justice:suspect", page.suspect.card.id)
    return render(request, "justice/strike.jinja", {"page": page.suspect, "line": page.line, "form": form})


def _done(request: StaffRequest, form: TellingForm, act: Callable[[], object]) -> bool:
    """Do it; where a rule refuses, say it at its field and keep what was typed."""
    try:
        act()
    except NotYet as not_yet:
        remember_refusal(request, not_yet)
        form.say(not_yet.reason)
        return False
    return True


def _about(page: SuspectPage) -> About:
    charges = tuple((one.id, f"{one.offence}: {one.stage.words}") for one in page.charges)
    return About(page.head.place, charges, page.version)


def _kind(said: str) -> Kind:
    try:
        found = Kind(said)
    except ValueError:
        raise never_was() from None
    if found is Kind.CHECKED:
        raise never_was()
    return found


def _as_of(said: str) -> datetime | None:
    """The end of a day, in London; what is no day, or not over, is now."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return clock.end_of(day) if day < clock.today() else None
