"""On the shelf an older revision never overwrites a newer one."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from pentameter.kernel.ids import new_id
from pentameter.releases.shelf.files import File
from pentameter.releases.shelf.freezing import Altered, digest, freeze
from pentameter.releases.shelf.models import Shelved, ShelvedFile
from pentameter.releases.shelf.queries import file_of, latest, on_show
from pentameter.releases.shelf.services import OnShelf, put
from public_door import BOTH
from releases.scene import content

pytestmark = pytest.mark.django_db(databases=BOTH)
FILE = File("people-found-v1.csv", "CSV", "text/csv", b"a,b\r\n")


def one_on_shelf(number: int = 1, revision: int = 1, **other: Any) -> OnShelf:
    text = freeze(content(number=number))
    made = OnShelf(
        id=new_id(),
        release=new_id(),
        slug="people-found",
        number=number,
        title="People found",
        state="published",
        as_of=content().as_of,
        published_at=content().published_at + timedelta(days=number),
        withdrawn_at=None,
        withdrawn_because="",
        content=text,
        digest=digest(text),
        revision=revision,
        files=(FILE,),
    )
    return replace(made, **other)


def test_it_stands_there_with_its_files() -> None:
    assert put(one_on_shelf())
    shown = on_show("people-found")
    assert shown is not None
    assert shown.content == content()
    assert [one.name for one in shown.files] == [FILE.name]
    assert file_of("people-found", 1, FILE.name) == FILE


def test_an_older_revision_changes_nothing() -> None:
    one = one_on_shelf(revision=3)
    put(one)
    assert not put(replace(one, revision=2, title="Older"))
    assert not put(replace(one, title="Again"))
    assert Shelved.objects.get().title == "People found"


def test_a_later_revision_without_files_keeps_those_that_are_there() -> None:
    one = one_on_shelf()
    put(one)
    assert put(replace(one, revision=2, state="replaced", files=None))
    assert ShelvedFile.objects.count() == 1


def test_the_latest_version_of_each_release_stands_in_the_list() -> None:
    put(one_on_shelf())
    put(one_on_shelf(number=2))
    put(replace(one_on_shelf(), slug="other"))
    assert {(one.slug, one.number) for one in latest()} == {("people-found", 2), ("other", 1)}


def test_a_text_or_a_file_that_was_changed_is_not_shown() -> None:
    put(one_on_shelf())
    ShelvedFile.objects.update(body=b"other")
    with pytest.raises(Altered):
        file_of("people-found", 1, FILE.name)
    Shelved.objects.update(content="{}")
    with pytest.raises(Altered):
        on_show("people-found")


def test_what_was_never_there_is_nothing() -> None:
    put(one_on_shelf())
    assert on_show("nothing") is None
    assert on_show("people-found", 7) is None
    assert file_of("people-found", 1, "other.csv") is None
