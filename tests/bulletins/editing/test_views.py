"""The editors' pages: works, colleague, outsider, wrong method, bad id, read-only; and nothing typed is lost."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bulletins.editing import ground
from bulletins.editing.ground import a_story, approved, photograph, published, second_editor, sent, version
from cast import (
    auditor,
    durham_constable,
    editor,
    moderator,
    post,
    removals_officer,
    sign_in,
    statistician,
)
from pentameter.bulletins.editing.models import Story, StoryPicture, Translation
from pentameter.bulletins.editing.queries import stories as asked
from pentameter.bulletins.editing.rules.pictures import LARGEST
from pentameter.bulletins.editing.rules.states import State
from pentameter.bulletins.editing.tasks import bring_what_waits, publish_in_time
from pentameter.bulletins.site.models import Bulletin
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)
TYPED = {"title": "A title", "subject": "operation", "summary": "A summary", "text": "A <b>text</b>"}


def _of(story_id: UUID, end: str = "") -> str:
    return f"/bulletins/{story_id}/{end}"


READ = ("", "preview/", "preview/cy/")
WRITE = ("write/", "translation/ga/", "pictures/", "back/", "schedule/", "withdraw/")
PRESSES = ("submit/", "approve/", "publish/", "drop/")


def test_an_editor_sees_every_page(client: Client) -> None:
    sign_in(client, editor())
    for story_id in (a_story(), sent(), approved(), published()):
        for end in (*READ, *WRITE):
            assert client.get(_of(story_id, end)).status_code == 200, end
    page = client.get("/bulletins/").content.decode()
    assert "an editor who wrote none of it" in page
    assert client.get("/bulletins/?state=published").content.decode().count("<tr>") == 2
    assert "is shown as it is typed" in client.get("/bulletins/new/").content.decode()


@pytest.mark.parametrize("reader", [statistician, auditor])
def test_readers_read_and_do_not_write(client: Client, reader) -> None:
    story_id = a_story()
    sign_in(client, reader())
    for end in READ:
        assert client.get(_of(story_id, end)).status_code == 200
    for end in ("write/", "translation/ga/", "pictures/", "schedule/", "withdraw/"):
        assert client.get(_of(story_id, end)).status_code == 403
    for end in ("submit/", "publish/", "drop/"):
        assert post(client, _of(story_id, end)).status_code == 403
    assert "Write a bulletin" not in client.get("/bulletins/").content.decode()


@pytest.mark.parametrize("person", [durham_constable, moderator, removals_officer])
def test_who_has_no_part_in_it_is_refused(client: Client, person) -> None:
    story_id = a_story()
    sign_in(client, person())
    for end in (*READ, *WRITE):
        assert client.get(_of(story_id, end)).status_code in (403, 404)
    for end in PRESSES:
        assert post(client, _of(story_id, end)).status_code in (403, 404)
    assert client.get("/bulletins/").status_code in (403, 404)


def test_who_is_not_signed_in_is_asked_to(client: Client) -> None:
    assert client.get(_of(a_story()))["Location"].startswith("/sign-in/")


def test_wrong_method_and_bad_id(client: Client) -> None:
    story_id = a_story()
    sign_in(client, editor())
    for end in PRESSES:
        assert client.get(_of(story_id, end)).status_code == 405
    for end in (*READ, *WRITE):
        assert client.get(_of(ground.NOBODY, end)).status_code == 404
    for end in ("translation/fr/", "translation/en/", "preview/fr/", f"pictures/{ground.NOBODY}/"):
        assert client.get(_of(story_id, end)).status_code == 404


def test_from_the_first_word_to_the_public(client: Client, django_capture_on_commit_callbacks) -> None:
    sign_in(client, editor())
    made = post(client, "/bulletins/new/", TYPED)["Location"]
    story_id = Story.objects.get().pk
    assert made == _of(story_id)
    page = client.get(made).content.decode()
    assert "Send to a second reader" in page
    post(client, _of(story_id, "submit/"), {"version": version(story_id)})
    assert "You wrote some of this yourself" in client.get(made).content.decode()
    sign_in(client, second_editor())
    assert "I read it: it may be published" in client.get(made).content.decode()
    post(client, _of(story_id, "approve/"), {"version": version(story_id)})
    with django_capture_on_commit_callbacks(execute=True):
        post(client, _of(story_id, "publish/"), {"version": version(story_id)})
    assert Bulletin.objects.get().words.get().body == "<p>A &lt;b&gt;text&lt;/b&gt;</p>\n"
    assert "Readers see version 1" in client.get(made).content.decode()


def test_nothing_typed_is_lost(client: Client) -> None:
    story_id = a_story()
    sign_in(client, editor())
    page = post(client, "/bulletins/new/", {**TYPED, "title": ""}).content.decode()
    assert "Enter a title." in page
    assert "A &lt;b&gt;text&lt;/b&gt;" in page
    post(client, _of(story_id, "write/"), {**TYPED, "version": 1})
    clash = post(client, _of(story_id, "write/"), {**TYPED, "text": "Mine", "version": 1})
    said = clash.content.decode()
    assert clash.status_code == 409
    assert "Mine" in said
    assert "A &lt;b&gt;text&lt;/b&gt;" in said
    post(client, _of(story_id, "write/"), {**TYPED, "text": "Mine", "version": 2})
    assert ground.row(story_id).text == "Mine"


def test_a_translation_is_kept_with_its_mark_and_clashes_like_the_english(client: Client) -> None:
    story_id = a_story()
    sign_in(client, editor())
    words = {"title": "Yr ail don", "summary": "", "text": "Dechreuodd.", "version": 1}
    post(client, _of(story_id, "translation/cy/"), words)
    assert Translation.objects.get().checked_by == ""
    clash = post(client, _of(story_id, "translation/cy/"), {**words, "text": "Mine"})
    assert clash.status_code == 409
    assert "Mine" in clash.content.decode()
    assert "to confirm by a speaker" in client.get(_of(story_id)).content.decode()


def test_what_is_wrong_is_said_on_the_page(client: Client) -> None:
    story_id = a_story(ground.Written("A title", "A summary", "{{figure nowhere/found/x}}"))
    sign_in(client, editor())
    assert "No release that is public now" in client.get(_of(story_id)).content.decode()
    post(client, _of(story_id, "submit/"), {"version": 1})
    assert ground.row(story_id).state == State.DRAFT
    assert "No release that is public now" in client.get(_of(story_id)).content.decode()


def test_a_time_that_is_over_and_a_reason_that_is_missing_keep_what_was_typed(client: Client) -> None:
    story_id, out = approved(), published()
    sign_in(client, editor())
    at = {"on_day": "1", "on_month": "2", "on_year": "2024", "on_0": "1", "on_1": "2", "on_2": "2024", "at": "09:30"}
    page = post(client, _of(story_id, "schedule/"), {**at, "version": version(story_id)}).content.decode()
    assert "That time is over" in page
    assert "2024" in page
    later = {**at, "on_year": "2999", "on_2": "2999"}
    post(client, _of(story_id, "schedule/"), {**later, "version": version(story_id)})
    assert ground.row(story_id).state == State.SCHEDULED
    page = post(client, _of(out, "withdraw/"), {"because": "", "version": version(out)}).content.decode()
    assert "Say why it is withdrawn" in page
    post(client, _of(out, "withdraw/"), {"because": "A figure was wrong.", "version": version(out)})
    assert ground.row(out).state == State.WITHDRAWN


def test_a_reader_says_what_should_change(client: Client) -> None:
    story_id = sent()
    sign_in(client, second_editor())
    post(client, _of(story_id, "back/"), {"note": "The day is missing.", "version": version(story_id)})
    assert "The day is missing." in client.get(_of(story_id)).content.decode()


def _send(client: Client, story_id: UUID, body: bytes, alternative: str = "A harbour."):
    file = SimpleUploadedFile("harbour.jpg", body, "image/jpeg")
    return post(
        client,
        _of(story_id, "pictures/"),
        {"file": file, "alternative": alternative, "credit": "", "version": version(story_id)},
    )


def test_a_picture_is_added_shown_placed_and_removed(client: Client) -> None:
    story_id = a_story()
    sign_in(client, editor())
    _send(client, story_id, photograph())
    picture = StoryPicture.objects.get()
    address = _of(story_id, f"pictures/{picture.pk}/")
    assert client.get(address)["Content-Type"] == "image/jpeg"
    assert 'alt="A harbour."' in client.get(_of(story_id, "pictures/")).content.decode()
    words = {**TYPED, "text": "{{picture picture-1}}", "version": version(story_id)}
    post(client, _of(story_id, "write/"), words)
    assert f'src="{address}"' in client.get(_of(story_id, "preview/")).content.decode()
    post(client, f"{address}remove/", {"version": version(story_id)})
    assert "has no picture" in client.get(_of(story_id, "preview/")).content.decode()


def test_what_is_no_picture_or_not_described_or_too_large_is_said_in_words(client: Client) -> None:
    story_id = a_story()
    sign_in(client, editor())
    assert "no picture that can be read" in _send(client, story_id, b"<svg/>").content.decode()
    assert "Say what the picture shows" in _send(client, story_id, photograph(), "").content.decode()
    assert "larger than 8 MB" in _send(client, story_id, b"x" * (LARGEST + 1)).content.decode()
    assert not StoryPicture.objects.exists()


def test_the_worker_publishes_in_time_and_brings_over() -> None:
    approved()
    Story.objects.update(state=State.SCHEDULED.value, publish_at=ground.row(Story.objects.get().pk).changed_at)
    publish_in_time()
    bring_what_waits()
    assert Bulletin.objects.count() == 1
    assert asked.waiting_to_be_brought() == ()
    assert asked.waiting_for_a_reader("nobody") == 0
