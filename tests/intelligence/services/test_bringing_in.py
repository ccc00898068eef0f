"""Files that other tools made come in by the door of all files: every row is accounted for, and nothing is invented."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import LazySettings

import cast
from intelligence import ground
from pentameter.audit.models import Entry
from pentameter.intelligence.intake.foreign import DEFAULT_CONDITIONS, Reach, Terms
from pentameter.intelligence.models import IntakeFile, Mention, QuarantinedRow, Report
from pentameter.intelligence.queries.intake import FileCard
from pentameter.intelligence.services import mend_row, receive_file, take_in_file
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from tests.intelligence.intake.readers.network.reading import entity, lines

pytestmark = pytest.mark.django_db

MIRA = entity("a", "Person", name="Mira Testova", passportNumber="X1234567")
PHONE = entity("b", "UserAccount", username="+447700900417", phone="+447700900417", service="telephone")
USES = entity("c", "UnknownLink", subject="a", object="b", role="uses")
BAD = entity("d", "Person", name="Viktor Example", birthDate="1989-02-31")
STRAY = entity("e", "UnknownLink", subject="a", object="nobody")
FILE = lines(MIRA, PHONE, USES, BAD, STRAY, MIRA)


@pytest.fixture
def wave(settings: LazySettings, tmp_path: Path) -> UUID:
    settings.INTAKE_FOLDER = tmp_path / "intake"
    return ground.wave()


def brought(content: bytes, wave: UUID, *, by: Actor | None = None, terms: Terms | None = None) -> FileCard:
    sender = by or cast.durham_sergeant()
    named = {"name": "other.ftm.json", "chunks": [content], "wave_id": wave, "way": "page", "by": sender}
    received = receive_file(**named, terms=terms) if terms else receive_file(**named)
    return take_in_file(file_id=received.file_id, by=sender)


def test_accepted_quarantined_and_duplicate_are_the_rows_of_the_file(wave: UUID) -> None:
    card = brought(FILE, wave)
    assert ground.counts(card) == (6, 3, 2, 1)
    assert card.format == "ftm"
    assert sorted(Report.objects.values_list("own_reference", flat=True)) == ["ext:a", "ext:b", "ext:c"]
    assert Mention.objects.count() == 4
    waiting = QuarantinedRow.objects.order_by("row_number").values_list("row_number", "field", "code")
    assert list(waiting) == [(4, "person1_dob", "date"), (5, "object", "no_such_id")]


def test_they_are_the_agencys_own_reports_of_unknown_grade_for_nobody_else(wave: UUID) -> None:
    brought(FILE, wave)
    for report in Report.objects.all():
        assert (report.agency_id, report.scheme, report.source_grade, report.information_grade) == (
            "durham",
            "3x5x2",
            "2",
            "D",
        )
        assert (report.handling, report.conditions, report.recipients.count()) == ("C", DEFAULT_CONDITIONS, 0)
        assert (report.theme, report.area, report.reported_on) == ("unknown", "", clock.today())
        assert "Mira" not in report.text


def test_the_importer_may_say_that_it_can_be_shared(wave: UUID) -> None:
    brought(FILE, wave, terms=Terms(Reach.SHARED, "Tell us what you find."))
    assert set(Report.objects.values_list("handling", "conditions")) == {("P", "Tell us what you find.")}


def test_conditions_that_a_record_carries_bind_it_whatever_the_importer_says(wave: UUID) -> None:
    bound = entity("a", "Person", name="Mira", notes="Handling conditions (kent, K-1; 3x5x2 C): Ask Kent.")
    brought(lines(bound), wave, terms=Terms(Reach.SHARED))
    report = Report.objects.get()
    assert (report.handling, report.conditions) == ("C", "Handling conditions (kent, K-1; 3x5x2 C): Ask Kent.")


def test_the_same_file_twice_and_the_same_records_on_another_day_double_nothing(wave: UUID) -> None:
    brought(FILE, wave)
    before = ground.everything()
    assert ground.counts(brought(FILE, wave)) == (6, 0, 0, 6)
    later = ground.received(lines(STRAY, BAD, USES, PHONE, MIRA), wave, by=cast.durham_sergeant(), name="other.jsonl")
    IntakeFile.objects.filter(pk=later).update(received_at=clock.now() + timedelta(days=2))
    assert ground.counts(take_in_file(file_id=later, by=cast.durham_sergeant())) == (5, 0, 0, 5)
    assert ground.everything() == {**before, "IntakeFile": before["IntakeFile"] + 2}


def test_a_record_that_says_something_else_waits(wave: UUID) -> None:
    brought(FILE, wave)
    changed = entity("a", "Person", name="Mira Testova", passportNumber="X7654321")
    assert ground.counts(brought(lines(changed), wave)) == (1, 0, 1, 0)
    assert QuarantinedRow.objects.latest("file__received_at").code == "changed"


def test_whoever_may_not_bring_networks_in_is_told_whom_to_ask(wave: UUID) -> None:
    card = brought(FILE, wave, by=cast.durham_constable())
    assert card.state == "refused"
    assert "supervisor or an analyst" in card.refusal
    assert ground.everything()["Report"] == 0
    assert ground.counts(brought(FILE, wave)) == (6, 3, 2, 1)


def test_bringing_in_is_a_row_of_its_own_in_the_record(wave: UUID) -> None:
    card = brought(FILE, wave)
    (row,) = [json.loads(one.detail) for one in Entry.objects.filter(event="network_imported")]
    assert (row["accepted"], row["quarantined"], row["format"], row["reach"]) == (3, 2, "ftm", "C")
    assert IntakeFile.objects.get(pk=card.id).reach == "C"


def test_a_mended_row_is_still_dated_by_its_receipt_and_placed_nowhere(wave: UUID) -> None:
    brought(FILE, wave)
    row = QuarantinedRow.objects.get(row_number=4)
    mended = mend_row(
        row_id=row.pk, cells={"person1_dob": "1989-02-28"}, version=row.version, by=cast.durham_sergeant()
    )
    assert not mended.problems
    report = Report.objects.get(own_reference="ext:d")
    assert (report.reported_on, report.area, report.handling) == (clock.today(), "", "C")
