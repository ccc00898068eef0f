"""Who looked when: the grid."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import cleveland_sergeant, durham_constable, garda
from operations import stage
from pentameter.operations import api
from pentameter.operations.api import Involvement, Looked, Sums, WeekReturn, WeekStatus

pytestmark = pytest.mark.django_db


def grid() -> api.CoverageGrid:
    """Durham looked twice; Cleveland was silent once and looked once; the Garda joined late and did not look."""
    wave = stage.wave()
    stage.joins(wave, "durham")
    stage.joins(wave, "cleveland", level=Involvement.SIGNED_UP_NOTHING_PLANNED)
    stage.joins(wave, "garda", since=stage.SECOND)
    stage.files(wave, durham_constable(), stage.found(stage.FIRST))
    stage.files(wave, durham_constable(), stage.nil(stage.FIRST))
    stage.files(wave, durham_constable(), stage.found(stage.SECOND, people=4))
    stage.files(wave, cleveland_sergeant(), stage.nil(stage.SECOND))
    stage.files(wave, garda(), WeekReturn(stage.SECOND, Looked.NOT_LOOKED))
    found = api.coverage(wave, stage.TODAY)
    assert found is not None
    return found


def test_every_line_has_a_cell_for_every_week() -> None:
    found = grid()
    assert found.weeks == (stage.FIRST, stage.SECOND, stage.THIRD)
    said = {line.participant.agency: [cell.words for cell in line.cells] for line in found.lines}
    assert said == {
        "cleveland": ["no return", "looked and found nothing", "no return"],
        "durham": ["looked and found nothing", "looked and found something", "no return"],
        "garda": ["not taking part", "did not look", "no return"],
    }


def test_who_is_silent_and_who_last_looked() -> None:
    found = grid()
    assert [line.participant.agency for line in found.silent] == ["cleveland"]
    cleveland, durham, irish = found.lines
    assert (cleveland.missing, cleveland.next_week) == ((stage.FIRST,), stage.FIRST)
    assert (durham.missing, durham.next_week, durham.last_looked) == ((), stage.THIRD, stage.SECOND)
    assert irish.last_looked is None


def test_a_superseded_return_counts_no_more() -> None:
    assert grid().sums == Sums(premises_visited=3, people_found=4, arrests=1, hours=Decimal(0))


def test_what_each_return_adds_and_whose_area_it_is() -> None:
    found = grid()
    _, durham, _ = found.lines
    assert durham.weekly == {
        stage.FIRST: Sums(),
        stage.SECOND: Sums(premises_visited=3, people_found=4, arrests=1, hours=Decimal(0)),
    }
    assert set(found.areas) == {"cleveland", "durham", "garda"}


def test_agencies_are_counted_by_what_they_said_of_a_week() -> None:
    found = grid()
    assert found.last_full_week == stage.SECOND
    assert {status.value: found.in_week(stage.SECOND, status) for status in WeekStatus} == {
        "found": 1,
        "nil": 1,
        "not_looked": 1,
        "none": 0,
    }
    assert found.in_week(stage.FIRST, WeekStatus.NONE) == 1, "the Garda were not asked for the first week"


def test_the_number_of_queries_does_not_grow(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    found = grid()
    with django_assert_num_queries(2):
        api.coverage(found.wave.id, stage.TODAY)
    with django_assert_num_queries(1):
        assert api.coverage_of(found.wave, stage.TODAY) == found
    with django_assert_num_queries(2):
        api.participants(found.wave.id)
    stage.wave(stage.SECOND, None)
    with django_assert_num_queries(2):
        both = api.running(stage.TODAY)
    assert [one.wave.number for one in both] == [1, 2]
    assert both[0] == found
    assert found.asked_in(stage.FIRST) == 2


def test_before_the_wave_there_are_no_weeks() -> None:
    found = api.coverage(grid().wave.id, date(2007, 9, 1))
    assert found is not None
    assert (found.weeks, found.last_full_week) == ((), None)
    assert api.coverage(uuid4(), stage.TODAY) is None
