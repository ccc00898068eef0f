"""What is expected of an agency, and what it said."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import durham_constable, durham_sergeant
from operations import stage
from pentameter.operations.queries.agency import agency_in_wave, current_return, duties

pytestmark = pytest.mark.django_db


def test_a_running_wave_expects_this_week_and_those_before(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    stage.files(wave, durham_constable(), stage.nil(stage.SECOND))
    with django_assert_num_queries(2):
        (duty,) = duties("durham", stage.TODAY)
    assert duty.due_now
    assert duty.overdue == (stage.FIRST,)
    assert [cell.week for cell in duty.open_weeks] == [stage.THIRD, stage.SECOND, stage.FIRST]


def test_nothing_is_due_once_the_week_is_filed() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham", since=stage.THIRD)
    stage.files(wave, durham_constable(), stage.nil(stage.THIRD))
    (duty,) = duties("durham", stage.TODAY)
    assert (duty.due_now, duty.overdue) == (False, ())


def test_an_ended_wave_waits_28_days_and_running_waves_come_first() -> None:
    ended = stage.wave()
    running = stage.wave(stage.ENDS + timedelta(days=1), None)
    stage.joins(ended, "durham")
    stage.joins(running, "durham", since=stage.ENDS + timedelta(days=1))
    assert [one.wave.id for one in duties("durham", date(2008, 4, 28))] == [running, ended]
    assert [one.wave.id for one in duties("durham", date(2008, 4, 29))] == [running]
    assert duties("kent", date(2008, 4, 28)) == ()


def test_everything_an_agency_said_is_kept_in_sight(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    stage.files(wave, durham_constable(), stage.found(stage.FIRST))
    stage.files(wave, durham_sergeant(), stage.nil(stage.FIRST))
    with django_assert_num_queries(4):
        found = agency_in_wave(wave, "durham", stage.TODAY)
    assert found is not None
    now, before = found.returns
    assert (now.said, now.superseded_at) == (stage.nil(stage.FIRST), None)
    assert before.said == stage.found(stage.FIRST)
    assert before.superseded_at is not None
    assert current_return(wave, "durham", stage.FIRST) == now
    assert current_return(wave, "durham", stage.SECOND) is None


def test_an_agency_that_never_took_part_has_no_page() -> None:
    assert agency_in_wave(stage.wave(), "durham", stage.TODAY) is None
