"""Of whom a second opinion is asked: only of people and roles that may judge and may read both."""

import pytest

from cast import cleveland_sergeant, durham_sergeant, national_analyst
from entities.people import second_analyst
from entities.scene import Scene, proposed, scene, told
from pentameter.entities.queries import queue
from pentameter.entities.queries.colleagues import askable

pytestmark = pytest.mark.django_db


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def test_those_of_the_own_agency_come_first_and_nobody_who_may_not_read(here: Scene) -> None:
    second_analyst()
    row = queue.pair(here.pair, national_analyst())
    assert [words for _, words in askable(row, row.senders, national_analyst())] == [
        "Sioned Vaughan, national analyst",
        "Any analyst of National Centre",
        "Any supervisor of Garda",
    ]


def test_where_both_may_be_read_by_the_police_their_supervisors_may_be_asked(here: Scene) -> None:
    other = told(here.wave, 3, {"person1_name": "E. T."}, by=durham_sergeant())
    row = queue.pair(proposed(here.hers, other), cleveland_sergeant())
    found = dict(askable(row, row.senders, cleveland_sergeant()))
    assert found["force_supervisor@durham"] == "Any supervisor of Durham"
    assert "force_supervisor@kent" not in found
    assert cleveland_sergeant().id not in found
