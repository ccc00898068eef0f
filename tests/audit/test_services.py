"""Adding, signing, verifying and handing out, on a real database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pentameter.audit import queries
from pentameter.audit.events import Event
from pentameter.audit.findings import Kind
from pentameter.audit.ledger import EVERY
from pentameter.audit.models import Entry
from pentameter.audit.services import (
    ChainBroken,
    export,
    go_on,
    looked,
    record,
    show_record,
    show_row,
    verify,
    verifying,
    write_checkpoint,
)
from pentameter.audit.verify import Result
from pentameter.audit.walk import Position
from pentameter.kernel.actor import SYSTEM, Actor, Role
from pentameter.kernel.verdict import Refused
from tests.audit.records import OFFICER, SIGNER, fill, ledger_in, read_a_report
from tests.installations import installation

AUDITOR = Actor(id="0193-auditor", role=Role.AUDITOR, agency="oversight")
ADMINISTRATOR = Actor(id="0193-administrator", role=Role.ADMINISTRATOR)


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, settings) -> None:
    settings.AUDIT_LEDGER = ledger_in(tmp_path)


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
acts = st.tuples(st.sampled_from(Event), texts, texts, st.dictionaries(texts, st.integers() | texts, max_size=3))


@pytest.mark.django_db
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, max_size=12))
def test_whatever_is_recorded_verifies(many: list) -> None:
    for event, identifier, purpose, detail in many:
        record(event, by=OFFICER, subject=("report", identifier), purpose=purpose, detail=detail)
    if not any(event is Event.CHECKPOINT_WRITTEN for event, *_ in many):
        assert verify(by=AUDITOR).whole


@pytest.mark.django_db
def test_rows_carry_the_next_number_and_the_digest_before() -> None:
    numbers = [read_a_report(), read_a_report(2), looked(Event.REPORTS_LISTED, by=OFFICER, kind="report", ids=[1, 2])]
    assert numbers == [1, 2, 3]
    rows = list(queries.rows())
    assert [row.previous for row in rows[1:]] == [row.digest for row in rows[:-1]]
    assert rows[2].detail == '{"ids":["1","2"]}'
    assert queries.end().digest == rows[-1].digest


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_can_be_recorded() -> None:
    with pytest.raises(TransactionManagementError, match="report_read must be recorded in the transaction of the act"):
        read_a_report()


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_row_and_no_gap() -> None:
    with transaction.atomic():
        read_a_report()
        transaction.set_rollback(True)
    with transaction.atomic():
        assert read_a_report() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET purpose = 'another' WHERE seq = 1",
        "DELETE FROM audit_entry WHERE seq = 1",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "INSERT INTO audit_entry SELECT * FROM audit_entry",
    ],
)
def test_the_database_itself_refuses_to_change_the_record(statement: str) -> None:
    read_a_report()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_models_cannot_change_it_either() -> None:
    read_a_report()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.update(purpose="another")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Entry.objects.all().delete()


_WRITER = """
from django.db import transaction
from tests.installations import installation
from tests.audit.records import read_a_report
for number in range(25):
    with transaction.atomic():
        read_a_report(number)
