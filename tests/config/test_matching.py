"""Matching from the command line does what the worker does, says how far it is, and what it left."""

import pytest

import cast
from entities import matched
from intelligence import ground
from pentameter.config import matching
from pentameter.entities.models import Placing
from pentameter.intelligence.models import DataKey

pytestmark = pytest.mark.django_db


def test_it_places_what_waits_and_tells_how_far_it_is() -> None:
    matched.take_in([ground.good(n, **matched.person(matched.ADA)) for n in range(1, 4)], ground.wave())
    told: list[tuple[str, int, int]] = []
    outcome = matching.match(False, lambda *progress: told.append(progress))
    assert (outcome.reports, outcome.mentions, outcome.decided, outcome.again) == (3, 3, 2, 0)
    assert told == [(matching.PLACING, 0, 3), (matching.PLACING, 3, 3), (matching.AGAIN, 0, 0)]
    assert matching.match(False, lambda *_: None) == matching.Outcome()


def test_everyone_is_matched_again_where_that_is_asked_for() -> None:
    matched.take_in([ground.good(n, **matched.person(matched.ADA)) for n in range(1, 4)], ground.wave())
    matching.match(False, lambda *_: None)
    outcome = matching.match(True, lambda *_: None)
    assert (outcome.reports, outcome.again, outcome.decided) == (0, 3, 0)
    assert matched.sizes() == [3]


def test_it_names_agencies_whose_keys_do_not_open() -> None:
    wave = ground.wave()
    cast.in_database(cast.cleveland_sergeant())
    matched.take_in([ground.full(1)], wave)
    matched.take_in([ground.full(1, agency="cleveland")], wave, by=cast.cleveland_sergeant())
    DataKey.objects.filter(agency_id="cleveland").update(wrapped=b"another root key's")
    outcome = matching.match(False, lambda *_: None)
    assert outcome.locked == ("cleveland",)
    assert set(Placing.objects.values_list("agency_id", flat=True)) == {"durham"}
    assert outcome.as_dict()["locked"] == ("cleveland",)
