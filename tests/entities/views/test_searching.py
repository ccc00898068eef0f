"""The page of searching: works, colleague, outsider, wrong method, bad address, and nothing of the words anywhere."""

import re
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client

import cast
from entities import looking
from entities.looking import told
from intelligence import ground
from intelligence.pages import errors, form
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.work.models import Done

pytestmark = pytest.mark.django_db(transaction=False)

PATH = "/search/"
_CHANGING = re.compile(r'(name="(?:csrfmiddlewaretoken|idempotency_key|s)" value="|[?&;]s=)[^"&]+')


@pytest.fixture
def wave() -> UUID:
    """A wave with a report that mentions Mira Testova."""
    wave_id = ground.wave()
    told(wave_id, 1, **{**ground.full(1), "text": "Her wages were <b>kept</b>."})
    return wave_id


def ask(client: Client, words: str, **other: str) -> HttpResponse:
    """What answers what is typed in the box of the page."""
    return client.post(PATH, {"words": words, "purpose": looking.PURPOSE, **other})


def answer(client: Client, words: str, **narrowed: str) -> str:
    """The page of answers."""
    return client.get(f"{ask(client, words)['Location']}&{urlencode(narrowed)}").content.decode()


def test_what_was_typed_stands_in_no_address_and_is_found(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    sent = ask(client, "Мира")
    assert sent.status_code == 302
    address = urlsplit(sent["Location"])
    assert address.path == PATH
    assert re.fullmatch(r"s=[\w-]{60,}", address.query)
    page = client.get(sent["Location"])
    assert page["Cache-Control"] == "no-store"
    text = page.content.decode()
    for words in ("Mira Testova", "Possible victim".lower(), "born 28 February 1989", "DUR-00001", "1 person or thing"):
        assert words in text
    assert form(page, PATH)["words"] == "Мира"
    assert not Done.objects.exists()
    assert Entry.objects.get(event="searched").purpose == looking.PURPOSE


def test_an_address_works_again_for_whoever_asked_and_for_nobody_else(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    location = ask(client, "mira")["Location"]
    for _ in range(2):
        assert "Mira Testova" in client.get(location).content.decode()
    assert Entry.objects.filter(event="searched").count() == 2
    other = cast.sign_in(Client(), cast.durham_sergeant()).get(location).content.decode()
    assert "Type it again" in other
    assert "Testova" not in other.replace("Тестова, TESTOVA Mira", "")


@pytest.mark.parametrize("token", ["x", "", "%00", "А", "A" * 4000, "..%2f"])
def test_an_address_that_never_was_one_asks_for_it_anew(client: Client, wave: UUID, token: str) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    page = client.get(f"{PATH}?s={token}")
    assert page.status_code == 200
    assert "Type it again" in page.content.decode()
    assert not Entry.objects.filter(event="searched").exists()


def test_the_purpose_is_asked_once_shown_and_can_be_changed(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    header = {"words": "mira"}
    first = client.post(PATH, header)
    assert first.status_code == 200
    assert form(first, PATH)["words"] == "mira"
    assert not errors(first)
    assert ask(client, "mira").status_code == 302
    assert client.post(PATH, header).status_code == 302
    page = client.get(PATH)
    assert f"Purpose: {looking.PURPOSE}" in page.content.decode()
    client.get(ask(client, "mira", purpose="another matter")["Location"])
    assert Entry.objects.filter(event="searched", purpose="another matter").count() == 1
    assert "Purpose: another matter" in client.get(PATH).content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    page = ask(client, "-mira")
    assert errors(page) == ["words"]
    assert form(page, PATH) == {**form(page, PATH), "words": "-mira", "purpose": looking.PURPOSE}
    assert errors(ask(client, "mira", purpose="")) == ["purpose"]
    assert errors(ask(client, "x" * 10_000)) == ["words"]
    assert errors(ask(client, "a\x00b")) == ["words"]


def test_a_question_may_be_asked_from_two_windows_of_one_page(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    key = form(client.get(PATH), PATH)["idempotency_key"]
    for words in ("mira", "wages"):
        assert form(client.get(ask(client, words, idempotency_key=key)["Location"]), PATH)["words"] == words


def test_what_reports_say_is_text_and_never_mark_up(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    text = answer(client, "wages")
    assert "<mark>wages</mark> were &lt;b&gt;kept&lt;/b&gt;." in text
    assert "<script>alert" not in answer(client, "<script>alert(1)</script>")


def test_answers_are_narrowed_and_turned_by_addresses_without_words(client: Client, wave: UUID) -> None:
    for number in range(10, 35):
        told(wave, number, person1_name="Mira Example", text="Mira said so.")
    cast.sign_in(client, cast.cleveland_sergeant())
    text = answer(client, "mira")
    assert "Person" in text
    addresses = re.findall(r'href="([^"]+)"', text)
    assert any("things=2" in one for one in addresses)
    assert any("reports=2" in one for one in addresses)
    assert not any("mira" in one.lower() for one in addresses)
    assert "People (26)" in text
    assert "Reports are left out while one kind of thing is chosen." in answer(client, "mira", kind="person")


def test_with_a_hidden_report_and_without_it_the_bytes_are_the_same(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    asked = ("mira", "wages", "0417", "xylophone", "NK07")
    before = [_CHANGING.sub(r"\1", answer(client, words)) for words in asked]
    hidden = {**ground.full(2), "text": "Mira Testova: wages, xylophone.", **looking.HIDDEN}
    told(wave, 2, **hidden)
    looking.accepted(wave, 3, **hidden | {"report_ref": "DUR-3"})
    assert [_CHANGING.sub(r"\1", answer(client, words)) for words in asked] == before
    cast.sign_in(client, cast.durham_constable())
    assert "DUR-00002" in answer(client, "xylophone")


def test_nothing_found_says_what_to_try(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    text = answer(client, "nobody")
    assert "Nothing that you may read answers this" in text
    assert "any four signs in a row are enough" in text


def test_what_is_not_indexed_yet_is_said(client: Client, wave: UUID) -> None:
    looking.accepted(wave, 7, person1_name="Lena")
    cast.sign_in(client, cast.cleveland_sergeant())
    assert "1 report that you may read is still being indexed" in answer(client, "lena")


@pytest.mark.parametrize(
    "who", [cast.caseworker, cast.prosecutor, cast.removals_officer, cast.decision_maker, cast.statistician]
)
def test_who_may_not_search_has_neither_box_nor_page(client: Client, wave: UUID, who: Callable[[], Actor]) -> None:
    cast.sign_in(client, who())
    assert client.get(PATH).status_code == 403
    assert ask(client, "mira").status_code == 403
    assert 'action="/search/"' not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "who", [cast.durham_constable, cast.cleveland_sergeant, cast.national_analyst, cast.duty_desk, cast.garda]
)
def test_who_may_search_has_the_box_on_every_page(client: Client, wave: UUID, who: Callable[[], Actor]) -> None:
    cast.sign_in(client, who())
    assert form(client.get("/"), PATH).keys() == {"csrfmiddlewaretoken", "words"}


def test_by_password_alone_and_signed_out(client: Client, wave: UUID) -> None:
    assert client.get(PATH)["Location"].startswith("/sign-in/")
    assert client.post(PATH, {"words": "mira"})["Location"].startswith("/sign-in/")


def test_other_methods_are_refused(client: Client, wave: UUID) -> None:
    cast.sign_in(client, cast.cleveland_sergeant())
    assert client.put(PATH).status_code == 405
    assert client.delete(PATH).status_code == 405
