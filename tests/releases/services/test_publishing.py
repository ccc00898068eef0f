"""A release from its freezing to the public database, and what stops it on the way."""

from datetime import timedelta

import pytest

import cast
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.states import State
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.shelf.models import Shelved
from pentameter.releases.shelf.queries import file_of, latest, on_show
from public_door import BOTH
from releases import scene
from releases.people import refuses_to_be_counted, registered

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_a_signed_release_appears_at_its_time_and_not_before() -> None:
    edition = scene.described(scene.a_wave())
    at = clock.now() + timedelta(hours=2)
    scene.signed(edition, at=at)
    assert publish_due(at=at - timedelta(seconds=1)) == ()
    assert latest() == ()
    assert publish_due(at=at) == (edition,)
    shown = on_show("people-found")
    assert shown is not None
    assert shown.content is not None
    assert shown.card.published_at == at
    assert scene.row(edition).state == State.PUBLISHED
    assert Entry.objects.filter(event="release_published").count() == 1


def test_what_appears_is_what_was_signed_with_all_its_files() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    shown = on_show("people-found", 1)
    assert shown is not None
    assert shown.content is not None
    assert shown.card.digest == scene.row(edition).content_digest
    kinds = [one.name.rpartition(".")[2] for one in shown.files]
    assert kinds == ["html", "xlsx", "csv", "json", "json", "zip"]
    for card in shown.files:
        file = file_of("people-found", 1, card.name)
        assert file is not None
        assert (file.digest, len(file.body)) == (card.digest, card.size)


def test_no_small_count_is_in_what_appears() -> None:
    scene.published(scene.described(scene.a_wave()))
    shown = on_show("people-found")
    assert shown is not None
    assert shown.content is not None
    (table,) = shown.content.tables
    assert table.withheld
    assert not [value for value in table.values if value is not None and 0 < value < scene.THRESHOLD]


def test_a_second_time_brings_nothing_new() -> None:
    scene.published(scene.described(scene.a_wave()))
    before = Shelved.objects.values_list("revision", "digest").get()
    assert publish_due(at=clock.now() + timedelta(hours=1)) == ()
    assert Shelved.objects.values_list("revision", "digest").get() == before


def test_somebody_who_withdraws_from_being_counted_stops_it() -> None:
    of = scene.a_wave()
    people = registered(of, 30)
    edition = scene.signed(scene.described(of, Choice.REGISTERED_BY_AREA_AND_AGE))
    refuses_to_be_counted(people[0])
    assert publish_due(at=clock.now() + timedelta(seconds=1)) == ()
    row = scene.row(edition)
    assert row.state == State.OVERTAKEN
    assert "withdrew consent" in row.ended_because
    assert latest() == ()
    assert (row.signed_by, row.content) == ("", "")


def test_a_text_that_was_changed_after_the_signature_is_not_published() -> None:
    edition = scene.signed(scene.described(scene.a_wave()))
    row = scene.row(edition)
    row.content = row.content.replace("north", "south")
    row.save()
    assert publish_due(at=clock.now() + timedelta(seconds=1)) == ()
    assert scene.row(edition).state == State.OVERTAKEN
    assert cast.statistician().id in scene.row(edition).writers.values_list("person", flat=True)
