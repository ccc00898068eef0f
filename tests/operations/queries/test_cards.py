"""Operations and waves as cards."""

from datetime import date
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from operations import stage
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api

pytestmark = pytest.mark.django_db
LATER = date(2008, 10, 6)


def test_the_number_of_queries_is_fixed(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    first = stage.wave()
    stage.joins(first, "durham")
    stage.wave(LATER, None)
    api.load_published_results(by=SYSTEM)
    with django_assert_num_queries(1):
        api.wave(first)
    with django_assert_num_queries(1):
        api.waves_of(stage.OPERATION)
    with django_assert_num_queries(1):
        api.waves_beside(first)
    with django_assert_num_queries(2):
        api.operations()
    with django_assert_num_queries(1):
        api.current_wave(stage.OPERATION, stage.TODAY)
    with django_assert_num_queries(1):
        api.wave_for("durham", stage.TODAY)


def test_history_comes_last() -> None:
    api.load_published_results(by=SYSTEM)
    stage.wave()
    assert [one.is_history for one in api.operations()] == [False, True]


def test_the_wave_to_look_at_first_is_the_latest_that_has_begun() -> None:
    stage.wave()
    stage.wave(LATER, None)
    on = {day: api.current_wave(stage.OPERATION, day) for day in (date(2007, 1, 1), stage.TODAY, date(2009, 1, 1))}
    assert [wave.number for wave in on.values() if wave] == [1, 1, 2]
    assert api.current_wave("no-such", stage.TODAY) is None


def test_a_report_falls_into_a_wave_that_its_agency_takes_part_in() -> None:
    first = stage.wave()
    open_end = stage.wave(date(2007, 10, 10), None)
    assert api.wave_for("durham", stage.TODAY) is None
    stage.joins(first, "durham")
    assert _id(api.wave_for("durham", stage.TODAY)) == first
    stage.joins(open_end, "durham", since=date(2007, 10, 10))
    assert _id(api.wave_for("durham", stage.TODAY)) == open_end
    assert _id(api.wave_for("durham", date(2007, 10, 4))) == first
    assert api.wave_for("durham", date(2007, 10, 2)) is None


def test_waves_beside_a_wave_are_those_of_its_operation() -> None:
    first = stage.wave()
    second = stage.wave(LATER, None)
    api.load_published_results(by=SYSTEM)
    assert [one.id for one in api.waves_beside(second)] == [first, second]
    assert api.waves_beside(uuid4()) == ()


@pytest.mark.parametrize(
    ("day", "state"), [(date(2007, 10, 2), "planned"), (stage.STARTS, "running"), (date(2008, 4, 1), "ended")]
)
def test_a_wave_is_planned_running_or_ended(day: date, state: str) -> None:
    card = api.wave(stage.wave())
    assert card is not None
    assert card.state(day) == state


def _id(card: api.WaveCard | None) -> object:
    return card.id if card else None
