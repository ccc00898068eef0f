"""Between the doors: brought as often as it takes, and never an older over a newer."""

import pytest
from django.db import DatabaseError, connections

from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.releases.models import Edition
from pentameter.releases.services.bringing import bring, bring_all, bring_all_again, unbrought
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.shelf.freezing import Altered
from pentameter.releases.shelf.models import Shelved, ShelvedFile
from pentameter.releases.shelf.queries import latest
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)
_SHUT = "ALTER TABLE shelf_shelved RENAME TO shelf_shut"
_OPEN = "ALTER TABLE shelf_shut RENAME TO shelf_shelved"


def _do(statement: str) -> None:
    with connections["public"].cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(databases=BOTH, transaction=True)
def test_while_the_public_side_does_not_answer_nothing_is_shown_and_nothing_is_lost() -> None:
    edition = scene.signed(scene.described(scene.a_wave()))
    _do(_SHUT)
    try:
        with pytest.raises(DatabaseError):
            publish_due(at=clock.now())
    finally:
        _do(_OPEN)
    assert (latest(), unbrought()) == ((), (edition,))
    bring_all()
    assert [one.id for one in latest()] == [edition]
    assert unbrought() == ()


def test_what_the_public_side_lost_is_brought_again() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    files = ShelvedFile.objects.count()
    Shelved.objects.all().delete()
    assert unbrought() == ()
    for _ in range(2):
        bring_all_again()
        assert [one.id for one in latest()] == [edition]
        assert ShelvedFile.objects.count() == files


def test_one_that_cannot_be_brought_does_not_hinder_the_next() -> None:
    of = scene.a_wave()
    first, second = scene.published(scene.described(of)), scene.published(scene.described(of, slug="again"))
    Shelved.objects.all().delete()
    Edition.objects.update(brought=0)
    Edition.objects.filter(pk=first).update(content="{}")
    with pytest.raises(Altered):
        bring_all()
    assert [one.id for one in latest()] == [second]
    assert unbrought() == (first,)


def test_brought_twice_it_stands_there_once() -> None:
    edition = scene.published(scene.described(scene.a_wave()))
    before = list(ShelvedFile.objects.order_by("place").values_list("name", "digest"))
    Edition.objects.update(brought=0)
    bring(edition_id=edition)
    assert Shelved.objects.count() == 1
    assert list(ShelvedFile.objects.order_by("place").values_list("name", "digest")) == before
    assert unbrought() == ()


def test_the_record_names_every_file_by_its_digest() -> None:
    scene.published(scene.described(scene.a_wave()))
    detail = Entry.objects.get(event="release_brought").detail
    for name, digest in ShelvedFile.objects.values_list("name", "digest"):
        assert f'"{name}":"{digest}"' in detail.replace(" ", "")
