"""Rows of placed mentions: new ones, and those that a judgement placed before matching came to them."""

import pytest

import cast
from entities import ground as judging
from entities import matched
from intelligence import ground
from pentameter.entities.models import Block, Placing
from pentameter.entities.queries.placed import apart, of_things, placed, things_of
from pentameter.intelligence.models import Mention

pytestmark = pytest.mark.django_db


def test_who_was_judged_before_matching_came_keeps_the_place_and_is_found_from_then_on() -> None:
    wave = ground.wave()
    cast.in_database(cast.national_analyst())
    rows = [ground.good(n, **matched.person(matched.ADA, "victim")) for n in (1, 2)]
    matched.take_in(rows, wave)
    left, right = sorted(Mention.objects.values_list("id", flat=True))
    judging.judged(left, right)
    assert placed([left, right]) == {}
    matched.place()
    assert matched.sizes() == [2]
    assert set(placed([left, right])) == {left, right}
    assert Block.objects.values("mention").distinct().count() == 2
    assert matched.open_pairs() == set()


def test_what_is_asked_of_placed_people(django_assert_num_queries) -> None:
    wave = ground.wave()
    cast.in_database(cast.national_analyst())
    matched.take_in([ground.good(n, phone1="07700 900417", **matched.person(matched.ADA)) for n in (1, 2)], wave)
    matched.place()
    thing = Placing.objects.filter(kind="person").values_list("thing", flat=True)[0]
    everything = list(Placing.objects.values_list("pk", flat=True))
    with django_assert_num_queries(1):
        people = placed(everything)
    assert {one.role for one in people.values()} == {"suspect"}
    assert len(of_things([thing], limit=1)[thing]) == 1
    assert set(of_things([thing], limit=5)[thing]) == set(people.values())
    assert things_of(everything) == dict(Placing.objects.values_list("pk", "thing"))
    left, right = sorted(people)
    judging.judged(left, right, judging.DIFFERENT)
    assert apart([left]) == {(left, right)}
    assert apart([right]) == frozenset()
