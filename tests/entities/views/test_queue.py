"""The queue's pages: works, colleague, outsider, wrong method, bad id, read-only."""

import pytest
from django.test import Client

import cast
from cast import national_analyst, outsider, post
from entities.people import second_analyst, seen_by
from entities.scene import Scene, proposed, scene, told
from pentameter.entities.models import Claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def test_what_waits_is_listed_and_counted(here: Scene) -> None:
    page = seen_by(national_analyst()).get("/queue/").content.decode()
    for words in ("Elira Testova", "Testowa Elira", "CLE-00001", "GAR-00002", "Take a batch and begin"):
        assert words in page


def test_a_batch_is_taken_and_given_back(here: Scene) -> None:
    client = seen_by(national_analyst())
    assert post(client, "/queue/take/")["Location"] == here.at()
    assert "Go on with your batch" in client.get("/queue/").content.decode()
    assert "1 of 1 in your batch" in client.get(here.at()).content.decode()
    assert "No pair waits for you" in seen_by(second_analyst()).get("/queue/").content.decode()
    assert post(client, "/queue/leave/")["Location"] == "/queue/"
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    ("query", "found"),
    [("?kind=person", True), ("?kind=phone", False), ("?agency=garda", True), ("?agency=kent", False),
     ("?theme=sexual_exploitation", True), ("?theme=forced_labour", False), ("?kind=nonsense", True)],
)  # fmt: skip
def test_the_queue_is_narrowed_in_its_address(here: Scene, query: str, found: bool) -> None:
    assert ("Elira Testova" in seen_by(national_analyst()).get(f"/queue/{query}").content.decode()) is found
    taken = post(seen_by(national_analyst()), f"/queue/take/{query}")["Location"]
    assert taken == (here.at() if found else f"/queue/{query}")


def test_who_may_not_read_both_has_nothing_there(here: Scene) -> None:
    for person in (cast.cleveland_sergeant(), cast.durham_sergeant()):
        page = seen_by(person).get("/queue/").content.decode()
        assert "No pair waits for you" in page
        assert post(seen_by(person), "/queue/take/")["Location"] == "/queue/"


@pytest.mark.parametrize("path", ["/queue/", "/queue/contradictions/"])
def test_outsiders_and_wrong_methods(here: Scene, path: str) -> None:
    assert Client().get(path).status_code == 302
    assert seen_by(outsider()).get(path).status_code == 403
    assert post(seen_by(national_analyst()), path).status_code == 405
    for act in ("take", "leave"):
        assert seen_by(national_analyst()).get(f"/queue/{act}/").status_code == 405
        assert post(seen_by(outsider()), f"/queue/{act}/").status_code == 403


@pytest.mark.parametrize("bad", ["7", "take", "6f1c2f0e-0000-4000-8000-0000000000ff"])
def test_bad_ids(here: Scene, bad: str) -> None:
    assert seen_by(national_analyst()).get(f"/queue/{bad}/").status_code in (404, 405)


def test_the_queue_asks_as_many_questions_for_many_pairs_as_for_one(here: Scene, django_assert_num_queries) -> None:
    client = seen_by(national_analyst())
    client.get("/queue/")
    with django_assert_num_queries(QUERIES):
        client.get("/queue/")
    for number in range(3, 8):
        proposed(here.hers, told(here.wave, number, {"person1_name": f"E. {number}"}, by=cast.garda()))
    with django_assert_num_queries(QUERIES):
        client.get("/queue/")


QUERIES = 19
