"""What arrived is placed and matched, in steps that stand whole, whatever way it came in."""

import pytest

import cast
from entities import matched
from intelligence import ground
from pentameter.entities.models import Followed, Found, Judgement, Placing
from pentameter.intelligence.api import unlisted

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave() -> object:
    return ground.wave()


def test_every_mention_of_every_report_is_placed(wave) -> None:
    matched.take_in([ground.full(1), ground.good(2), ground.full(3, vehicle_registration="NK07 ABD")], wave)
    steps = matched.place()
    assert [(step.agency, step.reports) for step in steps] == [("durham", 3)]
    assert Placing.objects.count() == 6
    assert dict(Followed.objects.values_list("agency_id", "arrival")) == {"durham": 3}
    assert matched.place() == []


def test_a_suspect_in_two_reports_is_one_thing_by_the_machine(wave) -> None:
    matched.take_in([ground.good(n, **matched.person(matched.ADA)) for n in (1, 2)], wave)
    matched.place()
    assert matched.sizes() == [2]
    assert Judgement.objects.get().way == "machine"
    assert matched.open_pairs() == set()


def test_a_victim_in_two_reports_is_proposed(wave) -> None:
    matched.take_in([ground.good(n, **matched.person(matched.ADA, "victim")) for n in (1, 2)], wave)
    matched.place()
    assert matched.sizes() == [1, 1]
    assert len(matched.open_pairs()) == 1
    assert not Judgement.objects.exists()


def test_one_phone_is_one_thing_whoever_names_it(wave) -> None:
    cast.in_database(cast.cleveland_sergeant())
    matched.take_in([ground.good(n, phone1="07700 900417") for n in range(1, 9)], wave)
    theirs = [ground.good(n, agency="cleveland", phone1="+44 7700 900417") for n in (1, 2)]
    matched.take_in(theirs, wave, by=cast.cleveland_sergeant())
    matched.place()
    assert matched.sizes("phone") == [10]
    assert Judgement.objects.filter(way="identifier").count() == 9


def test_what_a_step_places_can_be_searched_for_at_once(wave) -> None:
    matched.take_in([ground.full(1), ground.good(2)], wave)
    assert len(unlisted(5)) == 2
    matched.place()
    assert unlisted(5) == ()
    assert Found.objects.exists()
