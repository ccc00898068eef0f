"""Writing: the list, a story, its words, its translations, and its preview."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.bulletins.editing.forms.stories import FilterForm, StartForm, StepForm, StoryForm, TranslationForm
from pentameter.bulletins.editing.markup.directives import Kind
from pentameter.bulletins.editing.previewing import as_public
from pentameter.bulletins.editing.rules.states import State, Step
from pentameter.bulletins.editing.rules.wording import TRANSLATIONS
from pentameter.bulletins.editing.services import looks, writing
from pentameter.bulletins.editing.services.loading import StoryChangedMeanwhile
from pentameter.bulletins.site.vocabulary import Language
from pentameter.kernel.verdict import never_was
from pentameter.look.paging import number_of, without_page


@require_safe
@may(Operation.VIEW_STORIES)
def stories(request: StaffRequest) -> HttpResponse:
    """All stories, those that changed last first."""
    form = FilterForm(request.GET)
    found = looks.show_stories(state=form.chosen, page=number_of(request), by=request.actor)
    context = {"found": found, "form": form, "chosen": form.chosen, "states": State, "way": without_page(request)}
    return render(request, "editing/stories.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.WRITE_STORY)
def new(request: StaffRequest) -> HttpResponse:
    """Start a story."""
    form = StartForm(request.POST or None)
    if form.is_valid():
        made = writing.start_story(written=form.written, subject=form.subject_chosen, by=request.actor)
        messages.success(request, "The story is kept. Nobody but its readers here sees it yet.")
        return redirect("editing:story", made)
    return render(request, "editing/new.jinja", {"form": form, "kinds": Kind})


@require_safe
@may(Operation.VIEW_STORIES)
def story(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """A story: how it stands, what is next, and what happened to it."""
    page = looks.show_story(story_id=story_id, by=request.actor)
    context = {
        "page": page,
        "card": page.card,
        "step": StepForm(initial={"version": page.card.version}),
        "languages": TRANSLATIONS,
        "steps": Step,
    }
    return render(request, "editing/story.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.WRITE_STORY)
def write(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """Write on a story. What was typed is never lost."""
    page = looks.show_story(story_id=story_id, by=request.actor)
    form = StoryForm(request.POST, public=page.card.public) if request.method == "POST" else StoryForm.of(page.card)
    context = {"page": page, "card": page.card, "kinds": Kind}
    if form.is_valid():
        said = form.cleaned_data
        try:
            writing.save_story(
                story_id=story_id,
                written=form.written,
                subject=form.subject_chosen,
                correction=said.get("correction", ""),
                version=said["version"],
                by=request.actor,
            )
        except StoryChangedMeanwhile as meanwhile:
            return _conflict(request, meanwhile, form.over(meanwhile.story.version))
        messages.success(request, "What you wrote is kept.")
        return redirect("editing:story", story_id)
    return render(request, "editing/write.jinja", context | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.WRITE_STORY)
def translate(request: StaffRequest, story_id: UUID, language: str) -> HttpResponse:
    """Write a translation beside the English."""
    if language not in set(TRANSLATIONS):
        raise never_was()
    chosen = Language(language)
    page = looks.show_story(story_id=story_id, by=request.actor)
    posted = request.method == "POST"
    form = TranslationForm(request.POST) if posted else TranslationForm.of(page.card, chosen)
    if form.is_valid():
        said = form.cleaned_data
        try:
            writing.save_translation(
                story_id=story_id,
                language=chosen,
                written=form.written,
                checked=said["checked"],
                version=said["version"],
                by=request.actor,
            )
        except StoryChangedMeanwhile as meanwhile:
            return _conflict(request, meanwhile, form.over(meanwhile.story.version), chosen)
        messages.success(request, f"The {chosen.words} is kept.")
        return redirect("editing:story", story_id)
    context = {"page": page, "card": page.card, "form": form, "language": chosen}
    return render(request, "editing/translate.jinja", context)


@require_safe
@may(Operation.VIEW_STORIES)
def preview(request: StaffRequest, story_id: UUID, language: str = Language.ENGLISH) -> HttpResponse:
    """The story as the public will see it."""
    if language not in set(Language):
        raise never_was()

    def address(picture_id: UUID) -> str:
        return reverse("editing:picture", args=[story_id, picture_id])

    card, composition = looks.preview(story_id=story_id, address=address, by=request.actor)
    return HttpResponse(as_public(card, composition, Language(language)))


def _conflict(
    request: HttpRequest,
    meanwhile: StoryChangedMeanwhile,
    form: StoryForm | TranslationForm,
    language: Language = Language.ENGLISH,
) -> HttpResponse:
    """Two people wrote on one story: both are shown, and nothing typed is lost."""
    now = looks.as_it_stands(meanwhile.story)
    there = now.translations.get(language)
    current = (there.text if there else "") if language is not Language.ENGLISH else now.text
    context = {"card": now, "form": form, "current": current, "language": language}
    return render(request, "editing/conflict.jinja", context, status=409)
