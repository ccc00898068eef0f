"""The words of a version, and the few who may see it before its time."""

from datetime import timedelta

import pytest

import cast
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.releases.queries.editions import early_readers
from pentameter.releases.services.describing import name_reader, strike_reader
from pentameter.releases.services.loading import NotYet
from pentameter.releases.services.looks import preview, show_early
from pentameter.releases.shelf.queries import on_show
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def _named(edition, person=cast.national_analyst) -> None:
    user = cast.in_database(person())
    name_reader(
        edition_id=edition,
        username=user.username,
        office="head of the national centre",
        because="Answers questions on the day.",
        by=cast.statistician(),
        at=clock.now(),
    )


def _early() -> object:
    edition = scene.described(scene.a_wave())
    _named(edition)
    return scene.signed(edition, at=clock.now() + timedelta(hours=1))


def test_who_is_named_sees_it_and_nobody_else() -> None:
    edition = _early()
    seen = preview(edition_id=edition, by=cast.national_analyst(), at=clock.now())
    assert seen.content.description == scene.WORDS
    for other in (cast.editor, cast.durham_sergeant, cast.prosecutor):
        with pytest.raises(Refused) as refusal:
            preview(edition_id=edition, by=other(), at=clock.now())
        assert refusal.value.hidden


def test_their_names_are_published_with_it() -> None:
    edition = scene.described(scene.a_wave())
    _named(edition)
    scene.published(edition)
    shown = on_show("people-found")
    assert shown is not None
    assert shown.content is not None
    assert shown.content.access == ("Esther Lindqvist, head of the national centre",)


def test_the_list_of_what_one_may_see_early() -> None:
    edition = _early()
    assert [one.id for one in show_early(by=cast.national_analyst())] == [edition]
    assert show_early(by=cast.editor()) == ()


def test_who_was_taken_off_sees_nothing_any_more() -> None:
    edition = scene.described(scene.a_wave())
    _named(edition)
    (reader,) = early_readers(edition)
    strike_reader(edition_id=edition, reader_id=reader.id, by=cast.statistician(), at=clock.now())
    with pytest.raises(Refused):
        preview(edition_id=edition, by=cast.national_analyst(), at=clock.now())


def test_the_list_is_part_of_what_was_signed() -> None:
    edition = _early()
    with pytest.raises(NotYet, match="before anybody signs"):
        _named(edition, cast.editor)


def test_only_who_has_an_account_and_a_role_that_may() -> None:
    edition = scene.described(scene.a_wave())
    with pytest.raises(NotYet, match="that role sees no release"):
        _named(edition, cast.removals_officer)
    with pytest.raises(NotYet, match="Nobody signs in here"):
        name_reader(
            edition_id=edition, username="nobody", office="x", because="y", by=cast.statistician(), at=clock.now()
        )
    _named(edition)
    with pytest.raises(NotYet, match="named already"):
        _named(edition)
