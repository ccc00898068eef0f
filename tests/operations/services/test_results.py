"""The published figures of both waves."""

import pytest

from cast import durham_constable, national_analyst
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.operations import api

pytestmark = pytest.mark.django_db


def test_the_figures_are_loaded_once() -> None:
    assert api.load_published_results(by=SYSTEM) == 22
    assert api.load_published_results(by=national_analyst()) == 22
    assert Entry.objects.filter(event="results_loaded").count() == 1


def test_both_sources_of_the_second_wave_stand_side_by_side() -> None:
    api.load_published_results(by=SYSTEM)
    page = api.results("pentameter-published")
    assert page is not None
    first, second = page.waves
    assert first.disagreements == ()
    said = {one.about: one.sentence for one in second.disagreements}
    arrests = "528 arrests (release of 2 July 2008); 406 suspects arrested (paper of February 2009)."
    assert said["people arrested"] == arrests
    assert [figure.value for figure in second.disagreements[0].figures] == [167, 164, 5]


def test_history_is_marked_and_its_dates_are_to_confirm() -> None:
    api.load_published_results(by=SYSTEM)
    for wave in api.waves_of("pentameter-published"):
        assert wave.is_history
        assert "to confirm" in wave.note
        assert api.published(wave.id)


def test_others_may_not_load_history() -> None:
    with pytest.raises(Refused):
        api.load_published_results(by=durham_constable())
