"""Pictures of a story."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pentameter.access.api import Operation
from pentameter.access.guards import StaffRequest, may
from pentameter.bulletins.editing.forms.pictures import PictureForm
from pentameter.bulletins.editing.forms.stories import StepForm
from pentameter.bulletins.editing.services import looks
from pentameter.bulletins.editing.services import pictures as services
from pentameter.bulletins.editing.services.loading import NotYet
from pentameter.work.api import remember_refusal


@require_http_methods(["GET", "HEAD", "POST"])
@may(Operation.WRITE_STORY)
def pictures(request: StaffRequest, story_id: UUID) -> HttpResponse:
    """The pictures of a story, and adding one."""
    page = looks.show_story(story_id=story_id, by=request.actor)
    posted = request.method == "POST"
    start = {"version": page.card.version}
    form = PictureForm(request.POST, request.FILES) if posted else PictureForm(initial=start)
    if form.is_valid():
        said = dict(form.cleaned_data)
        try:
            name = services.add_picture(story_id=story_id, picture=said.pop("file"), **said, by=request.actor)
        except NotYet as not_yet:
            remember_refusal(request, not_yet)
            form.say(not_yet.reason)
        else:
            messages.success(request, f"The picture is kept. Place it in the text with {{{{picture {name}}}}}.")
            return redirect("editing:pictures", story_id)
    step = StepForm(initial=start)
    return render(request, "editing/pictures.jinja", {"page": page, "card": page.card, "form": form, "step": step})


@require_safe
@may(Operation.VIEW_STORIES)
def picture(request: StaffRequest, story_id: UUID, picture_id: UUID) -> HttpResponse:
    """A picture as it would be published."""
    media_type, body = looks.show_picture(story_id=story_id, picture_id=picture_id, by=request.actor)
    return HttpResponse(body, content_type=media_type)


@require_POST
@may(Operation.WRITE_STORY)
def remove(request: StaffRequest, story_id: UUID, picture_id: UUID) -> HttpResponse:
    """Take a picture away."""
    opened = StepForm(request.POST).opened
    services.remove_picture(story_id=story_id, picture_id=picture_id, version=opened, by=request.actor)
    messages.success(request, "The picture is removed.")
    return redirect("editing:pictures", story_id)
