"""Making a release: freeze, make safe, describe, name readers, correct, give up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.releases.forms import BeginForm, ReaderForm, ReasonForm, RevisionForm, SafeForm, WordsForm
from pentameter.releases.queries.editions import thresholds
from pentameter.releases.queries.rows import EditionLine
from pentameter.releases.rules.withholding import THRESHOLD
from pentameter.releases.services.describing import describe, name_reader, strike_reader
from pentameter.releases.services.ending import abandon
from pentameter.releases.services.freezing import begin_correction, begin_release, freeze_again
from pentameter.releases.services.loading import EditionChangedMeanwhile, NotYet
from pentameter.releases.services.looks import EditionPage, show_edition
from pentameter.releases.services.protecting import make_safe


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.PREPARE_RELEASE)
def begin(request: StaffRequest) -> HttpResponse:
    """Begin a release."""
    form = BeginForm(request.POST or None)
    if form.is_valid():
        try:
            made = begin_release(plan=form.plan, by=request.actor, at=clock.now())
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            messages.success(request, "The figures are frozen as they are now. Make them safe next.")
            return redirect("releases:edition", made)
    return render(request, "releases/begin.jinja", {"form": form})


@require_POST
@may(Operation.PREPARE_RELEASE)
def again(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Freeze the figures again."""
    revision = _revision(request)
    freeze_again(edition_id=edition_id, revision=revision, by=request.actor, at=clock.now())
    messages.success(request, "The figures are frozen again, as they are now. Make them safe next.")
    return redirect("releases:edition", edition_id)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.PREPARE_RELEASE)
def safe(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Make the tables safe."""
    page = show_edition(edition_id=edition_id, by=request.actor)
    first = {"revision": page.line.revision, "threshold": next(iter(thresholds()), THRESHOLD)}
    form = SafeForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            done = make_safe(edition_id=edition_id, by=request.actor, **form.cleaned_data)
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            if done:
                messages.success(request, "The tables are safe: the attacker finds nothing. Describe them next.")
            else:
                messages.error(request, "The tables cannot be made safe as they are. The page says why.")
            return redirect("releases:edition", edition_id)
    return _page(request, "safe", page, form)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.PREPARE_RELEASE)
def words(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Describe a version. What was typed is never lost."""
    page = show_edition(edition_id=edition_id, by=request.actor)
    said = {name: getattr(page.line.words, name) for name in page.line.words.__dataclass_fields__}
    first = {"revision": page.line.revision, **said}
    form = WordsForm(request.POST or None, initial=first, correction=page.line.number > 1)
    if form.is_valid():
        given = {"words": form.words, "revision": form.cleaned_data["revision"]}
        try:
            describe(edition_id=edition_id, by=request.actor, **given)
        except EditionChangedMeanwhile as meanwhile:
            typed = form.over(meanwhile.current.revision)
            return _page(request, "words", page, typed, current=meanwhile.current)
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            messages.success(request, "The description is kept. A second person signs next.")
            return redirect("releases:edition", edition_id)
    return _page(request, "words", page, form)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.PREPARE_RELEASE)
def reader(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Name somebody who may see it before its time."""
    page = show_edition(edition_id=edition_id, by=request.actor)
    form = ReaderForm(request.POST or None)
    if form.is_valid():
        try:
            name_reader(edition_id=edition_id, by=request.actor, at=clock.now(), **form.cleaned_data)
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            messages.success(request, "The name stands on the list, and is published with the release.")
            return redirect("releases:edition", edition_id)
    return _page(request, "reader", page, form)


@require_POST
@may(Operation.PREPARE_RELEASE)
def no_reader(request: StaffRequest, edition_id: UUID, reader_id: UUID) -> HttpResponse:
    """Take somebody off the list."""
    strike_reader(edition_id=edition_id, reader_id=reader_id, by=request.actor, at=clock.now())
    messages.success(request, "The name is off the list.")
    return redirect("releases:edition", edition_id)


@require_POST
@may(Operation.PREPARE_RELEASE)
def correct(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Begin a correction."""
    made = begin_correction(edition_id=edition_id, by=request.actor, at=clock.now())
    messages.success(request, "A new version is frozen. What is public stays until it is published.")
    return redirect("releases:edition", made)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.PREPARE_RELEASE)
def give_up(request: StaffRequest, edition_id: UUID) -> HttpResponse:
    """Give a version up."""
    page = show_edition(edition_id=edition_id, by=request.actor)
    form = ReasonForm(request.POST or None, initial={"revision": page.line.revision})
    if form.is_valid():
        try:
            abandon(edition_id=edition_id, by=request.actor, at=clock.now(), **form.cleaned_data)
        except NotYet as problem:
            form.add_error(None, problem.reason)
        else:
            messages.success(request, "This version is given up. Nothing of it was published.")
            return redirect("releases:edition", edition_id)
    return _page(request, "give_up", page, form)


def _revision(request: StaffRequest) -> int:
    form = RevisionForm(request.POST)
    return int(form.cleaned_data["revision"]) if form.is_valid() else 0


def _page(
    request: StaffRequest, what: str, page: EditionPage, form: Form, current: EditionLine | None = None
) -> HttpResponse:
    context: dict[str, Any] = {"page": page, "form": form, "what": what, "current": current}
    return render(request, "releases/step.jinja", context, status=409 if current else 200)
