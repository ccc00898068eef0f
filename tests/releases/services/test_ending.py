"""Corrections, withdrawals, and what is given up."""

from dataclasses import replace
from datetime import timedelta

import pytest

import cast
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.releases.queries.rows import known_to_all
from pentameter.releases.rules.states import State
from pentameter.releases.services.bringing import bring_all, unbrought
from pentameter.releases.services.ending import abandon, withdraw
from pentameter.releases.services.freezing import begin_correction
from pentameter.releases.services.loading import NotYet
from pentameter.releases.shelf.models import ShelvedFile
from pentameter.releases.shelf.queries import latest, on_show
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)
CORRECTED = replace(scene.WORDS, changed="A week of Durham's was missing.")


def _withdrawn(edition) -> None:
    withdraw(
        edition_id=edition,
        because="A week was counted twice.",
        revision=scene.revision(edition),
        by=cast.second_statistician(),
        at=clock.now(),
    )
    bring_all()


def _corrected(edition):
    made = begin_correction(edition_id=edition, by=cast.statistician(), at=clock.now())
    return scene.published(scene.ready(made, CORRECTED))


def test_a_correction_is_a_new_version_that_says_what_changed() -> None:
    first = scene.published(scene.described(scene.a_wave()))
    second = _corrected(first)
    assert (scene.row(first).state, scene.row(second).state) == (State.REPLACED, State.PUBLISHED)
    shown = on_show("people-found")
    assert shown is not None
    assert [(one.number, one.state, one.changed) for one in shown.versions] == [
        (2, "published", CORRECTED.changed),
        (1, "replaced", ""),
    ]
    earlier = on_show("people-found", 1)
    assert earlier is not None
    assert earlier.content is not None
    assert len(earlier.files) == len(shown.files)


def test_without_saying_what_changed_there_is_no_correction() -> None:
    first = scene.published(scene.described(scene.a_wave()))
    made = begin_correction(edition_id=first, by=cast.statistician(), at=clock.now())
    with pytest.raises(NotYet, match="say what changed"):
        scene.ready(made, scene.WORDS)


def test_withdrawn_the_figures_and_files_go_and_the_reason_stays() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    _withdrawn(edition)
    shown = on_show("people-found")
    assert shown is not None
    assert (shown.content, shown.files) == (None, ())
    assert shown.card.withdrawn_because == "A week was counted twice."
    assert not ShelvedFile.objects.exists()
    assert unbrought() == ()


def test_what_was_public_once_stays_known_to_the_attacker() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    before = known_to_all()
    _withdrawn(edition)
    assert known_to_all() == before != ()


def test_what_was_not_published_is_given_up_and_not_withdrawn() -> None:
    edition = scene.described(scene.a_wave())
    given = {"revision": scene.revision(edition), "by": cast.statistician(), "at": clock.now()}
    with pytest.raises(NotYet, match="Give it up instead"):
        withdraw(edition_id=edition, because="Wrong.", **given)
    abandon(edition_id=edition, because="Nobody asks for it.", **given)
    assert scene.row(edition).state == State.ABANDONED
    assert latest() == ()
    assert known_to_all() == ()


def test_a_reason_is_needed() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    given = {"revision": scene.revision(edition), "by": cast.statistician(), "at": clock.now()}
    with pytest.raises(NotYet, match="why it is withdrawn"):
        withdraw(edition_id=edition, because="", **given)


def test_nobody_else_withdraws() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    given = {"revision": scene.revision(edition), "at": clock.now() + timedelta(0)}
    with pytest.raises(Refused):
        withdraw(edition_id=edition, because="I wish so.", by=cast.editor(), **given)
