"""The desk's pages: open, read, answer, file, close; for everyone else there is nothing."""

import pytest
from django.test import Client

import cast
from bulletins.tipdesk.scene import WORDS, opened, state_of, taken
from bulletins.tips.sending import photograph
from intelligence import ground
from pentameter.bulletins.tips.rules.letters import Letter
from pentameter.bulletins.tips.rules.pictures import cleaned
from pentameter.intelligence.models import Report
from pentameter.kernel import clock
from tests.public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


@pytest.fixture
def desk(client: Client) -> Client:
    """The analyst's browser."""
    return cast.sign_in(client, cast.national_analyst())


def test_opened_read_answered_and_closed(desk: Client) -> None:
    tip = taken()
    at = f"/tips/{tip.pk}/"
    assert tip.reference in desk.get("/tips/").content.decode()
    assert WORDS not in desk.get(at).content.decode()
    cast.post(desk, f"{at}open/", {"version": 1})
    assert WORDS in desk.get(at).content.decode()
    cast.post(desk, f"{at}answer/", {"version": 2, "words": "Which street?", "asks": "on"})
    assert "Which street?" in desk.get(at).content.decode()
    cast.post(desk, f"{at}close/", {"version": 3, "reason": "passed_on"})
    assert state_of(tip.pk) == "closed"
    assert "passed on by telephone" in desk.get(at).content.decode()
    assert tip.reference not in desk.get("/tips/").content.decode()
    assert tip.reference in desk.get("/tips/?show=all").content.decode()


def test_a_picture_is_seen(desk: Client) -> None:
    tip = opened(taken(Letter("Look.", pictures=(cleaned(photograph("x")),))))
    answer = desk.get(f"/tips/{tip.pk}/parts/{tip.parts.get().pk}/1.jpg")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer.content.startswith(b"\xff\xd8")
    assert desk.get(f"/tips/{tip.pk}/parts/{tip.parts.get().pk}/2.jpg").status_code == 404


def test_filed(desk: Client) -> None:
    wave, tip = ground.wave(), opened()
    at = f"/tips/{tip.pk}/file/"
    assert WORDS in desk.get(at).content.decode()
    said = {
        "version": 2,
        "wave": str(wave),
        "reported_on": clock.today().isoformat(),
        "scheme": "3x5x2",
        "source_grade": "3x5x2/3",
        "information_grade": "3x5x2/D",
        "handling_code": "3x5x2/P",
        "text": "Regular transport of women to one address.",
        "theme": "",
    }
    answer = cast.post(desk, at, said)
    assert answer.status_code == 422
    assert "Regular transport of women" in answer.content.decode()
    assert cast.post(desk, at, {**said, "theme": "sexual_exploitation"}).status_code == 302
    page = desk.get(f"/tips/{tip.pk}/").content.decode()
    assert f"/reports/{Report.objects.get().pk}/" in page
    assert "is destroyed on" in page


def test_somebody_was_quicker_and_nothing_typed_is_lost(desk: Client) -> None:
    tip = opened()
    for act, said in (("answer", {"words": "Which street?"}), ("close", {"reason": "passed_on"})):
        answer = cast.post(desk, f"/tips/{tip.pk}/{act}/", {"version": 1, **said})
        assert answer.status_code == 409
        assert next(iter(said.values())) in answer.content.decode()
    assert cast.post(desk, f"/tips/{tip.pk}/answer/", {"version": 2, "words": ""}).status_code == 422
    assert cast.post(desk, f"/tips/{tip.pk}/close/", {"version": 2}).status_code == 422


@pytest.mark.parametrize("person", [cast.durham_sergeant, cast.moderator, cast.removals_officer, cast.administrator])
def test_for_everyone_else_there_is_nothing(client: Client, person) -> None:
    tip = taken()
    cast.sign_in(client, person())
    for address in ("/tips/", f"/tips/{tip.pk}/", f"/tips/{tip.pk}/file/"):
        answer = client.get(address)
        assert answer.status_code in (403, 404)
        assert WORDS not in answer.content.decode()


def test_bad_ids_and_methods(desk: Client) -> None:
    tip = taken()
    assert desk.get("/tips/00000000-0000-4000-8000-000000000000/").status_code == 404
    assert desk.get("/tips/nothing/").status_code == 404
    assert desk.get(f"/tips/{tip.pk}/open/").status_code == 405
