"""Parts and returns in one query, whatever is empty."""

from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import durham_constable
from operations import stage
from pentameter.operations.models import Participation, Return
from pentameter.operations.queries.rows import Said, WaveRows, wave_rows

pytestmark = pytest.mark.django_db


def test_rows_are_those_of_the_tables(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    wave, other = stage.wave(), stage.wave()
    stage.joins(wave, "durham", plan="Visits on Fridays.")
    stage.joins(other, "cleveland")
    stage.files(wave, durham_constable(), stage.found(stage.SECOND))
    stage.files(wave, durham_constable(), stage.nil(stage.FIRST))
    stage.files(wave, durham_constable(), stage.found(stage.FIRST))
    with django_assert_num_queries(1):
        found = wave_rows([wave, other])
    assert found[wave].parts == {"durham": list(Participation.objects.filter(wave=wave))}
    assert found[wave].parts["durham"][0].plan == "Visits on Fridays."
    current = Return.objects.filter(wave=wave, superseded_at=None).order_by("week")
    said = [
        Said(row.week, row.looked, row.premises_visited, row.people_found, row.arrests, row.hours) for row in current
    ]
    assert [one.week for one in said] == [stage.FIRST, stage.SECOND]
    assert found[wave].returns == {"durham": said}
    assert (found[other].names, found[other].returns) == ({"cleveland": "Cleveland"}, {})
    assert wave_rows([wave, wave]) == {wave: found[wave]}


def test_waves_without_rows() -> None:
    nobody = uuid4()
    assert wave_rows([nobody]) == {nobody: WaveRows()}
    assert wave_rows([]) == {}
