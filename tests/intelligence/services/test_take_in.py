"""Taking files in: no row is lost, none is counted twice, nothing is half written."""

import json
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cast
from intelligence import ground
from pentameter.intelligence import store
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.models import IntakeFile, QuarantinedRow, Report
from pentameter.intelligence.queries.intake import unfinished
from pentameter.intelligence.rules import FileState
from pentameter.intelligence.services import receive_file, take_in_file, take_in_for_sender
from pentameter.kernel import clock
from pentameter.kernel.periods import week_of
from pentameter.operations import api as operations

pytestmark = pytest.mark.django_db(transaction=False)


def test_every_row_is_accepted_or_in_quarantine() -> None:
    card = ground.sent(ground.csv_of([ground.good(1), ground.bad(2), ground.full(3)]), ground.wave())
    assert ground.counts(card) == (3, 2, 1, 0)
    assert card.state is FileState.DONE
    assert card.format == "csv"
    assert ground.everything() == {
        "Report": 2,
        "Mention": 3,
        "OriginalText": 1,
        "SourceIdentity": 1,
        "Recipient": 0,
        "QuarantinedRow": 1,
        "IntakeFile": 1,
    }


ROW = st.tuples(st.sampled_from([ground.good, ground.bad, ground.full]), st.integers(1, 6))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(st.lists(ROW, min_size=1, max_size=12), min_size=1, max_size=3))
def test_accepted_and_quarantined_and_duplicate_are_all_rows(files: list[list[tuple[object, int]]]) -> None:
    wave_id, before = ground.wave(), Report.objects.count()
    accepted = 0
    for rows in files:
        cells = [make(number) for make, number in rows]  # type: ignore[operator]
        card = ground.sent(ground.csv_of(cells), wave_id)
        assert card.accepted + card.quarantined + card.duplicate == card.rows == len(rows)
        accepted += card.accepted
    assert Report.objects.count() - before == accepted
    references = Report.objects.filter(agency="durham").values_list("own_reference", flat=True)
    assert len(references) == len(set(references))


def test_the_same_file_again_adds_nothing() -> None:
    wave_id = ground.wave()
    content = ground.csv_of([ground.good(1), ground.bad(2)])
    first, before = ground.sent(content, wave_id), ground.everything()
    again = ground.sent(content, wave_id, name="another name.csv")
    assert again.repeats == first.id
    assert ground.counts(again) == (2, 0, 0, 2)
    assert again.state is FileState.DONE
    assert ground.everything() == {**before, "IntakeFile": 2}


def test_the_same_file_again_while_the_first_is_being_read() -> None:
    wave_id = ground.wave()
    content = ground.csv_of([ground.good(1), ground.bad(2)])
    first = ground.received(content, wave_id)
    second = ground.received(content, wave_id)
    assert unfinished() == (first,)
    assert IntakeFile.objects.get(pk=second).state == FileState.READING.value
    take_in_file(file_id=first, by=cast.durham_constable())
    row = IntakeFile.objects.get(pk=second)
    assert (row.state, row.rows_read, row.duplicate, row.kind) == ("done", 2, 2, "reports")
    assert Report.objects.count() == 1


def test_a_file_that_repeats_one_that_is_refused_is_refused_as_well_and_may_be_sent_again() -> None:
    wave_id = ground.wave()
    first = ground.received(b"no;headings;that;anyone;knows\n1;2;3;4;5\n", wave_id)
    second = ground.received(b"no;headings;that;anyone;knows\n1;2;3;4;5\n", wave_id)
    card = take_in_file(file_id=first, by=cast.durham_constable())
    assert card.state is FileState.REFUSED
    row = IntakeFile.objects.get(pk=second)
    assert (row.state, row.refusal) == ("refused", card.refusal)
    assert ground.received(b"no;headings;that;anyone;knows\n1;2;3;4;5\n", wave_id) not in (first, second)


def test_the_same_row_in_two_files_is_known() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.full(1), ground.bad(2)]), wave_id)
    again = ground.sent(ground.csv_of([ground.full(1), ground.bad(2), ground.good(3)]), wave_id)
    assert ground.counts(again) == (3, 1, 0, 2)


def test_a_reference_that_says_something_else_goes_to_quarantine() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.good(1)]), wave_id)
    card = ground.sent(ground.csv_of([ground.good(1, text="Another story."), ground.good(2)]), wave_id)
    assert ground.counts(card) == (2, 1, 1, 0)
    assert QuarantinedRow.objects.get().code == "changed"
    assert Report.objects.get(own_reference="DUR-00001").text != "Another story."


def test_a_reference_twice_in_one_file() -> None:
    rows = [ground.good(1), ground.good(1), ground.good(1, text="Another story.")]
    card = ground.sent(ground.csv_of(rows), ground.wave())
    assert ground.counts(card) == (3, 1, 1, 1)


