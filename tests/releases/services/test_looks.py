"""Who sees what of a release, and that each look leaves its row."""

import pytest

import cast
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.releases.rules.states import Step
from pentameter.releases.services.looks import preview, show_early, show_edition, show_releases
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_the_statistician_sees_true_counts_beside_and_the_auditor_does_not() -> None:
    edition = scene.described(scene.a_wave())
    assert show_edition(edition_id=edition, by=cast.statistician()).true is not None
    page = show_edition(edition_id=edition, by=cast.auditor())
    assert page.true is None
    assert page.safe
    assert [entry.detail for entry in Entry.objects.filter(event="release_shown").order_by("seq")] == [
        '{"true":true}',
        '{"true":false}',
    ]


def test_before_it_is_safe_an_auditor_sees_no_table() -> None:
    page = show_edition(edition_id=scene.begun(scene.a_wave()), by=cast.auditor())
    assert (page.true, page.safe) == (None, ())


def test_what_may_be_done_next_depends_on_who_looks() -> None:
    edition = scene.described(scene.a_wave())
    first = show_edition(edition_id=edition, by=cast.statistician()).may
    second = show_edition(edition_id=edition, by=cast.second_statistician()).may
    reader = show_edition(edition_id=edition, by=cast.auditor()).may
    assert (first[Step.SIGN].allowed, second[Step.SIGN].allowed) == (False, True)
    assert not any(one.allowed for one in reader.values())


def test_a_list_leaves_one_row() -> None:
    scene.begun(scene.a_wave())
    assert len(show_releases(by=cast.auditor()).lines) == 1
    assert not show_releases(by=cast.auditor()).may_prepare
    assert Entry.objects.filter(event="releases_shown").count() == 2


def test_the_preview_is_what_will_be_signed() -> None:
    edition = scene.described(scene.a_wave())
    before = preview(edition_id=edition, by=cast.second_statistician(), at=clock.now())
    scene.signed(edition)
    after = preview(edition_id=edition, by=cast.second_statistician(), at=clock.now())
    assert after.content.tables == before.content.tables
    assert after.digest == scene.row(edition).content_digest


def test_there_is_no_preview_before_it_is_safe() -> None:
    edition = scene.begun(scene.a_wave())
    with pytest.raises(Refused) as refusal:
        preview(edition_id=edition, by=cast.statistician(), at=clock.now())
    assert refusal.value.hidden


@pytest.mark.parametrize("person", [cast.editor, cast.national_analyst, cast.removals_officer, cast.moderator])
def test_others_see_nothing_of_how_it_is_made(person) -> None:
    edition = scene.begun(scene.a_wave())
    with pytest.raises(Refused):
        show_edition(edition_id=edition, by=person())
    with pytest.raises(Refused):
        show_releases(by=person())


def test_a_moderator_has_no_list_of_what_is_early() -> None:
    with pytest.raises(Refused):
        show_early(by=cast.moderator())
