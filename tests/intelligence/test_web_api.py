"""The API: every status, once under a key, never another agency's."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import cast
from intelligence import ground
from pentameter.accounts import api as accounts
from pentameter.intelligence import store
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.models import IntakeFile, Report
from pentameter.intelligence.services import take_in_for_sender
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.periods import week_of

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> None:
    """An intake folder of the test's own."""
    settings.INTAKE_FOLDER = tmp_path / "intake"


@pytest.fixture
def wave_id() -> UUID:
    return ground.wave()


def token(agency: str = "durham") -> str:
    """A token of an agency."""
    expires_on = clock.today() + timedelta(days=30)
    return accounts.issue_token(agency=agency, label="records", expires_on=expires_on, by=SYSTEM).token


def headers(agency: str = "durham", **other: str) -> dict[str, str]:
    """The headers of an agency's request."""
    return {"Authorization": f"Bearer {token(agency)}", **other}


def send_json(client: Client, path: str, body: object, head: dict[str, str]) -> Any:
    """Post a body as JSON."""
    data = body if isinstance(body, bytes | str) else json.dumps(body)
    return client.post(f"/api/v1/{path}", data, content_type="application/json", headers=head)


def send_file(client: Client, content: bytes, head: dict[str, str], **fields: object) -> Any:
    """Post a file."""
    upload = SimpleUploadedFile("week.csv", content)
    return client.post("/api/v1/files", {"file": upload, **fields}, headers=head)


def kept() -> set[object]:
    """What lies sealed on disk."""
    return set(store._folder().iterdir())


def test_a_file_is_received_and_asked_after(client: Client, wave_id: UUID) -> None:
    head = headers()
    answer = send_file(client, ground.csv_of([ground.good(1), ground.bad(2)]), head)
    assert answer.status_code == 202
    assert answer.json()["state"] == "received"
    assert answer["Location"] == f"/api/v1/files/{answer.json()['id']}"
    take_in_for_sender(file_id=UUID(answer.json()["id"]))
    told = client.get(answer["Location"], headers=head).json()
    assert (told["state"], told["rows"], told["accepted"], told["quarantined"]) == ("done", 2, 1, 1)
    held = client.get(answer["Location"] + "/quarantine", headers=head).json()
    assert [(row["row"], row["problems"][0]["field"]) for row in held["rows"]] == [(3, "reported_on")]
    assert "Row 3, date of the report" in held["rows"][0]["problems"][0]["sentence"]


def test_the_same_file_again_says_which_it_repeats(client: Client, wave_id: UUID) -> None:
    content = ground.csv_of([ground.good(1)])
    first = send_file(client, content, headers()).json()
    assert send_file(client, content, headers()).json()["repeats"] == first["id"]


def test_a_key_makes_one_act_of_many_requests(client: Client, wave_id: UUID) -> None:
    head = headers(**{"Idempotency-Key": "k" * 24})
    one = send_file(client, ground.csv_of([ground.good(1)]), head)
    two = send_file(client, ground.csv_of([ground.good(1)]), head)
    assert (one.status_code, one.json()) == (two.status_code, two.json())
    assert IntakeFile.objects.count() == 1
    assert [path.stem for path in kept()] == [one.json()["id"]]


def test_a_key_that_was_used_for_something_else(client: Client, wave_id: UUID) -> None:
    head = headers(**{"Idempotency-Key": "k" * 24})
    send_json(client, "reports", [ground.good(1)], head)
    answer = send_json(client, "returns", [ground.a_return(week_of(clock.today()))], head)
    assert (answer.status_code, answer.json()["problem"]) == (409, "conflict")


def test_a_key_that_is_none(client: Client, wave_id: UUID) -> None:
    answer = send_json(client, "reports", [ground.good(1)], headers(**{"Idempotency-Key": "short"}))
    assert (answer.status_code, answer.json()["problem"]) == (400, "key")


def test_reports_have_one_answer_each(client: Client, wave_id: UUID) -> None:
    rows = [ground.full(1), ground.bad(2), ground.full(1), ground.good(4, acts=["recruitment", "harbouring"])]
    answer = send_json(client, "reports", rows, headers())
    assert answer.status_code == 200
    told = answer.json()
    assert [one["outcome"] for one in told] == ["accepted", "problems", "duplicate", "accepted"]
    assert told[0]["id"] == told[2]["id"]
    assert told[1]["problems"][0]["sentence"].startswith("Row 2, date of the report")
    assert Report.objects.get(own_reference="DUR-00004").acts == ["recruitment", "harbouring"]


def test_values_may_be_numbers_and_truths(client: Client, wave_id: UUID) -> None:
    row = {**ground.good(1), "source_grade": 2, "malicious": True, "price": 60, "currency": "GBP", "place": None}
    assert send_json(client, "reports", [row], headers()).json()[0]["outcome"] == "accepted"
    report = Report.objects.get()
    assert (report.malicious, report.price) == (True, 60)


