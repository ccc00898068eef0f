"""The staff's pages of releases: works, colleague, outsider, wrong method, bad id, read-only; nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from cast import (
    auditor,
    caseworker,
    durham_constable,
    editor,
    in_database,
    moderator,
    national_analyst,
    post,
    removals_officer,
    second_statistician,
    sign_in,
    statistician,
)
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.releases.models import Edition
from pentameter.releases.rules.states import State
from pentameter.releases.services.publishing import publish_due
from public_door import BOTH, public_door
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)
REFUSED = (durham_constable, caseworker, editor, moderator, national_analyst, removals_officer)
WORDS = {
    name: getattr(scene.WORDS, name) for name in ("summary", "source", "method", "counting", "revisions", "withheld")
}


def _of(edition: UUID, page: str = "") -> str:
    return f"/releases/{edition}/{page}"


def _reading(edition: UUID) -> list[str]:
    return ["/releases/", _of(edition), _of(edition, "preview/")]


def _making(edition: UUID) -> list[str]:
    pages = ("safe/", "words/", "readers/", "give-up/", "sign/", "send-back/", "withdraw/")
    return ["/releases/new/", *(_of(edition, page) for page in pages)]


@pytest.mark.parametrize("reader", [statistician, auditor])
def test_works(client: Client, reader: Callable[[], Actor]) -> None:
    edition = scene.described(scene.a_wave())
    sign_in(client, reader())
    for address in _reading(edition):
        assert client.get(address).status_code == 200, address
    for address in _making(edition):
        assert client.get(address).status_code == (200 if reader is statistician else 403), address


@pytest.mark.parametrize("person", REFUSED)
def test_who_has_no_part_in_it_is_refused(client: Client, person: Callable[[], Actor]) -> None:
    edition = scene.described(scene.a_wave())
    sign_in(client, person())
    for address in (*_reading(edition), *_making(edition)):
        assert client.get(address).status_code in (403, 404), address
    assert post(client, _of(edition, "freeze-again/"), {"revision": 1}).status_code in (403, 404)


def test_who_is_not_signed_in_is_asked_to(client: Client) -> None:
    edition = scene.described(scene.a_wave())
    for address in (*_reading(edition), *_making(edition)):
        assert client.get(address)["Location"].startswith("/sign-in/")


def test_bad_id_and_wrong_method(client: Client) -> None:
    edition = scene.described(scene.a_wave())
    sign_in(client, statistician())
    for page in ("", "preview/", "safe/", "sign/", "withdraw/"):
        assert client.get(_of(UUID(int=7), page)).status_code == 404
    assert client.get(_of(edition, "freeze-again/")).status_code == 405
    assert post(client, _of(edition)).status_code == 405


def test_from_the_first_form_to_the_public_page(client: Client) -> None:
    """Two people, step by step, as they would."""
    of = scene.a_wave()
    sign_in(client, statistician())
    begun = {"title": "People found", "slug": "People-Found", "wave": str(of.wave), "choices": ["found-area-week"]}
    there = post(client, "/releases/new/", begun)["Location"]
    edition = Edition.objects.get().pk
    assert there == _of(edition)
    assert "Not safe yet" in client.get(there).content.decode()
    post(client, _of(edition, "safe/"), {"threshold": 10, "revision": scene.revision(edition)})
    page = client.get(there).content.decode()
    assert "Nothing. Over these tables" in page
    assert "[c] (3)" in page
    post(client, _of(edition, "words/"), {**WORDS, "revision": scene.revision(edition)})
    page = client.get(there).content.decode()
    assert "You worked on this version. A second person signs it." in page
    sign_in(client, second_statistician())
    local = clock.now().astimezone(clock.LONDON) + timedelta(minutes=2)
    signed = {"revision": scene.revision(edition), "hour": f"{local:%H:%M}", "read": "on"}
    signed |= {"day_day": local.day, "day_month": local.month, "day_year": local.year}
    post(client, _of(edition, "sign/"), signed)
    assert scene.row(edition).state == State.SIGNED
    publish_due(at=clock.now() + timedelta(minutes=3))
    with public_door() as door:
        public = door.get("/statistics/people-found/").content.decode()
    assert scene.WORDS.summary in public
    assert "(3)" not in public


def test_what_an_auditor_sees_has_no_true_small_count(client: Client) -> None:
    edition = scene.described(scene.a_wave())
    sign_in(client, auditor())
    page = client.get(_of(edition)).content.decode()
    assert "[c]" in page
    assert "[c] (" not in page
    assert "Truly" not in page


def test_nothing_typed_is_lost_where_something_is_missing(client: Client) -> None:
    edition = scene.described(scene.a_wave())
    sign_in(client, statistician())
    typed = {**WORDS, "method": "", "summary": "A very long sentence of mine.", "revision": scene.revision(edition)}
    page = post(client, _of(edition, "words/"), typed).content.decode()
    assert "A very long sentence of mine." in page
    assert "Enter method." in page


def test_two_who_write_at_once_lose_nothing(client: Client) -> None:
    edition = scene.described(scene.a_wave())
    sign_in(client, statistician())
    response = post(client, _of(edition, "words/"), {**WORDS, "summary": "Mine.", "revision": 1})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Mine." in page
    assert "What stands there now" in page
    assert scene.WORDS.summary in page


def test_the_address_of_another_release_is_refused_with_a_sentence(client: Client) -> None:
    of = scene.a_wave()
    scene.begun(of)
    sign_in(client, statistician())
    typed = {"title": "Mine", "slug": "people-found", "wave": str(of.wave), "choices": ["found-area-week"]}
    page = post(client, "/releases/new/", typed).content.decode()
    assert "Choose another one" in page
    assert 'value="Mine"' in page


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("slug", "people found", "Use small letters"),
        ("choices", [], "Choose one table or more."),
        ("wave", "", "Choose the wave."),
        ("title", "", "Enter title."),
    ],
)
def test_bad_input_gets_a_sentence_that_says_what_to_do(client: Client, field: str, typed: object, said: str) -> None:
    of = scene.a_wave()
    sign_in(client, statistician())
    form = {"title": "T", "slug": "t", "wave": str(of.wave), "choices": ["found-area-week"]}
    assert said in post(client, "/releases/new/", {**form, field: typed}).content.decode()
    assert not Edition.objects.exists()


def test_whoever_is_named_finds_it_before_its_time(client: Client) -> None:
    edition = scene.described(scene.a_wave())
    named = in_database(national_analyst())
    sign_in(client, statistician())
    typed = {"username": named.username, "office": "head of centre", "because": "To answer questions."}
    post(client, _of(edition, "readers/"), typed)
    assert "head of centre" in client.get(_of(edition)).content.decode()
    scene.signed(edition, at=clock.now() + timedelta(hours=1))
    sign_in(client, national_analyst())
    assert "People found" in client.get("/releases/before-its-time/").content.decode()
    assert "As the public will see it" in client.get(_of(edition, "preview/")).content.decode()
    assert client.get(_of(edition)).status_code == 403
    sign_in(client, editor())
    assert client.get(_of(edition, "preview/")).status_code == 404


def test_withdrawn_from_the_page_it_is_gone_for_everyone(client: Client) -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    sign_in(client, statistician())
    post(client, _of(edition, "withdraw/"), {"because": "Counted twice.", "revision": scene.revision(edition)})
    assert scene.row(edition).state == State.WITHDRAWN
    assert "Counted twice." in client.get(_of(edition)).content.decode()