def test_another_agency_may_use_the_same_reference() -> None:
    wave_id = ground.wave()
    ground.sent(ground.csv_of([ground.good(1)]), wave_id)
    row = ground.good(1, agency="cleveland")
    card = ground.sent(ground.csv_of([row]), wave_id, by=cast.cleveland_sergeant())
    assert ground.counts(card) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    ("cells", "field", "code"),
    [
        ({"handling_recipients": "?!"}, "handling_recipients", "recipients"),
        ({"handling_recipients": "surrey"}, "handling_recipients", "recipient"),  # a force that is not here
        ({"handling_code": "C"}, "handling_conditions", "conditions"),
        ({"agency": "kent"}, "agency", "agency"),
        ({"reported_on": "2099-01-01"}, "reported_on", "future"),
        ({"source_grade": "9"}, "source_grade", "grade"),
    ],
)
def test_what_is_wrong_is_in_quarantine_with_its_field(cells: dict[str, str], field: str, code: str) -> None:
    card = ground.sent(ground.csv_of([ground.good(1, **cells)]), ground.wave())
    assert ground.counts(card) == (1, 0, 1, 0)
    row = QuarantinedRow.objects.get()
    assert (row.row_number, row.field, row.code) == (2, field, code)


@pytest.mark.parametrize(
    ("scheme", "source", "information", "handling", "conditions"),
    [("3x5x2", "2", "B", "P", ""), ("5x5x5", "B", "2", "1", ""), ("5x5x5", "E", "4", "5", "Ask first.")],
)
def test_a_grade_is_stored_in_its_own_scheme(
    scheme: str, source: str, information: str, handling: str, conditions: str
) -> None:
    grade = {"grade_scheme": scheme, "source_grade": source, "information_grade": information}
    cells = {**grade, "handling_code": handling, "handling_conditions": conditions}
    ground.sent(ground.csv_of([ground.good(1, **cells)]), ground.wave())
    row = Report.objects.get()
    assert (row.scheme, row.source_grade, row.information_grade) == (scheme, source, information)
    assert (row.handling, row.conditions) == (handling, conditions)


def test_returns_are_filed_known_or_in_quarantine() -> None:
    wave_id, week = ground.wave(), week_of(clock.today() - timedelta(days=14))
    rows = [
        ground.a_return(week),
        ground.a_return(week),
        ground.a_return(week + timedelta(days=7), "found", arrests="2"),
        ground.a_return(week - timedelta(days=700)),
        ground.a_return(week, "perhaps"),
    ]
    card = ground.sent(ground.csv_of(rows, FileKind.RETURNS), wave_id)
    assert ground.counts(card) == (5, 2, 2, 1)
    assert {row.code for row in QuarantinedRow.objects.all()} == {"refused", "code"}
    grid = operations.coverage(wave_id, clock.today())
    assert grid is not None


def test_a_report_belongs_to_the_wave_of_its_day() -> None:
    first = ground.wave(begun_days_ago=100)
    second = ground.wave(begun_days_ago=10)
    early = ground.good(1, reported_on=(clock.today() - timedelta(days=50)).isoformat())
    ground.sent(ground.csv_of([early, ground.good(2)]), second)
    waves = dict(Report.objects.values_list("own_reference", "wave_id"))
    assert waves == {"DUR-00001": first, "DUR-00002": second}


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 50, b"%PDF-1.7 what", b"PK\x03\x04 broken", ground.csv_of([]), ground.csv_of([{}]) * 2],
)
def test_a_refused_file_leaves_nothing(content: bytes) -> None:
    card = ground.sent(content, ground.wave())
    assert card.state is FileState.REFUSED
    assert card.refusal.endswith(".")
    assert ground.everything() == {**dict.fromkeys(ground.everything(), 0), "IntakeFile": 1}


def test_a_file_that_breaks_off_leaves_nothing() -> None:
    whole = json.dumps([ground.good(n) for n in range(1, 600)]).encode()
    card = ground.sent(whole[:-200], ground.wave(), name="week.json")
    assert card.state is FileState.REFUSED
    assert Report.objects.count() == QuarantinedRow.objects.count() == 0


def test_a_file_whose_kept_bytes_were_changed_is_asked_for_again() -> None:
    wave_id = ground.wave()
    file_id = ground.received(ground.csv_of([ground.good(1)]), wave_id)
    path = store._path(file_id)
    held = bytearray(path.read_bytes())
    held[60] ^= 1
    path.write_bytes(held)
    card = take_in_for_sender(file_id=file_id)
    assert (card.state, card.refusal_code) == (FileState.REFUSED, "lost")
    assert ground.counts(ground.sent(ground.csv_of([ground.good(1)]), wave_id)) == (1, 1, 0, 0)


def test_the_worker_takes_in_for_who_sent_it() -> None:
    file_id = ground.received(ground.csv_of([ground.good(1)]), ground.wave())
    take_in_for_sender(file_id=file_id)
    assert Report.objects.get().accepted_by == cast.durham_constable().id


def test_nothing_is_kept_on_disk_once_it_is_in() -> None:
    file_id = ground.received(ground.csv_of([ground.good(1)]), ground.wave())
    assert store._path(file_id).exists()
    take_in_file(file_id=file_id, by=cast.durham_constable())
    assert not store._path(file_id).exists()


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    content = ground.csv_of([ground.good(n) for n in range(1, 1201)])
    file_id = ground.received(content, ground.wave())
    take_in_file(file_id=file_id, by=cast.durham_constable(), progress=lambda done, all_: told.append((done, all_)))
    assert told == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_a_file_of_a_wave_that_is_not_there_is_not_received() -> None:
    ground.wave()
    with pytest.raises(Exception, match="no such wave"):
        receive_file(
            name="x.csv",
            chunks=[b"x"],
            wave_id=cast.uuid.uuid4(),
            way="page",
            by=cast.durham_constable(),
        )
