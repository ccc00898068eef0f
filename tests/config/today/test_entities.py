"""What the joining of reports asks of people on their first page."""

import pytest

import cast
from cast import cleveland_sergeant, national_analyst, post
from config.today.test_page import acts
from entities.ground import DIFFERENT, SAME, judged
from entities.people import second_analyst, seen_by
from entities.scene import Scene, scene, told
from pentameter.config.today import entities as today_entities
from pentameter.entities.api import ReviewWaiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def test_pairs_wait_for_who_may_read_both(here: Scene) -> None:
    assert "1 pair waits to be judged" in acts(national_analyst())
    assert not [act for act in acts(cleveland_sergeant()) if "pair" in act]
    post(seen_by(national_analyst()), "/queue/take/")
    assert "Go on with 1 pair of your batch" in acts(national_analyst())


def test_both_agencies_are_told_of_an_interest(here: Scene) -> None:
    judged(here.hers, here.theirs, SAME)
    for person in (cleveland_sergeant(), cast.garda()):
        assert "See 1 new interest of other agencies" in acts(person)
    assert not [act for act in acts(cast.durham_sergeant()) if "interest" in act]


def test_a_second_opinion_waits_for_who_was_asked(here: Scene) -> None:
    said = {"finding": "unsure", "of": second_analyst().id, "reason": "The name.", "version": 1}
    post(seen_by(national_analyst()), here.at("second/"), said)
    assert "Give 1 second opinion" in acts(second_analyst())
    assert not [act for act in acts(national_analyst()) if "opinion" in act]


def test_a_contradiction_is_settled_by_whose_judgements_it_is_between(here: Scene) -> None:
    third = told(here.wave, 3, {"person1_name": "E. T."}, by=cleveland_sergeant())
    judged(here.hers, third, SAME)
    judged(here.theirs, third, SAME)
    judged(here.hers, here.theirs, DIFFERENT, by=second_analyst())
    for person in (national_analyst(), second_analyst()):
        assert "Settle 1 contradiction" in acts(person)


def test_many_are_not_counted_to_the_last() -> None:
    told_ = [act for act, *_ in today_entities.of_reviewer(ReviewWaiting(1000, True, 0, 0, 0))]
    assert told_ == ["More than 1,000 pairs wait to be judged"]
