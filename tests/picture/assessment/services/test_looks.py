"""Who may look at the assessment and carry it away, and what is remembered of it."""

import json
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from cast import auditor, caseworker, durham_constable, durham_sergeant, national_analyst, prosecutor, statistician
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.picture.assessment.files import FileKind
from pentameter.picture.assessment.services import looks
from pentameter.picture.assessment.services.writing import write_text
from picture import scene
from picture.assessment.ground import a_whole_wave, made
from tests.no_row_no_act import no_row_no_act

READERS = (national_analyst, durham_sergeant, statistician)
REFUSED = (durham_constable, caseworker, prosecutor, auditor)


@pytest.mark.django_db
@pytest.mark.parametrize("reader", READERS)
def test_readers_see_versions_and_only_writers_see_drafts(reader: Callable[[], Actor]) -> None:
    of = scene.a_wave()
    write_text(wave_id=of.wave, section="summary", body="A draft.", version=0, by=national_analyst())
    one = made(of)
    found = looks.show_desk(wave_id=None, by=reader(), today=clock.today())
    assert [card.id for card in found.versions] == [one]
    assert (found.may_make, bool(found.drafts)) == ((True, True) if reader is national_analyst else (False, False))
    assert looks.show_version(version_id=one, by=reader()).card.id == one


@pytest.mark.django_db
@pytest.mark.parametrize("person", REFUSED)
def test_all_others_are_refused(person: Callable[[], Actor]) -> None:
    of = scene.a_wave()
    one = made(of)
    acts: tuple[Callable[[], object], ...] = (
        lambda: looks.show_desk(wave_id=of.wave, by=person(), today=clock.today()),
        lambda: looks.show_version(version_id=one, by=person()),
        lambda: looks.show_text(wave_id=of.wave, section="summary", by=person()),
        lambda: looks.copy_version(version_id=one, kind=FileKind.HTML, by=person()),
        lambda: looks.compare_versions(before=one, after=one, by=person()),
    )
    for act in acts:
        with pytest.raises(Refused):
            act()


@pytest.mark.django_db
def test_the_record_says_which_file_of_which_version_was_carried_away() -> None:
    one = made(scene.a_wave())
    looks.copy_version(version_id=one, kind=FileKind.WORKBOOK, by=durham_sergeant())
    row = Entry.objects.latest("seq")
    detail = json.loads(row.detail)
    assert (row.event, detail["version"], detail["kind"]) == ("assessment_exported", str(one), "xlsx")


@pytest.mark.django_db
def test_a_comparison_names_the_figures_that_changed() -> None:
    of = a_whole_wave()
    one = made(of)
    scene.said(of, "kent", 2, "found", premises=9, people=8, arrests=7)
    other = made(of)
    found = looks.compare_versions(before=other, after=one, by=statistician())
    assert (found.before.id, found.after.id) == (one, other), "the earlier one stands first"
    by_agency = next(table for table in found.tables if table.title.endswith("by agency"))
    kent = [change for change in by_agency.changes if change.row.startswith("Kent")]
    assert [(change.column, change.before, change.after) for change in kent][:3] == [
        ("People found", 0, 8),
        ("Premises visited", 0, 9),
        ("Arrests", 0, 7),
    ]


@pytest.mark.django_db
def test_versions_of_two_waves_are_not_compared() -> None:
    one, other = made(scene.a_wave()), made(scene.a_wave())
    with pytest.raises(Refused, match="two waves"):
        looks.compare_versions(before=one, after=other, by=national_analyst())


@pytest.mark.django_db
def test_without_a_wave_it_says_who_begins_one() -> None:
    with pytest.raises(Refused, match="There is no wave yet"):
        looks.show_desk(wave_id=None, by=national_analyst(), today=date(2007, 10, 5))
    with pytest.raises(Refused) as refused:
        looks.show_desk(wave_id=UUID(int=7), by=national_analyst(), today=date(2007, 10, 5))
    assert refused.value.hidden


@pytest.mark.django_db(transaction=True)
def test_no_row_no_look() -> None:
    of = scene.a_wave()
    one = made(of)
    no_row_no_act(lambda: looks.show_desk(wave_id=of.wave, by=national_analyst(), today=clock.today()))
    no_row_no_act(lambda: looks.show_version(version_id=one, by=national_analyst()))
    no_row_no_act(lambda: looks.show_text(wave_id=of.wave, section="summary", by=national_analyst()))
    no_row_no_act(lambda: looks.copy_version(version_id=one, kind=FileKind.HTML, by=national_analyst()))
    no_row_no_act(lambda: looks.compare_versions(before=one, after=one, by=national_analyst()))
