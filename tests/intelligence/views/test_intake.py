"""Sending files by page: sealed as they come in, received once, shown to their own agency."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult

import cast
from intelligence import ground, pages
from pentameter.audit.models import Entry
from pentameter.intelligence import tasks
from pentameter.intelligence.models import IntakeFile, Report
from pentameter.kernel.actor import Actor

SEND = "/intake/send/"
pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """An intake folder of the test's own."""
    settings.INTAKE_FOLDER = tmp_path / "intake"
    return tmp_path / "intake"


@pytest.fixture
def officer(client: Client) -> Client:
    """A Durham constable's browser."""
    ground.wave()
    return cast.sign_in(client, cast.durham_constable())


def upload(client: Client, content: bytes, **other: object) -> Any:
    """Send a file as the page does."""
    fields = {**pages.form(client.get("/intake/"), SEND), "file": SimpleUploadedFile("week.csv", content), **other}
    return client.post(SEND, fields)


def run_queue() -> None:
    """Do what waits in the queue, as a worker does."""
    for run in DBTaskResult.objects.filter(status="READY"):
        tasks.take_in(run.args_kwargs["args"][1])


def test_a_file_is_sealed_received_queued_and_taken_in(officer: Client, folder: Path) -> None:
    answer = upload(officer, ground.csv_of([ground.full(1), ground.bad(2)]))
    file = IntakeFile.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/intake/files/{file.id}/")
    assert b"Mira" not in next(folder.iterdir()).read_bytes()
    page = officer.get(answer["Location"])
    assert "Reading the file through" in page.content.decode()
    run_queue()
    text = officer.get(answer["Location"]).content.decode()
    assert "1 accepted, 1 in quarantine, 0 here already" in text
    assert "all 2 rows accounted for" in text
    assert "Row 3, date of the report: 2025-02-31 is not a date." in text
    assert Report.objects.get().accepted_by == cast.durham_constable().id


def test_the_same_file_again_says_when_it_was_first_received(officer: Client, folder: Path) -> None:
    content = ground.csv_of([ground.good(1)])
    upload(officer, content)
    run_queue()
    answer = upload(officer, content)
    text = officer.get(answer["Location"]).content.decode()
    assert "This file is here already" in text
    assert "Nothing was added" in text


def test_a_file_that_is_not_taken_says_what_to_do(officer: Client) -> None:
    answer = upload(officer, b"%PDF-1.7")
    run_queue()
    text = officer.get(answer["Location"]).content.decode()
    assert "This file was not taken in" in text
    assert "Send CSV, XLSX or JSON." in text


def test_no_file_is_said_at_the_field(officer: Client) -> None:
    answer = officer.post(SEND, pages.form(officer.get("/intake/"), SEND))
    assert "Choose a file first." in answer.content.decode()
    assert "Error: Intake" in answer.content.decode()


def test_an_empty_file_is_said_at_the_field(officer: Client, folder: Path) -> None:
    assert "The file is empty." in upload(officer, b"").content.decode()
    assert list(folder.iterdir()) == []


def test_a_file_above_the_limit_is_413_and_nothing_is_kept(
    officer: Client, folder: Path, settings: LazySettings
) -> None:
    settings.UPLOAD_LIMIT = 100_000
    answer = upload(officer, b"x" * 1_000_000)
    assert answer.status_code == 413
    assert "The file is too large" in answer.content.decode()
    assert list(folder.iterdir()) == []
    assert not IntakeFile.objects.exists()


