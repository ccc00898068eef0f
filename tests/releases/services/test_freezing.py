"""Figures are frozen with a digest, sealed, and counted anew only by an act."""

import pytest

import cast
from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.releases.models import Edition
from pentameter.releases.queries.rows import truth_of
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.states import State
from pentameter.releases.services.freezing import Plan, begin_correction, begin_release, freeze_again
from pentameter.releases.services.loading import EditionChangedMeanwhile, NotYet
from picture import scene as picture
from public_door import BOTH
from releases import scene

pytestmark = pytest.mark.django_db(databases=BOTH)


def test_the_true_tables_are_sealed_and_open_again_as_they_were() -> None:
    of = scene.a_wave()
    row = scene.row(scene.begun(of))
    (table,) = truth_of(row).tables
    assert table.cells["Durham Constabulary", "Whole wave"] == 20 + 21 + 22 + 23 + 24
    assert b"Durham" not in bytes(row.sealed)
    assert row.state == State.FROZEN


def test_the_same_figures_frozen_twice_have_two_digests() -> None:
    """So that nobody finds small counts by trying."""
    of = scene.a_wave()
    one, other = scene.row(scene.begun(of)), scene.row(scene.begun(of, slug="again"))
    assert truth_of(one).tables == truth_of(other).tables
    assert one.digest != other.digest


def test_what_is_counted_later_is_not_in_it() -> None:
    of = scene.a_wave()
    edition = scene.begun(of)
    picture.said(of, "durham", 5, "found", people=50)
    assert truth_of(scene.row(edition)).tables[0].cells["Durham Constabulary", "Whole wave"] == 110
    freeze_again(edition_id=edition, revision=1, by=cast.second_statistician(), at=clock.now())
    assert truth_of(scene.row(edition)).tables[0].cells["Durham Constabulary", "Whole wave"] == 160


def test_frozen_again_it_has_to_be_made_safe_again_and_its_words_stay() -> None:
    edition = scene.described(scene.a_wave())
    freeze_again(edition_id=edition, revision=scene.revision(edition), by=cast.statistician(), at=clock.now())
    row = scene.row(edition)
    assert (row.state, row.safe, row.found, row.union) == (State.FROZEN, "", "", None)
    assert "north" in row.words


def test_who_saw_an_older_revision_changes_nothing() -> None:
    edition = scene.described(scene.a_wave())
    with pytest.raises(EditionChangedMeanwhile):
        freeze_again(edition_id=edition, revision=1, by=cast.statistician(), at=clock.now())
    assert scene.row(edition).state == State.DESCRIBED


def test_a_table_of_a_wave_needs_the_wave() -> None:
    scene.a_wave()
    plan = Plan("Found", "found", (Choice.FOUND_BY_AREA_AND_WEEK,))
    with pytest.raises(NotYet, match="Choose the wave"):
        begin_release(plan=plan, by=cast.statistician(), at=clock.now())


def test_an_address_is_given_once() -> None:
    of = scene.a_wave()
    scene.begun(of)
    with pytest.raises(NotYet, match="Choose another one"):
        scene.begun(of)
    assert Edition.objects.count() == 1


def test_only_what_was_published_is_corrected_and_once_at_a_time() -> None:
    edition = scene.described(scene.a_wave())
    with pytest.raises(NotYet, match="Only what was published"):
        begin_correction(edition_id=edition, by=cast.statistician(), at=clock.now())
    scene.published(edition)
    begin_correction(edition_id=edition, by=cast.statistician(), at=clock.now())
    with pytest.raises(NotYet, match="in hand"):
        begin_correction(edition_id=edition, by=cast.statistician(), at=clock.now())


@pytest.mark.parametrize("person", [cast.auditor, cast.editor, cast.national_analyst, cast.removals_officer])
def test_nobody_else_begins_one(person) -> None:
    of = scene.a_wave()
    with pytest.raises(Refused):
        begin_release(plan=scene.plan(of), by=person(), at=clock.now())


def test_no_row_no_release() -> None:
    of = scene.a_wave()
    no_row_no_act(lambda: scene.begun(of))
