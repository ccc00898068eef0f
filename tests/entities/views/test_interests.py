"""What an agency is told: a line of its own, whom to call, and nothing else; seen once it was seen."""

import re

import pytest

import cast
from cast import cleveland_sergeant, durham_sergeant, post
from entities.ground import SAME, judged, undone
from entities.people import seen_by
from entities.scene import Scene, scene
from pentameter.entities.models import Interest

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports."""
    return scene()


def text(person, path: str = "/interests/") -> str:
    """A page as a person sees it."""
    return seen_by(person).get(path).content.decode()


def test_both_are_told_and_neither_is_told_what_the_other_holds(here: Scene) -> None:
    judged(here.hers, here.theirs, SAME)
    hers, theirs = text(cleveland_sergeant()), text(cast.garda())
    assert "Garda has an interest" in hers
    assert "Cleveland has an interest" in theirs
    assert "CLE-00001" in hers
    assert "GAR-00002" not in hers
    assert "No other agency has an interest" in text(durham_sergeant())


def test_what_was_seen_is_marked_and_what_is_anothers_cannot_be(here: Scene) -> None:
    judged(here.hers, here.theirs, SAME)
    client = seen_by(cleveland_sergeant())
    ids = re.findall(r'name="interests" value="([^"]+)"', client.get("/interests/").content.decode())
    theirs = str(Interest.objects.get(told="garda").pk)
    assert post(client, "/interests/seen/", {"interests": [*ids, theirs]})["Location"] == "/interests/"
    assert Interest.objects.get(told="cleveland").seen_by == cleveland_sergeant().id
    assert Interest.objects.get(told="garda").seen_at is None
    page = client.get("/interests/").content.decode()
    assert "1 interest is marked as seen." in page
    assert "Mark these as seen" not in page


@pytest.mark.parametrize("said", [{}, {"interests": ["nonsense"]}])
def test_nothing_ticked_marks_nothing(here: Scene, said: dict[str, object]) -> None:
    judged(here.hers, here.theirs, SAME)
    assert post(seen_by(cleveland_sergeant()), "/interests/seen/", said).status_code == 302
    assert Interest.objects.get(told="cleveland").seen_at is None


def test_what_was_withdrawn_is_shown_where_it_is_asked_for(here: Scene) -> None:
    undone(judged(here.hers, here.theirs, SAME))
    assert "has an interest" not in text(cleveland_sergeant()).replace("No other agency has an interest", "")
    page = text(cleveland_sergeant(), "/interests/?withdrawn=on")
    assert "Garda has an interest" in page
    assert "withdrawn" in page


def test_it_asks_as_many_questions_for_one_as_for_none(here: Scene, django_assert_max_num_queries) -> None:
    judged(here.hers, here.theirs, SAME)
    client = seen_by(cleveland_sergeant())
    client.get("/interests/")
    with django_assert_max_num_queries(18):
        client.get("/interests/")
