"""The worker publishes what is due, and brings what the public side lacks."""

import pytest

from pentameter.releases import tasks
from pentameter.releases.models import Edition
from pentameter.releases.shelf.models import Shelved
from pentameter.releases.shelf.queries import latest
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_a_beat_publishes_what_is_due_and_a_second_changes_nothing() -> None:
    edition = scene.signed(scene.described(scene.a_wave()))
    tasks.publish()
    tasks.publish()
    assert [one.id for one in latest()] == [edition]


def test_a_beat_brings_what_the_public_side_lost() -> None:
    scene.published(scene.described(scene.a_wave()))
    Shelved.objects.all().delete()
    Edition.objects.update(brought=0)
    tasks.publish()
    assert len(latest()) == 1
