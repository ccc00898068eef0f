"""What waits, as the first page counts it: within a fixed number of questions."""

import pytest

from cast import cleveland_sergeant, national_analyst
from entities.ground import SAME, judged
from entities.scene import proposed, scene, told
from pentameter.entities.queries.waiting import ReviewWaiting, review_waiting

pytestmark = pytest.mark.django_db


def test_it_is_counted_in_as_many_questions_for_many_as_for_one(django_assert_max_num_queries) -> None:
    here = scene()
    with django_assert_max_num_queries(8):
        assert review_waiting(national_analyst()) == ReviewWaiting(1, False, 0, 0, 0)
    for number in range(3, 7):
        other = told(here.wave, number, {"person1_name": f"E. {number}"}, by=cleveland_sergeant())
        proposed(here.theirs, other)
        judged(here.hers, other, SAME)
    with django_assert_max_num_queries(8):
        assert review_waiting(national_analyst()).pairs >= 1