def test_the_same_form_sent_twice_is_one_file(officer: Client, folder: Path) -> None:
    fields = pages.form(officer.get("/intake/"), SEND)
    content = ground.csv_of([ground.good(1)])
    answers = [officer.post(SEND, {**fields, "file": SimpleUploadedFile("a.csv", content)}) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert IntakeFile.objects.count() == 1
    assert len(list(folder.iterdir())) == 1


def test_a_wave_that_is_not_offered(officer: Client, folder: Path) -> None:
    answer = upload(officer, b"agency\n", wave=str(uuid4()))
    assert "Choose one of the waves." in answer.content.decode()
    assert list(folder.iterdir()) == []


def test_what_nobody_takes_leaves_nothing_on_disk(client: Client, folder: Path) -> None:
    ground.wave()
    fields = {"file": SimpleUploadedFile("a.csv", b"x" * 3_000_000), "idempotency_key": "k" * 24}
    assert client.post(SEND, fields).status_code == 302  # to the sign-in
    cast.sign_in(client, cast.auditor())
    assert client.post(SEND, fields).status_code == 403
    assert not folder.exists() or list(folder.iterdir()) == []


def test_progress_is_a_part_that_asks_again_until_the_file_is_done(officer: Client) -> None:
    answer = upload(officer, ground.csv_of([ground.good(1)]))
    part = officer.get(answer["Location"] + "progress/")
    assert 'hx-trigger="every 1s"' in part.content.decode()
    assert "<html" not in part.content.decode()
    assert "HX-Refresh" not in part.headers
    run_queue()
    assert officer.get(answer["Location"] + "progress/")["HX-Refresh"] == "true"


@pytest.mark.parametrize("path", ["", "progress/"])
@pytest.mark.parametrize("who", [cast.cleveland_sergeant, cast.national_analyst, cast.outsider])
def test_another_agency_s_file_is_as_if_it_never_was(client: Client, path: str, who: Callable[[], Actor]) -> None:
    file_id = ground.received(ground.csv_of([ground.good(1)]), ground.wave())
    cast.sign_in(client, who())
    answers = [client.get(f"/intake/files/{one}/{path}") for one in (file_id, uuid4())]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("who", [cast.auditor, cast.prosecutor, cast.administrator, cast.removals_officer])
def test_roles_that_have_no_intake(client: Client, who: Callable[[], Actor]) -> None:
    ground.wave()
    assert cast.sign_in(client, who()).get("/intake/").status_code in (403, 404)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("put", "/intake/", 405),
        ("delete", "/intake/dictionary/", 405),
        ("get", "/intake/send/", 405),
        ("get", "/intake/files/x/", 404),
        ("get", "/intake/templates/reports.exe", 404),
        ("get", "/intake/templates/other.csv", 404),
        ("get", "/intake/templates/returns.xlsx", 200),
        ("get", "/intake/dictionary/", 200),
    ],
)
def test_methods_and_addresses(officer: Client, method: str, path: str, status: int) -> None:
    head = {"Idempotency-Key": cast.fresh_key()}
    assert getattr(officer, method)(path, headers=head).status_code == status


def test_a_template_is_read_by_the_intake(officer: Client) -> None:
    content = officer.get("/intake/templates/reports.csv").content
    card = ground.sent(content + b"durham,D-1,", UUID(pages.form(officer.get("/intake/"), SEND)["wave"]))
    assert card.rows == 1


def test_the_list_is_a_row_in_the_record(officer: Client) -> None:
    officer.get("/intake/")
    assert Entry.objects.filter(event="intake_listed", actor=cast.durham_constable().id).count() == 1


def test_a_supervisor_says_who_may_read_what_another_tool_made(client: Client, folder: Path) -> None:
    ground.wave()
    sergeant = cast.sign_in(client, cast.durham_sergeant())
    assert "If another tool made the file" in sergeant.get("/intake/").content.decode()
    record = b'{"id": "a", "schema": "Person", "properties": {"name": ["Mira Testova"]}}'
    typed = {"reach": "P", "conditions": "Tell us what you find."}
    answer = upload(sergeant, record, file=SimpleUploadedFile("other.ftm.json", record), **typed)
    run_queue()
    assert "FollowTheMoney" in sergeant.get(answer["Location"]).content.decode()
    report = Report.objects.get()
    assert (report.handling, report.conditions, report.source_grade) == ("P", "Tell us what you find.", "2")


def test_terms_that_are_none_are_refused_and_a_constable_is_not_asked(officer: Client, folder: Path) -> None:
    assert "If another tool made the file" not in officer.get("/intake/").content.decode()
    sergeant = cast.sign_in(Client(), cast.durham_sergeant())
    answer = upload(sergeant, ground.csv_of([ground.good(1)]), reach="everyone")
    assert "Choose who may read what comes in." in answer.content.decode()
    assert IntakeFile.objects.count() == 0
