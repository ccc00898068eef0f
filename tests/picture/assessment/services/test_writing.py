"""Texts are kept save by save; two who write at once lose nothing."""

from collections.abc import Callable
from uuid import UUID

import pytest

from cast import durham_sergeant, national_analyst, statistician
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.operations.api import every_wave
from pentameter.picture.assessment.queries.texts import drafts, written
from pentameter.picture.assessment.rules.texts import LONGEST
from pentameter.picture.assessment.services.writing import TextChangedMeanwhile, write_text
from pentameter.picture.assessment.titles import TITLES
from pentameter.picture.models import AssessmentText
from picture import scene
from picture.assessment.ground import a_whole_wave
from tests.no_row_no_act import no_row_no_act


def _save(wave: UUID, body: str, version: int, by: Actor | None = None, section: str = "routes") -> None:
    write_text(wave_id=wave, section=section, body=body, version=version, by=by or national_analyst())


@pytest.mark.django_db
def test_every_save_is_kept_and_the_last_one_counts() -> None:
    wave = scene.a_wave().wave
    for number, body in enumerate(("First.", "Second.", "")):
        _save(wave, body, number)
    draft = drafts(wave)["routes"]
    assert [save.body for save in draft.saves] == ["", "Second.", "First."]
    assert (draft.version, draft.body, draft.authors) == (3, "", ("Esther Lindqvist",))
    assert written(wave) == (), "an empty text is none"


@pytest.mark.django_db
def test_who_comes_second_is_told_what_stands_now_and_overwrites_nothing() -> None:
    wave = scene.a_wave().wave
    _save(wave, "Mine.", 0)
    with pytest.raises(TextChangedMeanwhile) as meanwhile:
        _save(wave, "Theirs.", 0)
    assert meanwhile.value.conflict
    assert (meanwhile.value.current.body, meanwhile.value.current.version) == ("Mine.", 1)
    assert AssessmentText.objects.get().body == "Mine."
    _save(wave, "Theirs, having seen mine.", 1)
    assert [save.body for save in drafts(wave)["routes"].saves] == ["Theirs, having seen mine.", "Mine."]


@pytest.mark.django_db
@pytest.mark.parametrize("person", [durham_sergeant, statistician])
def test_readers_do_not_write(person: Callable[[], Actor]) -> None:
    with pytest.raises(Refused):
        _save(scene.a_wave().wave, "Words.", 0, person())
    assert not AssessmentText.objects.exists()


@pytest.mark.django_db
def test_only_sections_that_there_are_and_waves_that_there_are() -> None:
    wave = a_whole_wave().wave
    published = next(one.wave.id for one in every_wave() if one.wave.is_history)
    for of, section in ((wave, "treasure"), (UUID(int=7), "routes"), (published, "routes")):
        with pytest.raises(Refused) as refused:
            _save(of, "Words.", 0, section=section)
        assert refused.value.hidden


@pytest.mark.django_db
def test_what_cannot_be_kept_says_why() -> None:
    with pytest.raises(Refused, match="longer than"):
        _save(scene.a_wave().wave, "x" * (LONGEST + 1), 0)


def test_every_part_of_the_document_can_be_written_on() -> None:
    assert next(iter(TITLES)) == "summary"
    assert {"found", "looking", "reports", "places", "routes", "demand", "published", "national"} < set(TITLES)


@pytest.mark.django_db(transaction=True)
def test_no_row_no_text() -> None:
    wave = scene.a_wave().wave
    no_row_no_act(lambda: _save(wave, "Words.", 0))
