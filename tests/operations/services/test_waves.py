"""Changing a wave, and losing nobody's change."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection

from cast import durham_constable, national_analyst
from operations import stage
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.operations import api
from pentameter.operations.services.operations import WavePlan
from pentameter.operations.services.waves import WaveChangedMeanwhile, change_wave

LATER = WavePlan("Demo wave, longer", stage.STARTS, date(2008, 4, 30), "Extended by a month.")


@pytest.mark.django_db
def test_a_change_raises_the_version_and_is_recorded() -> None:
    wave = stage.wave()
    assert change_wave(wave_id=wave, plan=LATER, version=1, by=national_analyst()) == 2
    now = api.wave(wave)
    assert now is not None
    assert (now.name, now.ends_on, now.note, now.version) == (LATER.name, LATER.ends_on, LATER.note, 2)
    assert Entry.objects.get(event="wave_changed").subject_id == str(wave)


@pytest.mark.django_db
def test_who_comes_second_is_shown_what_the_first_one_saved() -> None:
    wave = stage.wave()
    change_wave(wave_id=wave, plan=LATER, version=1, by=national_analyst())
    with pytest.raises(WaveChangedMeanwhile) as meanwhile:
        change_wave(wave_id=wave, plan=WavePlan("Mine", stage.STARTS), version=1, by=national_analyst())
    assert meanwhile.value.current.name == LATER.name
    assert Entry.objects.filter(event="wave_changed").count() == 1


@pytest.mark.django_db
def test_dates_cannot_leave_a_filed_week_outside() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    stage.files(wave, durham_constable(), stage.nil(stage.FIRST))
    with pytest.raises(Refused, match="1 October 2007"):
        change_wave(wave_id=wave, plan=WavePlan("Later", date(2007, 10, 8)), version=1, by=national_analyst())


@pytest.mark.django_db
def test_others_may_not_and_unknown_waves_are_hidden() -> None:
    wave = stage.wave()
    with pytest.raises(Refused):
        change_wave(wave_id=wave, plan=LATER, version=1, by=durham_constable())
    with pytest.raises(Refused) as refusal:
        change_wave(wave_id=uuid4(), plan=LATER, version=1, by=national_analyst())
    assert refusal.value.hidden


@pytest.mark.django_db(transaction=True)
def test_two_people_change_one_wave_at_once_and_one_is_told() -> None:
    wave = stage.wave()
    together = Barrier(2)

    def change(name: str, of: UUID = wave) -> str:
        together.wait()
        try:
            change_wave(wave_id=of, plan=WavePlan(name, stage.STARTS), version=1, by=national_analyst())
        except WaveChangedMeanwhile as meanwhile:
            return f"told of {meanwhile.current.name}"
        finally:
            connection.close()
        return f"saved {name}"

    with ThreadPoolExecutor(2) as pool:
        outcome = sorted(pool.map(change, ["hers", "his"]))
    assert outcome in (["saved hers", "told of hers"], ["saved his", "told of his"])
