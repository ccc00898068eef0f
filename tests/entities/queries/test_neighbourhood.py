"""Before and after, counted from what the reader may read."""

import pytest

from cast import cleveland_sergeant, durham_sergeant, garda, national_analyst
from entities.ground import DIFFERENT, SAME, judged
from entities.scene import ONLY_THE_CENTRE, Scene, scene, told
from pentameter.entities.queries.contradicted import contradicted, count_contradicted, readable_lines
from pentameter.entities.queries.neighbourhood import after_undoing, neighbourhood
from pentameter.entities.rules.judgements import pair_of
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def test_what_joins_is_counted_with_its_agencies_and_areas(here: Scene) -> None:
    third = told(here.wave, 3, {"person1_name": "E. T.", "force_area": "Durham"}, by=durham_sergeant())
    judged(here.hers, third, SAME)
    around = neighbourhood(here.hers, here.theirs, national_analyst(), clock.now())
    assert (around.before.left.mentions, around.before.right.mentions) == (2, 1)
    assert around.same.right is None
    assert around.same.left.mentions == 3
    assert around.same.left.agencies == ("cleveland", "durham", "garda")
    assert around.same.left.areas == ("Cleveland", "Durham")
    assert around.different == around.before


def test_what_one_may_not_read_is_not_counted(here: Scene) -> None:
    third = told(here.wave, 3, {"person1_name": "E. T."}, by=durham_sergeant())
    for number in (4, 5):
        hidden = told(here.wave, number, {"person1_name": "E.", **ONLY_THE_CENTRE}, by=garda())
        judged(here.hers, hidden, SAME)
    around = neighbourhood(here.hers, third, cleveland_sergeant(), clock.now())
    assert (around.before.left.mentions, around.before.right.mentions) == (1, 1)
    assert around.same.left.agencies == ("cleveland", "durham")


def test_a_judgement_that_would_be_contradicted_is_named(here: Scene) -> None:
    third = told(here.wave, 3, {"person1_name": "E. T."}, by=durham_sergeant())
    judged(here.hers, third, SAME)
    apart = judged(third, here.theirs, DIFFERENT)
    around = neighbourhood(here.hers, here.theirs, national_analyst(), clock.now())
    assert [one.different for one in around.against_same] == [apart]
    assert [line.id for line in readable_lines([apart], national_analyst())] == [apart]
    assert readable_lines([apart], cleveland_sergeant()) == ()


def test_without_a_judgement_its_things_are_two(here: Scene) -> None:
    made = judged(here.hers, here.theirs, SAME)
    now, without = after_undoing(made, pair_of(here.hers, here.theirs), national_analyst())
    assert now.right is None
    assert (without.left.mentions, without.right.mentions) == (1, 1)


def test_contradictions_are_counted_as_they_are_listed(here: Scene) -> None:
    third = told(here.wave, 3, {"person1_name": "E. T."}, by=durham_sergeant())
    judged(here.hers, third, SAME)
    judged(third, here.theirs, SAME)
    assert count_contradicted(national_analyst()) == 0
    judged(here.hers, here.theirs, DIFFERENT)
    assert count_contradicted(national_analyst()) == len(contradicted(national_analyst())) == 1
    assert count_contradicted(cleveland_sergeant()) == 0
