"""Things, what contradicts one's judgements, and undoing any of them: as far as each reader may know."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

import cast
from cast import cleveland_sergeant, durham_sergeant, national_analyst, post, removals_officer
from entities.ground import DIFFERENT, SAME, judged
from entities.people import second_analyst, seen_by
from entities.scene import Scene, scene, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, judged to be one woman."""
    made = scene()
    judged(made.hers, made.theirs, SAME, reason="The same tattoo.")
    return made


def text(person, path: str) -> str:
    """A page as a person sees it."""
    return seen_by(person).get(path).content.decode()


def test_a_thing_shows_its_mentions_with_grade_handling_and_judgements(here: Scene) -> None:
    page = text(national_analyst(), f"/things/{here.theirs}/")
    for words in (
        "CLE-00001",
        "GAR-00002",
        "3x5x2 2B C",
        "Call us.",
        "Cleveland and Garda",
        "The same tattoo.",
        "Esther Lindqvist",
        "What happened",
        "Who may see this",
        "/undo/",
    ):
        assert words in page
    assert "Elira Testova" in text(national_analyst(), "/things/")


def test_things_are_found_by_kind_and_by_a_reports_reference(here: Scene) -> None:
    assert "Elira" in text(national_analyst(), "/things/?kind=person")
    assert "Elira" not in text(national_analyst(), "/things/?kind=vehicle")
    page = text(national_analyst(), "/things/?reference=gar-00002")
    assert "Testowa Elira" in page
    assert "+44 7700 900417" in page
    for person, reference in ((national_analyst(), "GAR-99999"), (cleveland_sergeant(), "GAR-00002")):
        assert "No report that you may read has this reference." in text(person, f"/things/?reference={reference}")


def test_a_colleague_of_another_force_learns_of_an_interest_and_whom_to_call(here: Scene) -> None:
    page = text(cleveland_sergeant(), f"/things/{here.hers}/")
    assert "Garda has an interest" in page
    assert "Call Garda." in page
    for words in ("GAR-00002", "Testowa", "Drogheda", "The same tattoo.", "Esther", str(here.theirs), "Call us."):
        assert words not in page
    assert "Nobody has judged it with anything that you may read." in page


def test_what_contradicts_a_judgement_is_shown_to_who_made_it(here: Scene) -> None:
    third = told(here.wave, 3, {"person1_name": "E. Testova"}, by=durham_sergeant())
    judged(here.theirs, third, SAME)
    judged(here.hers, third, DIFFERENT, by=second_analyst(), reason="Another height.")
    for person in (national_analyst(), second_analyst()):
        page = text(person, "/queue/contradictions/")
        assert "1 contradiction" in page
        assert "Another height." in page
    assert "Judgements contradict each other" in text(national_analyst(), f"/things/{here.theirs}/")
    assert "Nothing contradicts" in text(cleveland_sergeant(), "/queue/contradictions/")


def undo_link(page: str) -> str:
    """The way to undo the first judgement of a page."""
    return f"/judgements/{UUID(page.partition('/judgements/')[2][:36])}/undo/"


def test_outsiders_wrong_methods_and_bad_ids(here: Scene) -> None:
    analyst = seen_by(national_analyst())
    link = undo_link(text(national_analyst(), f"/things/{here.hers}/"))
    for path in ("/things/", f"/things/{here.hers}/", "/interests/", link):
        assert Client().get(path).status_code == 302
        assert seen_by(removals_officer()).get(path).status_code in (403, 404)
    for path in ("/things/", f"/things/{here.hers}/", "/interests/"):
        assert post(analyst, path).status_code == 405
    assert analyst.get("/interests/seen/").status_code == 405
    assert analyst.get(f"/things/{uuid4()}/").status_code == 404
    assert analyst.get(f"/judgements/{uuid4()}/undo/").status_code == 404
    assert analyst.get("/things/7/").status_code == 404


def test_who_may_not_judge_is_shown_no_way_to_undo(here: Scene) -> None:
    assert "/undo/" not in text(cast.durham_constable(), f"/things/{here.hers}/")
    link = undo_link(text(national_analyst(), f"/things/{here.hers}/"))
    assert seen_by(cast.durham_constable()).get(link).status_code == 403


def test_a_thing_asks_as_many_questions_for_many_mentions(here: Scene, django_assert_num_queries) -> None:
    client = seen_by(national_analyst())
    client.get(f"/things/{here.hers}/")
    with django_assert_num_queries(QUERIES):
        client.get(f"/things/{here.hers}/")
    for number in range(3, 9):
        judged(here.hers, told(here.wave, number, {"person1_name": f"E. {number}"}, by=cleveland_sergeant()), SAME)
    with django_assert_num_queries(QUERIES):
        client.get(f"/things/{here.hers}/")


QUERIES = 26
