"""The words of what is released are checked, too: before the signature, at its time, and ever after."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

import cast
from decisions.ground import protected
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.releases.models import Edition
from pentameter.releases.queries.editions import taken_off
from pentameter.releases.rules.states import State
from pentameter.releases.services.bringing import bring_all
from pentameter.releases.services.ending import withdraw
from pentameter.releases.services.freezing import begin_correction
from pentameter.releases.services.loading import NotYet
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.services.rechecking import recheck
from pentameter.releases.services.wording import NAMES
from pentameter.releases.shelf.models import Shelved, ShelvedFile
from pentameter.victims.models import CaseKey
from public_door import BOTH, public_door
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)
NAMING_HER = replace(scene.WORDS, summary="Zorana Testova told us how it was.")


def _named(words: object = NAMING_HER) -> UUID:
    """A release whose words name somebody of whom nobody knows yet."""
    assert isinstance(words, type(scene.WORDS))
    return scene.ready(scene.begun(scene.a_wave()), words)


def _stands(edition: UUID) -> str:
    return str(Edition.objects.get(pk=edition).state)


def test_it_is_not_signed_when_its_words_name_somebody() -> None:
    edition = _named()
    protected()
    with pytest.raises(NotYet, match="who or where somebody protected is"):
        scene.signed(edition)


def test_signed_and_waiting_it_is_not_published_when_she_is_protected_meanwhile() -> None:
    edition = scene.signed(_named())
    protected()
    assert publish_due(at=clock.now() + timedelta(seconds=1)) == ()
    row = scene.row(edition)
    assert (row.state, row.ended_because, row.signed_by) == (State.OVERTAKEN, NAMES, "")
    assert not Shelved.objects.exists()


def test_while_not_everyone_can_be_asked_about_it_waits_and_keeps_its_signature() -> None:
    edition = scene.signed(scene.described(scene.a_wave()))
    protected()
    CaseKey.objects.update(wrapped=b"of another installation")
    assert publish_due(at=clock.now() + timedelta(seconds=1)) == ()
    assert _stands(edition) == State.SIGNED.value


def test_what_is_public_is_withdrawn_and_nobody_is_told_why() -> None:
    edition = scene.published(_named())
    protected()
    assert recheck(by=SYSTEM) == 1
    bring_all()
    shelved = Shelved.objects.get(pk=edition)
    assert (shelved.state, shelved.content, shelved.title) == ("withdrawn", "", "A release that was withdrawn")
    assert shelved.withdrawn_because == "It is being looked at again."
    assert not ShelvedFile.objects.exists()
    with public_door() as browser:
        for place in ("/statistics/", "/statistics/people-found/", "/statistics/people-found/versions/1/"):
            said = browser.get(place).content.decode()
            assert "Testova" not in said
            assert "protected" not in said.partition("<main")[2].partition("</main")[0]


def test_an_earlier_version_is_withdrawn_too() -> None:
    first = scene.published(_named())
    made = begin_correction(edition_id=first, by=cast.statistician(), at=clock.now())
    second = scene.published(scene.ready(made, replace(scene.WORDS, changed="A sentence was taken out.")))
    protected()
    assert recheck(by=SYSTEM) == 1
    assert (_stands(first), _stands(second)) == (State.WITHDRAWN.value, State.PUBLISHED.value)


def test_statisticians_are_asked_to_correct_it(client: Client) -> None:
    edition = scene.published(_named())
    protected()
    recheck(by=SYSTEM)
    assert taken_off() == 1
    cast.sign_in(client, cast.statistician())
    assert "The check withdrew it" in client.get(f"/releases/{edition}/").content.decode()
    assert "that the check withdrew" in client.get("/").content.decode()
    begin_correction(edition_id=edition, by=cast.statistician(), at=clock.now())
    assert taken_off() == 0


def test_what_names_nobody_stays_and_is_not_asked_about_again() -> None:
    scene.published(scene.described(scene.a_wave()))
    protected()
    assert recheck(by=SYSTEM) == 0
    before = Entry.objects.filter(event="naming_checked").count()
    assert recheck(by=SYSTEM) == 0
    assert Entry.objects.filter(event="naming_checked").count() == before


def test_a_reason_for_a_withdrawal_names_nobody() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    protected()
    given = {"revision": scene.revision(edition), "by": cast.second_statistician(), "at": clock.now()}
    with pytest.raises(NotYet, match="who or where somebody protected is"):
        withdraw(edition_id=edition, because="Zorana Testova asked us to.", **given)
