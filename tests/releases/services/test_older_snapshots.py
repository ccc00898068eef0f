"""A withdrawn consent or an erased case: an older snapshot is refused wherever it stands, and the page says why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

import cast
from pentameter.kernel import clock
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.states import State
from pentameter.releases.services.freezing import begin_correction, freeze_again
from pentameter.releases.services.loading import NotYet
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.shelf.models import Shelved
from pentameter.releases.shelf.queries import latest
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.rules.cases import CaseState
from public_door import BOTH
from releases import scene
from releases.people import refuses_to_be_counted, registered

pytestmark = pytest.mark.django_db(databases=BOTH)
CHOICE = Choice.REGISTERED_BY_AREA_AND_AGE
CORRECTED = replace(scene.WORDS, changed="Counted anew.")


def _erased(case: UUID) -> None:
    CaseKey.objects.filter(case_id=case).delete()
    Case.objects.filter(pk=case).update(state=CaseState.ERASED.value, identity=None, practical=None, whereabouts=None)


HAPPENS = pytest.mark.parametrize("happens", [refuses_to_be_counted, _erased])
Happens = Callable[[UUID], None]


def _at_its_time() -> tuple[UUID, ...]:
    return publish_due(at=clock.now() + timedelta(days=2))


@HAPPENS
def test_described_it_is_not_signed(happens: Happens) -> None:
    of = scene.a_wave()
    people = registered(of, 30)
    edition = scene.described(of, CHOICE)
    happens(people[0])
    with pytest.raises(NotYet, match="freeze them again"):
        scene.signed(edition)


@HAPPENS
def test_signed_for_tomorrow_it_does_not_appear_tomorrow(happens: Happens) -> None:
    of = scene.a_wave()
    people = registered(of, 30)
    edition = scene.signed(scene.described(of, CHOICE), at=clock.now() + timedelta(days=1))
    happens(people[0])
    assert _at_its_time() == ()
    assert scene.row(edition).state == State.OVERTAKEN
    assert (latest(), Shelved.objects.count()) == ((), 0)


@HAPPENS
def test_a_correction_does_not_appear_and_what_was_public_stays_as_it_was(happens: Happens) -> None:
    of = scene.a_wave()
    people = registered(of, 30)
    first = scene.published(scene.described(of, CHOICE))
    made = begin_correction(edition_id=first, by=cast.statistician(), at=clock.now())
    scene.signed(scene.ready(made, CORRECTED), at=clock.now() + timedelta(days=1))
    happens(people[0])
    assert _at_its_time() == ()
    assert (scene.row(first).state, scene.row(made).state) == (State.PUBLISHED, State.OVERTAKEN)
    assert [one.number for one in latest()] == [1]


@HAPPENS
def test_the_page_says_so_and_frozen_again_it_can_go_its_way(client: Client, happens: Happens) -> None:
    of = scene.a_wave()
    people = registered(of, 30)
    edition = scene.signed(scene.described(of, CHOICE), at=clock.now() + timedelta(days=1))
    happens(people[0])
    _at_its_time()
    cast.sign_in(client, cast.statistician())
    said = client.get(f"/releases/{edition}/").content.decode()
    assert "somebody withdrew consent to be counted, or a case was erased" in said
    again = cast.post(client, f"/releases/{edition}/sign/", {"revision": scene.revision(edition)})
    assert again.status_code != 302
    now, revision = clock.now(), scene.revision(edition)
    freeze_again(edition_id=edition, revision=revision, by=cast.statistician(), at=now)
    scene.published(scene.ready(edition))
    assert [one.id for one in latest()] == [edition]