"""
_VERIFIER = """
from pentameter.audit.services import verify
from pentameter.kernel.actor import SYSTEM
print(verify(by=SYSTEM).sentence)
"""


@pytest.mark.django_db
def test_processes_that_write_at_the_same_moment_make_one_chain(tmp_path: Path) -> None:
    with installation(tmp_path) as place:
        writers = [place.start("-c", f"import django; django.setup()\n{_WRITER}") for _ in range(4)]
        assert [(writer.communicate(timeout=120)[0], writer.returncode) for writer in writers] == [("", 0)] * 4
        assert place.code(_VERIFIER).startswith("The record is whole: 100 rows up to ")


@pytest.mark.django_db(transaction=True)
def test_after_a_thousand_rows_a_checkpoint_is_written_without_being_asked_for() -> None:
    with transaction.atomic():
        for number in range(EVERY - 1):
            read_a_report(number)
    assert queries.standing().checkpoint is None
    with transaction.atomic():
        read_a_report()
    standing = queries.standing()
    assert standing.checkpoint is not None
    assert (standing.checkpoint.seq, standing.rows, standing.unsigned) == (EVERY, EVERY + 1, 1)


@pytest.mark.django_db
def test_a_checkpoint_is_written_when_there_is_something_to_sign() -> None:
    assert write_checkpoint(by=SYSTEM) is None
    read_a_report()
    first = write_checkpoint(by=SYSTEM)
    assert first is not None
    assert first.seq == 1
    assert write_checkpoint(by=SYSTEM) is None


@pytest.mark.django_db
def test_nothing_is_signed_over_rows_that_do_not_hold() -> None:
    fill(21, every=10)
    before = queries.standing().checkpoint
    last = list(queries.rows())[-1]
    forged = last._replace(seq=25, at=last.at.replace("T", " "), digest="f" * 64)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO audit_entry ({', '.join(forged._fields)}) VALUES ({', '.join(['%s'] * 12)})", forged
        )
    with pytest.raises(ChainBroken) as broken:
        write_checkpoint(by=SYSTEM)
    assert broken.value.finding.row == 24
    assert queries.standing().checkpoint == before


@pytest.mark.django_db
def test_verification_is_itself_recorded() -> None:
    fill(20, every=10)
    result = verify(by=ADMINISTRATOR)
    assert (result.rows, result.checkpoints, result.covered, result.whole) == (22, 2, 21, True)
    last = queries.standing().last_check
    assert last is not None
    assert (last.by, last.rows, last.kind) == (ADMINISTRATOR.id, 22, "")


@pytest.mark.django_db
def test_others_may_not_verify() -> None:
    with pytest.raises(Refused):
        verify(by=OFFICER)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, 7, 22, 23, 100])
def test_step_by_step_the_result_is_the_same(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    fill(20, every=10)
    monkeypatch.setattr(verifying, "STEP", step)
    at: Position | Result = Position()
    while isinstance(at, Position):
        at = go_on(at, by=AUDITOR)
    assert (at.rows, at.checkpoints, at.covered, at.whole) == (22, 2, 21, True)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, 7, 100])
def test_step_by_step_tampering_is_named_as_in_one_go(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    fill(20, every=10)
    monkeypatch.setattr(verifying, "STEP", step)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE audit_copy AS SELECT * FROM audit_entry")
        cursor.execute("DROP TABLE audit_entry")
        cursor.execute("ALTER TABLE audit_copy RENAME TO audit_entry")
        cursor.execute("DELETE FROM audit_entry WHERE seq = 12")
        cursor.execute("UPDATE audit_entry SET seq = seq - 1 WHERE seq > 12")
    at: Position | Result = Position()
    while isinstance(at, Position):
        at = go_on(at, by=AUDITOR)
    assert (at.findings[0].kind, at.findings[0].row) == (Kind.DELETE, 12)


@pytest.mark.django_db
def test_looking_at_the_record_needs_a_purpose_and_is_recorded() -> None:
    read_a_report(7)
    with pytest.raises(Refused, match="Say for what purpose"):
        show_record(queries.RecordFilter(), purpose=" ", by=AUDITOR)
    page = show_record(queries.RecordFilter(), purpose="complaint 12", by=AUDITOR)
    assert [line.subject_id for line in page.lines] == ["7"]
    look = show_row(2, purpose="complaint 12", by=AUDITOR)
    assert (look.event, look.purpose, look.subject_id) == ("audit_shown", "complaint 12", "1")


@pytest.mark.django_db
def test_an_administrator_may_verify_but_not_read() -> None:
    with pytest.raises(Refused):
        show_record(queries.RecordFilter(), purpose="curiosity", by=ADMINISTRATOR)


@pytest.mark.django_db
def test_a_row_that_never_was_is_hidden() -> None:
    with pytest.raises(Refused) as refusal:
        show_row(99, purpose="complaint 12", by=AUDITOR)
    assert refusal.value.hidden


def _check(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The verifier as a court would run it: alone, outside this house."""
    command = [sys.executable, "-I", str(folder / "verify_record.py"), str(folder), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": os.environ["PATH"]})


@pytest.mark.django_db
def test_what_is_handed_out_can_be_checked_alone(tmp_path: Path) -> None:
    fill(30, every=10)
    folder = tmp_path / "for the court"
    assert export(folder, purpose="court order 3 of 2007", by=AUDITOR) == 33
    assert {path.name for path in folder.iterdir()} >= {"record.jsonl", "checkpoints.jsonl", "verify_record.py"}
    found = _check(folder, "--key", SIGNER.public.hex())
    assert (found.returncode, found.stdout) == (0, "Everything holds: 33 rows, 3 checkpoints.\n")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("record.jsonl", '"seq":7,', '"seq":70,', "Row 7 is missing or out of its place"),
        ("record.jsonl", "to plan a visit", "to look around", "Row 1 was changed."),
        ("checkpoints.jsonl", '"seq":10', '"seq":11', "Checkpoint 2 is missing or was changed."),
    ],
)
def test_the_stand_alone_verifier_sees_changes(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    fill(30, every=10)
    export(tmp_path / "out", purpose="court order 3 of 2007", by=AUDITOR)
    path = tmp_path / "out" / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    found = _check(tmp_path / "out")
    assert found.returncode == 1
    assert said in found.stdout


@pytest.mark.django_db
def test_the_stand_alone_verifier_trusts_only_the_key_it_was_given(tmp_path: Path) -> None:
    fill(30, every=10)
    export(tmp_path / "out", purpose="court order 3 of 2007", by=AUDITOR)
    found = _check(tmp_path / "out", "--key", "ab" * 32)
    assert found.returncode == 1
    assert "signed by a key that you do not trust" in found.stdout
