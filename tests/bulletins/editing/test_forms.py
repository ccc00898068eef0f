"""What may be typed about a story: sentences that say what to do, and what was typed stays."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bulletins.editing.ground import photograph
from pentameter.bulletins.editing.forms.pictures import PictureForm
from pentameter.bulletins.editing.forms.stories import (
    FilterForm,
    ScheduleForm,
    StartForm,
    StepForm,
    StoryForm,
    TranslationForm,
)
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.rules.wording import TITLE

TYPED = {"title": "A title", "subject": "law", "summary": "", "text": " Words\n", "version": "3"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * (TITLE + 1)}, "title"),
        ({"subject": "treasure"}, "subject"),
        ({"version": ""}, "version"),
        ({"text": "a\x00b"}, "text"),
    ],
    ids=["title", "long", "subject", "version", "nul"],
)
def test_what_cannot_be_kept_names_its_field(change: dict[str, str], field: str) -> None:
    assert field in StoryForm({**TYPED, **change}, public=False).errors


def test_words_are_kept_as_they_were_typed() -> None:
    form = StoryForm(TYPED, public=True)
    assert form.is_valid()
    assert form.written.text == " Words\n"
    again = form.over(9)
    assert (again.data["text"], again.data["version"]) == (" Words\n", 9)
    assert "correction" not in StoryForm(TYPED, public=False).fields


def test_a_translation_keeps_its_mark() -> None:
    form = TranslationForm({**TYPED, "checked": "on"})
    assert form.is_valid()
    assert form.over(4).data["checked"] == "on"


def test_a_step_without_a_version_saw_none() -> None:
    assert StepForm({}).opened == 0
    assert StepForm({"version": "7"}).opened == 7


def test_a_time_is_the_time_in_london() -> None:
    form = ScheduleForm({"on_day": "1", "on_month": "7", "on_year": "2030", "at": "09:30", "version": "1"})
    assert form.is_valid()
    assert form.publish_at.astimezone(UTC) == datetime(2030, 7, 1, 8, 30, tzinfo=UTC)
    assert "Write it as 09:30" in str(ScheduleForm({"at": "half nine"}).errors["at"])


def test_a_filter_that_makes_no_sense_shows_all() -> None:
    assert FilterForm({"state": "draft"}).chosen is State.DRAFT
    assert FilterForm({"state": "treasure"}).chosen is None
    assert "subject" in StartForm({}).errors


def test_a_picture_is_made_anew_as_it_comes_in() -> None:
    sent = {"file": SimpleUploadedFile("x.png", photograph("PNG"))}
    form = PictureForm({"alternative": "A harbour.", "version": "1"}, sent)
    assert form.is_valid()
    assert form.cleaned_data["file"].media_type == "image/jpeg"
    assert "alternative" in PictureForm({"alternative": " ", "version": "1"}, sent).errors
