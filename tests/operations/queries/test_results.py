"""Published figures, wave by wave."""

import pytest
from pytest_django import DjangoAssertNumQueries

from operations import stage
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api

pytestmark = pytest.mark.django_db


def test_figures_by_wave_in_three_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    api.load_published_results(by=SYSTEM)
    with django_assert_num_queries(3):
        page = api.results("pentameter-published")
    assert page is not None
    assert [len(one.figures) for one in page.waves] == [4, 18]
    assert page.waves[0].figures[0].value == 515
    with django_assert_num_queries(1):
        assert api.published(page.waves[1].wave.id) == page.waves[1].figures


def test_an_operation_without_published_figures_has_no_waves_here() -> None:
    stage.wave()
    page = api.results(stage.OPERATION)
    assert page is not None
    assert page.waves == ()
    assert api.results("no-such") is None


def test_every_wave_with_its_figures_in_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    api.load_published_results(by=SYSTEM)
    mine = stage.wave()
    with django_assert_num_queries(1):
        found = api.every_wave()
    assert [one.wave.is_history for one in found] == [False, True, True], "history comes last"
    assert (found[0].wave, found[0].figures) == (api.wave(mine), ())
    page = api.results("pentameter-published")
    assert page is not None
    assert found[1:] == page.waves
