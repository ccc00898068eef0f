"""A version is made by one click and stays as it was made, whatever happens afterwards."""

import io
import json
from collections.abc import Callable
from uuid import UUID

import pytest
from pypdf import PdfReader

from cast import caseworker, durham_sergeant, national_analyst, removals_officer, statistician
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused
from pentameter.picture.api import assessment_files
from pentameter.picture.assessment.files import FileKind
from pentameter.picture.assessment.queries.versions import version
from pentameter.picture.assessment.rules.freezing import digest
from pentameter.picture.assessment.services.looks import copy_version
from pentameter.picture.assessment.services.making import make_assessment
from pentameter.picture.assessment.services.writing import write_text
from pentameter.picture.assessment.software import code
from pentameter.picture.models import AssessmentVersion
from picture import scene
from picture.assessment.ground import a_whole_wave, made, referred
from tests.no_row_no_act import no_row_no_act

SAME = (FileKind.HTML, FileKind.WORKBOOK)
"""Files that are the same to the byte when they are made again."""


def _files(version_id: UUID) -> dict[FileKind, bytes]:
    return {kind: copy_version(version_id=version_id, kind=kind, by=national_analyst()).body for kind in FileKind}


def _words(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.django_db
@pytest.mark.once
def test_a_version_stays_as_it_was_when_everything_changes() -> None:
    of = a_whole_wave()
    write_text(wave_id=of.wave, section="summary", body="First words.", version=0, by=national_analyst())
    first = made(of)
    before = _files(first)
    scene.reports(of, 90, seed=8)
    scene.said(of, "kent", 2, "found", premises=9, people=8, arrests=7)
    referred(6)
    write_text(wave_id=of.wave, section="summary", body="Other words.", version=1, by=national_analyst())
    second = made(of)
    after = _files(first)
    for kind in SAME:
        assert after[kind] == before[kind]
    assert _words(after[FileKind.PDF]) == _words(before[FileKind.PDF])
    assert PdfReader(io.BytesIO(after[FileKind.PDF])).metadata == PdfReader(io.BytesIO(before[FileKind.PDF])).metadata
    later = _files(second)[FileKind.HTML].decode()
    assert "Other words." in later
    assert "First words." not in later
    assert "First words." in before[FileKind.HTML].decode()


@pytest.mark.django_db
def test_it_says_who_made_it_when_with_what_and_its_digest() -> None:
    found = version(made(a_whole_wave()))
    row = AssessmentVersion.objects.get()
    assert (row.number, row.as_of, row.made_by) == (1, clock.today(), national_analyst().id)
    assert row.digest == digest(row.frozen)
    assert row.code == code()
    assert found.assessment.made_by.startswith("Esther Lindqvist, national analyst")
    html = copy_version(version_id=row.pk, kind=FileKind.HTML, by=statistician()).body.decode()
    assert row.digest in html
    assert row.code in html


@pytest.mark.django_db
def test_versions_are_numbered_by_wave() -> None:
    one, other = a_whole_wave(), scene.a_wave()
    numbers = [version(made(of)).card.number for of in (one, one, other)]
    assert numbers == [1, 2, 1]


@pytest.mark.django_db
def test_what_was_altered_in_the_table_is_not_shown() -> None:
    made_now = made(a_whole_wave())
    row = AssessmentVersion.objects.get()
    AssessmentVersion.objects.update(frozen=row.frozen.replace("Demonstration", "Demolition"))
    with pytest.raises(Refused, match="not the one that its digest was made of"):
        copy_version(version_id=made_now, kind=FileKind.HTML, by=national_analyst())


@pytest.mark.django_db
@pytest.mark.parametrize("person", [durham_sergeant, statistician, caseworker, removals_officer])
def test_only_the_national_centre_makes_it(person: Callable[[], Actor]) -> None:
    of = scene.a_wave()
    with pytest.raises(Refused):
        made(of, person())
    assert not AssessmentVersion.objects.exists()


@pytest.mark.django_db
def test_a_wave_that_never_was_has_none() -> None:
    with pytest.raises(Refused) as refused:
        make_assessment(wave_id=UUID(int=7), by=national_analyst(), at=clock.now(), today=clock.today())
    assert refused.value.hidden


@pytest.mark.django_db
def test_the_record_says_which_version_and_how_many_were_opened_to_be_counted() -> None:
    of = a_whole_wave()
    referred(2)
    made(of)
    row = Entry.objects.latest("seq")
    detail = json.loads(row.detail)
    assert (row.event, row.subject_id) == ("assessment_made", str(of.wave))
    assert detail["digest"] == AssessmentVersion.objects.get().digest
    assert detail["opened_to_be_counted"] == 0, "nobody consented to be counted"


@pytest.mark.django_db
def test_the_command_line_writes_three_files_of_one_version() -> None:
    of = a_whole_wave()
    names = [name for name, body in assessment_files(of.wave, by=SYSTEM) if body]
    day = clock.today().isoformat()
    assert names == [f"pentameter-assessment-{day}-version-1.{kind}" for kind in ("html", "pdf", "xlsx")]
    assert AssessmentVersion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_no_row_no_version() -> None:
    of = scene.a_wave()
    no_row_no_act(lambda: made(of))
