"""The picture's totals for the terminal are the picture's own."""

import pytest

from pentameter.config import figures
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api as operations
from pentameter.picture import api as pictures


@pytest.fixture
def wave_id(db):
    operations.create_operation(slug="trial", name="Trial", purpose="", by=SYSTEM)
    return operations.create_wave(operation="trial", plan=operations.WavePlan("First wave", clock.today()), by=SYSTEM)


@pytest.mark.django_db
def test_every_wave_that_is_not_history_has_its_totals(wave_id):
    operations.load_published_results(by=SYSTEM)
    assert [title for title, _ in figures.totals()] == ["Trial, First wave"]


@pytest.mark.django_db
def test_the_figures_are_the_pictures_own(wave_id):
    wanted = pictures.totals(wave_id, today=clock.today())
    assert figures.as_dict(wave_id)["reports"] == wanted.reports
    [(_, rows)] = figures.totals(wave_id)
    assert rows == [(label, f"{value:,}") for label, value in wanted.rows()]
