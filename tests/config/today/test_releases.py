"""What of releases waits for a statistician today."""

import pytest

import cast
from pentameter.config.today import home_page
from pentameter.config.today.releases import of_releases
from pentameter.kernel import clock
from pentameter.releases.rules.choices import Choice
from pentameter.releases.services.publishing import publish_due
from public_door import BOTH
from releases import scene
from releases.people import refuses_to_be_counted, registered

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_nothing_waits_before_there_is_anything() -> None:
    assert list(of_releases()) == []


def test_a_signature_waits_for_a_second_person() -> None:
    scene.described(scene.a_wave())
    acts = [task.act for task in home_page(cast.second_statistician(), clock.today()).tasks]
    assert acts == ["1 release waits for the signature of a second person"]
    assert not [task for task in home_page(cast.auditor(), clock.today()).tasks if "signature" in task.act]


def test_what_was_overtaken_waits_to_be_frozen_again() -> None:
    of = scene.a_wave()
    people = registered(of, 30)
    scene.signed(scene.described(of, Choice.REGISTERED_BY_AREA_AND_AGE))
    refuses_to_be_counted(people[0])
    publish_due(at=clock.now())
    assert [act for act, *_ in of_releases()] == ["Freeze the figures of 1 release again"]
