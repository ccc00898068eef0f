"""How reports name victims, for the check before publication."""

import pytest

from entities.matched import ADA, person, place, take_in
from intelligence import ground
from pentameter.entities.queries.named import named_victims
from pentameter.intelligence.models import DataKey

pytestmark = pytest.mark.django_db
HIM = {**ADA, "name": "Rufus Blackthorne", "dob": "1961-01-02", "document": "811927364"}


def test_victims_by_every_name_and_nobody_else() -> None:
    rows = [ground.good(1, **person(ADA, "possible_victim")), ground.good(2, **person(HIM, "suspect"))]
    take_in(rows, ground.wave())
    place()
    found = named_victims()
    assert found.whole
    assert ADA["name"] in found.names
    assert HIM["name"] not in found.names


def test_reports_that_are_not_placed_leave_nobody_ruled_out() -> None:
    take_in([ground.good(1, **person(ADA, "victim"))], ground.wave())
    assert not named_victims().whole


def test_names_under_a_key_that_is_away_leave_nobody_ruled_out() -> None:
    take_in([ground.good(1, **person(ADA, "victim"))], ground.wave())
    place()
    DataKey.objects.update(wrapped=b"of another installation")
    assert not named_victims().whole
