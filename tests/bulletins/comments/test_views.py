"""A reader registers, comes in, writes, changes, takes back, and leaves: through the public door, without scripts."""

import json
from collections.abc import Iterator

import pytest
from django.test import Client

from bulletins import people
from pentameter.bulletins.comments.models import Comment, Measure, Reader, Wording
from pentameter.kernel import clock
from public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)
SECRET_WORDS = "Nobody but me reads this yet."


@pytest.fixture
def browser() -> Iterator[Client]:
    with public_door() as client:
        yield client


def test_a_reader_registers_confirms_writes_and_leaves(browser: Client) -> None:
    under = people.article()
    form = {"name": "Heather Moor", "address": "Heather@Example.org", "agree": "on", "next": f"/comments/on/{under}/"}
    sent = browser.post("/reader/register/", form)
    assert "Look at your e-mail" in sent.content.decode()
    address = people.link_sent()
    assert "Press the button" in browser.get(address).content.decode()
    assert Reader.objects.get().confirmed_at is None
    came = browser.post(address)
    assert came["Location"] == f"/comments/on/{under}/"
    assert came.cookies["reader"]["httponly"]
    assert "Heather Moor" in browser.get(f"/comments/on/{under}/write/").content.decode()
    key = "k" * 20
    answer = browser.post(f"/comments/on/{under}/write/", {"text": SECRET_WORDS, "key": key})
    assert answer.status_code == 302
    assert "A person reads it before" in browser.get(answer["Location"]).content.decode()
    assert SECRET_WORDS in browser.get("/reader/").content.decode()
    made = Comment.objects.get()
    for public in (f"/comments/on/{under}/", f"/comments/on/{under}/feed/", "/comments/feed/", f"/comments/{made.pk}/"):
        assert SECRET_WORDS not in browser.get(public).content.decode()
    changed = browser.post(f"/reader/comments/{made.pk}/change/", {"text": "Other words.", "version": "1"})
    assert changed.status_code == 302
    assert list(Wording.objects.order_by("version").values_list("text", flat=True)) == [SECRET_WORDS, "Other words."]
    data = json.loads(browser.get("/reader/data/").content)
    assert data["address"] == "heather@example.org"
    assert [one["text"] for one in data["comments"][0]["wordings"]] == [SECRET_WORDS, "Other words."]
    assert browser.post(f"/reader/comments/{made.pk}/take-back/").status_code == 302
    assert browser.post("/reader/leave/", {"sure": "on"})["Location"] == "/reader/left/"
    assert not Reader.objects.exists()
    assert not Wording.objects.exists()
    assert browser.get("/reader/")["Location"].startswith("/reader/sign-in/")


def test_where_no_letter_can_be_sent_registering_is_kindly_refused(browser: Client, settings) -> None:
    settings.SENDS_LETTERS = False
    for path in ("/reader/register/", "/reader/link/"):
        asked = browser.get(path)
        assert asked.status_code == 200
        assert "You cannot register just now" in asked.content.decode()
        assert "<form" not in asked.content.decode()
        sent = browser.post(path, {"name": "Heather Moor", "address": "heather@example.org", "agree": "on"})
        assert sent.status_code == 503
        assert "What you entered was not kept" in sent.content.decode()
    assert not Reader.objects.exists()
    page = browser.get("/reader/sign-in/").content.decode()
    assert "cannot send letters" in page
    assert "/reader/link/" not in page
    assert "With a password" in page


def test_who_lost_the_privilege_is_told_before_they_type(browser: Client) -> None:
    under, one = people.article(), people.reader()
    step = {"version": 1, "step": "withdrawn", "words": "The third time.", "began_at": clock.now()}
    Measure.objects.create(reader=one, **step)
    page = people.signed_in(browser, one).get(f"/comments/on/{under}/write/").content.decode()
    assert "The privilege of commenting was withdrawn from your account." in page
    assert "<textarea" not in page