def test_returns(client: Client, wave_id: UUID) -> None:
    week = week_of(clock.today() - timedelta(days=7))
    rows = [ground.a_return(week), ground.a_return(week), ground.a_return(week, "perhaps")]
    answer = send_json(client, "returns", rows, headers())
    assert [one["outcome"] for one in answer.json()] == ["accepted", "duplicate", "problems"]


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer nonsense", f"Bearer pentameter_{'0' * 32}_{'a' * 43}", "Basic eDp5"]
)
def test_without_a_valid_token_there_is_nothing(client: Client, wave_id: UUID, authorization: str) -> None:
    before = kept()
    head = {"Authorization": authorization} if authorization else {}
    for answer in (
        client.get(f"/api/v1/files/{uuid4()}", headers=head),
        send_json(client, "reports", [ground.good(1)], head),
        send_file(client, b"x" * 2_000_000, head),
    ):
        assert (answer.status_code, answer.json()["problem"]) == (401, "token")
    assert not Report.objects.exists()
    assert kept() == before


def test_a_revoked_token_opens_nothing(client: Client, wave_id: UUID) -> None:
    expires_on = clock.today() + timedelta(days=1)
    issued = accounts.issue_token(agency="durham", label="old", expires_on=expires_on, by=SYSTEM)
    accounts.revoke_token(token_id=issued.id, by=SYSTEM)
    head = {"Authorization": f"Bearer {issued.token}"}
    assert send_json(client, "reports", [ground.good(1)], head).status_code == 401


def test_a_browser_that_is_signed_in_is_not_let_in_by_its_cookie(client: Client, wave_id: UUID) -> None:
    cast.sign_in(client, cast.durham_constable())
    assert send_json(client, "reports", [ground.good(1)], {}).status_code == 401


@pytest.mark.parametrize("path", ["", "/quarantine"])
def test_another_agency_s_file_is_as_if_it_never_was(client: Client, wave_id: UUID, path: str) -> None:
    file_id = ground.received(ground.csv_of([ground.good(1)]), wave_id)
    answers = [client.get(f"/api/v1/files/{one}{path}", headers=headers("cleveland")) for one in (file_id, uuid4())]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content


def test_another_agency_s_report_is_refused_row_by_row(client: Client, wave_id: UUID) -> None:
    told = send_json(client, "reports", [ground.good(1)], headers("cleveland")).json()
    assert told[0]["problems"][0]["code"] == "agency"


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        (b"{", 400, "unreadable"),
        (b"\xff\xfe", 400, "unreadable"),
        ({"reports": []}, 422, "malformed"),
        ([], 422, "malformed"),
        (["text"], 422, "malformed"),
        ([{"report_ref": {"deep": 1}}], 422, "malformed"),
        ([{}] * 1001, 422, "malformed"),
    ],
)
def test_what_has_not_the_form(client: Client, wave_id: UUID, body: object, status: int, problem: str) -> None:
    answer = send_json(client, "reports", body, headers())
    assert (answer.status_code, answer.json()["problem"]) == (status, problem)
    assert answer.json()["sentence"].endswith(".")


def test_more_than_a_request_may_hold(client: Client, wave_id: UUID, settings: LazySettings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000
    settings.UPLOAD_LIMIT = 10_000
    before = kept()
    answer = send_json(client, "reports", [ground.good(1, text="x" * 20_000)], headers())
    assert (answer.status_code, answer.json()["problem"]) == (413, "too_large")
    answer = send_file(client, b"x" * 200_000, headers())
    assert (answer.status_code, answer.json()["problem"]) == (413, "too_large")
    assert kept() == before


def test_no_file_and_no_wave(client: Client, wave_id: UUID) -> None:
    answer = client.post("/api/v1/files", {"other": "x"}, headers=headers())
    assert (answer.status_code, answer.json()["problem"]) == (422, "file")
    before = kept()
    answer = send_file(client, b"agency\n", headers(), wave=str(uuid4()))
    assert (answer.status_code, answer.json()["problem"]) == (403, "refused")
    assert IntakeFile.objects.count() == 0
    assert kept() == before


def test_a_file_of_returns(client: Client, wave_id: UUID) -> None:
    week = week_of(clock.today() - timedelta(days=7))
    content = ground.csv_of([ground.a_return(week)], FileKind.RETURNS)
    answer = send_file(client, content, headers(), wave=str(wave_id))
    take_in_for_sender(file_id=UUID(answer.json()["id"]))
    assert client.get(answer["Location"], headers=headers()).json()["accepted"] == 1


def test_the_document_describes_every_path(client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert {path for path in document["paths"] if not path.startswith("/api/v1/lists")} == {
        "/api/v1/files",
        "/api/v1/files/{file_id}",
        "/api/v1/files/{file_id}/quarantine",
        "/api/v1/reports",
        "/api/v1/returns",
    }
    assert client.get("/api/v1/docs").status_code == 404


@pytest.mark.parametrize("path", ["/api/v1/files/{}/quarantine", "/api/v1/lists/{}/answers"])
def test_a_page_that_is_no_number_is_answered_as_the_document_says(client: Client, wave_id: UUID, path: str) -> None:
    document = client.get("/api/v1/openapi.json").json()
    (described,) = (one for name, one in document["paths"].items() if name.endswith(path.rpartition("/")[2]))
    answer = client.get(path.format(uuid4()), {"page": "5e-195"}, headers=headers())
    assert (answer.status_code, set(answer.json())) == (422, {"problem", "sentence"})
    assert "422" in described["get"]["responses"]


@pytest.mark.parametrize("path", ["/api/v1/files/no-id", "/api/v1/nowhere"])
def test_an_address_that_is_not_there_is_answered_in_json(client: Client, wave_id: UUID, path: str) -> None:
    answer = client.get(path, headers=headers())
    assert (answer.status_code, answer.json()["problem"]) == (404, "not_found")
