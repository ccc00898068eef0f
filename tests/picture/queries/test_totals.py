"""The totals for the terminal."""

from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from intelligence import many
from pentameter.intelligence.models import Report
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.picture import api
from picture import scene

pytestmark = pytest.mark.django_db


def test_totals_are_over_everything(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    of = scene.whole()
    many.waiting_row(of.wave, "durham")
    with django_assert_num_queries(3):
        found = api.totals(of.wave, today=clock.today())
    assert (found.reports, found.quarantined, sum(found.themes.values())) == (300, 1, 300)
    assert (found.people_found, found.premises_visited, found.arrests) == (6, 11, 7)
    assert (found.agencies, found.looked, found.nil_returns, found.silent) == (12, 5, 4, 6)
    assert found.areas == Report.objects.exclude(area="").values("area").distinct().count()


def test_rows_are_labels_with_numbers() -> None:
    found = api.totals(scene.whole().wave, today=clock.today())
    rows = dict(found.rows())
    assert next(iter(rows)) == "Reports"
    assert rows["Reports"] == 300
    assert all(isinstance(value, int) for value in rows.values())
    assert list(found.themes.values()) == sorted(found.themes.values(), reverse=True)


def test_a_wave_that_never_was_has_no_totals() -> None:
    with pytest.raises(Refused):
        api.totals(uuid4(), today=clock.today())
