"""The pages of the assessment: its desk, its texts, its versions, and what changed between two of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.kernel import clock
from pentameter.kernel.verdict import never_was
from pentameter.picture.assessment.files import FileKind
from pentameter.picture.assessment.files.page import Page, shown
from pentameter.picture.assessment.forms import CompareForm, TextForm
from pentameter.picture.assessment.rules.content import MARKING
from pentameter.picture.assessment.rules.texts import blocks
from pentameter.picture.assessment.services import looks, making, writing
from pentameter.picture.assessment.titles import TITLES


@require_safe
@may(Operation.VIEW_ASSESSMENT)
def desk(request: StaffRequest, wave_id: UUID | None = None) -> HttpResponse:
    """The versions and texts of a wave's assessment."""
    found = looks.show_desk(wave_id=wave_id, by=request.actor, today=clock.today())
    context = {"desk": found, "titles": TITLES, "kinds": FileKind, "marking": MARKING}
    return render(request, "picture/assessment/desk.jinja", context)


@require_POST
@may(Operation.MAKE_ASSESSMENT)
def make(request: StaffRequest, wave_id: UUID) -> HttpResponse:
    """Make the next version."""
    made = making.make_assessment(wave_id=wave_id, by=request.actor, at=clock.now(), today=clock.today())
    messages.success(request, "This version is made. It stays as it is; later figures go into later versions.")
    return redirect("picture:assessment_version", made)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.MAKE_ASSESSMENT)
def text(request: StaffRequest, wave_id: UUID, section: str) -> HttpResponse:
    """Write the text of a section. What was typed is never lost."""
    page = looks.show_text(wave_id=wave_id, section=section, by=request.actor)
    form = TextForm(request.POST or None, initial={"body": page.draft.body, "version": page.draft.version})
    context = {"page": page, "title": TITLES[section], "blocks": blocks, "marking": MARKING}
    if form.is_valid():
        try:
            writing.write_text(wave_id=wave_id, section=section, by=request.actor, **form.cleaned_data)
        except writing.TextChangedMeanwhile as meanwhile:
            current = meanwhile.current
            context |= {"form": form.over(current.version), "current": current}
            return render(request, "picture/assessment/conflict.jinja", context, status=409)
        messages.success(request, "What you wrote is kept. It goes into the next version.")
        return redirect(f"{reverse('picture:assessment_of', args=[wave_id])}#texts")
    return render(request, "picture/assessment/text.jinja", context | {"form": form})


@require_safe
@may(Operation.VIEW_ASSESSMENT)
def version(request: StaffRequest, version_id: UUID) -> HttpResponse:
    """A version, to be read."""
    found = looks.show_version(version_id=version_id, by=request.actor)
    page = Page(found.assessment, found.card.digest)
    return render(request, "picture/assessment/version.jinja", {"page": page, "card": found.card, "kinds": FileKind})


@require_safe
@may(Operation.VIEW_ASSESSMENT)
def file(request: StaffRequest, version_id: UUID, kind: str) -> HttpResponse:
    """A version as a file."""
    if kind not in set(FileKind):
        raise never_was()
    made = looks.copy_version(version_id=version_id, kind=FileKind(kind), by=request.actor)
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store"}
    return HttpResponse(made.body, content_type=made.kind.media, headers=headers)


@require_safe
@may(Operation.VIEW_ASSESSMENT)
def compare(request: StaffRequest) -> HttpResponse:
    """What changed in the figures from one version to another."""
    form = CompareForm(request.GET)
    if not form.is_valid():
        messages.error(request, "Choose two versions to compare.")
        return redirect("picture:assessment")
    found = looks.compare_versions(by=request.actor, **form.cleaned_data)
    return render(request, "picture/assessment/compare.jinja", {"found": found, "shown": shown})
