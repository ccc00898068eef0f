"""The system knows of itself whether anybody works and when the clocks were last looked at."""

import pytest

from decisions.ground import a_worker, protected, sound, stage
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.rules.screening.clearance import is_sound
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.models import Restoration
from pentameter.victims.rules.restored import LOST
from pentameter.victims.services.restoring import mark_restored
from pentameter.work.models import Worker

pytestmark = pytest.mark.django_db


def test_a_system_that_has_just_started_is_not_sure() -> None:
    assert not is_sound(soundness()).allowed
    a_worker()
    assert soundness().workers == 1
    assert soundness().looked_ahead_on is None
    assert not is_sound(soundness()).allowed


def test_with_a_worker_and_todays_look_it_is() -> None:
    with sound():
        assert is_sound(soundness()).allowed
        assert soundness().looked_ahead_on == clock.today()
        Worker.objects.all().delete()
        assert not is_sound(soundness()).allowed


def test_after_a_restore_it_is_not_until_two_people_have_confirmed() -> None:
    with sound():
        mark_restored(stands_for=clock.now(), by=SYSTEM)
        assert is_sound(soundness()).reason == LOST
        Restoration.objects.update(first_by="a", second_by="b", second_at=clock.now())
        assert is_sound(soundness()).allowed


def test_it_knows_the_mark_of_holds() -> None:
    stage()
    before = soundness().mark
    protected()
    assert soundness().mark == before + 1
