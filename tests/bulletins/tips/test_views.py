"""The pages of tip-offs: without cookie, script or sign-in, and kind to whatever is typed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client

from bulletins.tipdesk.scene import LETTER, WORDS
from bulletins.tips.sending import form_key, photograph, tell, upload
from pentameter.bulletins.tipdesk.sealed import letter_in
from pentameter.bulletins.tips import crowding, views
from pentameter.bulletins.tips.models import Entry, Tip
from pentameter.bulletins.tips.rules.codes import code_of
from tests.public_door import BOTH, public_door

pytestmark = pytest.mark.django_db(databases=BOTH)
PAGES = ("/tip-offs/", "/tip-offs/tell/", "/tip-offs/reply/")


@pytest.fixture
def door() -> Iterator[Client]:
    """The public door."""
    with public_door() as client:
        yield client


@pytest.fixture(autouse=True)
def _nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crowd of its own for each test."""
    monkeypatch.setattr(views, "SENDING", crowding.Crowd(of_one=30, of_all=600))
    monkeypatch.setattr(views, "TRYING", crowding.Crowd(of_one=60, of_all=1_200))


@pytest.mark.parametrize("address", PAGES)
def test_pages_need_nothing_and_keep_nothing(door: Client, address: str) -> None:
    answer = door.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "Leave this page quickly" in answer.content.decode()


def test_told_with_pictures_and_sealed(door: Client) -> None:
    secret = "canary-garden"
    said = {"where": LETTER.where, "when": LETTER.when, "may_contact": "yes", "contact": LETTER.contact}
    tell(door, what=WORDS, pictures=[upload(photograph(secret)), upload(photograph(secret))], **said)
    row = Entry.objects.get()
    letter = letter_in(row.pk, row.sealed)
    assert replace(letter, pictures=()) == replace(LETTER, pictures=())
    assert len(letter.pictures) == 2
    assert not any(secret.encode() in one for one in letter.pictures)


def test_sent_again_it_is_the_same_tip_off(door: Client) -> None:
    key = form_key(door)
    assert tell(door, key) == tell(door, key)
    assert Entry.objects.count() == 1


def test_what_was_typed_is_never_lost(door: Client) -> None:
    answer = door.post("/tip-offs/tell/", {"form_key": form_key(door), "where": "the green door", "what": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Write what you want to tell us." in page
    assert "the green door" in page
    assert not Tip.objects.exists()


@pytest.mark.parametrize(
    "what",
    [
        "<script>alert(1)</script>",
        "'; DROP TABLE tips_tip; --",
        "\u202e\u200b\ufffd",
        "مرحبا 你好",
        "a\x00b",
        "x" * 10_001,
    ],
    ids=["markup", "sql", "turned", "scripts", "nul", "long"],
)
def test_hostile_words_are_taken_or_refused_kindly(door: Client, what: str) -> None:
    answer = door.post("/tip-offs/tell/", {"form_key": form_key(door), "what": what})
    assert answer.status_code in (200, 422)
    assert "<script>alert(1)" not in answer.content.decode()
    assert Tip.objects.count() == (answer.status_code == 200)


def test_a_code_shows_how_it_stands_and_adds(door: Client) -> None:
    code = tell(door)
    page = door.post("/tip-offs/reply/", {"code": code.lower()})
    assert "Nobody has read all of it yet." in page.content.decode()
    assert WORDS not in page.content.decode()
    more = {"form_key": form_key(door), "code": code, "what": "On Sundays too."}
    assert "It is added" in door.post("/tip-offs/add/", more).content.decode()
    assert Entry.objects.count() == 2
    assert not page.cookies


def test_a_code_that_opens_nothing_says_so(door: Client) -> None:
    for address, said in (("reply", {}), ("add", {"form_key": form_key(door), "what": "More."})):
        answer = door.post(f"/tip-offs/{address}/", {"code": code_of("of nobody"), **said})
        assert answer.status_code == 422
        assert "There is no tip-off with this code." in answer.content.decode()


def test_wrong_methods_and_forms_of_other_sites(door: Client) -> None:
    assert door.get("/tip-offs/add/").status_code == 405
    assert door.post("/tip-offs/").status_code == 405
    said = {"form_key": form_key(door), "what": WORDS}
    answer = door.post("/tip-offs/tell/", said, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert not Tip.objects.exists()


def test_a_crowd_waits_and_loses_nothing(door: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "SENDING", crowding.Crowd(of_one=1, of_all=9))
    monkeypatch.setattr(views, "TRYING", crowding.Crowd(of_one=1, of_all=9))
    code = tell(door)
    answer = door.post("/tip-offs/tell/", {"form_key": form_key(door), "what": "Something else."})
    assert answer.status_code == 429
    assert "Something else." in answer.content.decode()
    assert door.post("/tip-offs/reply/", {"code": code}).status_code == 200
    assert door.post("/tip-offs/reply/", {"code": code}).status_code == 429


def test_addresses_are_counted_as_servers_of_ours_saw_them(door: Client, settings) -> None:
    settings.TRUSTED_PROXIES = 1
    one, other = ({"X-Forwarded-For": f"203.0.113.9, 192.0.2.{number}"} for number in (1, 2))
    views.SENDING._of_one = 1
    said = {"what": WORDS}
    answers = [
        door.post("/tip-offs/tell/", {**said, "form_key": form_key(door)}, headers=who) for who in (one, one, other)
    ]
    assert [answer.status_code for answer in answers] == [200, 429, 200]


def test_without_its_key_the_door_says_so_and_takes_nothing(door: Client, settings) -> None:
    settings.TIPS_PUBLIC_KEY = None
    assert "Nothing can be sent here at this moment." in door.get("/tip-offs/").content.decode()
    for address in ("tell", "add"):
        assert door.post(f"/tip-offs/{address}/", {"what": WORDS}).status_code == 503
    assert not Tip.objects.exists()
