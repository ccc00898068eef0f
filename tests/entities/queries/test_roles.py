"""In which roles reports speak of a thing: all of them, whoever may read them, and unknown where one does not open."""

import pytest

from entities.ground import Ground, judged
from pentameter.entities.queries.roles import roles_of_things
from pentameter.intelligence.models import DataKey
from pentameter.kernel.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def test_the_roles_of_all_that_are_one_thing_whoever_may_read_them(ground: Ground) -> None:
    mine, theirs = ground.mention("durham"), ground.mention("cleveland")
    hidden = ground.mention("national-centre", scheme="5x5x5", handling="4")
    for other in (theirs, hidden):
        judged(mine, other)
    assert roles_of_things([mine])[mine] == {"possible_victim": {mine, theirs, hidden}}


def test_of_whom_is_not_placed_it_is_not_known(ground: Ground) -> None:
    waiting, never = ground.mention("durham"), new_id()
    assert roles_of_things([waiting, never]) == {waiting: None, never: None}


def test_what_does_not_open_is_not_known(ground: Ground) -> None:
    mine, theirs = ground.mention("durham"), ground.mention("cleveland")
    judged(mine, theirs)
    DataKey.objects.filter(agency_id="cleveland").update(wrapped=b"nothing that opens")
    assert roles_of_things([mine]) == {mine: None}


def test_nobody_asked_is_nobody_answered() -> None:
    assert roles_of_things([]) == {}
