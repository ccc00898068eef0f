"""The API of immigration enforcement's own system: the same path, the same answers, nobody else."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from decisions.ground import HER_LINE, OTHERS, csv_of, protected, sound, stage
from pentameter.accounts import api as accounts
from pentameter.decisions.models import RemovalList
from pentameter.decisions.services.screening import check_list
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _stage() -> None:
    stage()


def headers(agency: str = "immigration-enforcement", **other: str) -> dict[str, str]:
    """The headers of an agency's own system."""
    expires_on = clock.today() + timedelta(days=30)
    issued = accounts.issue_token(agency=agency, label="lists", expires_on=expires_on, by=SYSTEM)
    return {"Authorization": f"Bearer {issued.token}", **other}


def send(client: Client, head: dict[str, str], content: bytes | None = None) -> Any:
    """Send a list."""
    upload = SimpleUploadedFile("flight.csv", content or csv_of(HER_LINE, *OTHERS))
    return client.post("/api/v1/lists", {"file": upload}, headers=head)


def test_a_list_is_sent_followed_and_answered(client: Client) -> None:
    protected()
    head = headers()
    answer = send(client, head)
    assert (answer.status_code, answer.json()["state"], answer.json()["clear"]) == (202, "being read", False)
    check_list(list_id=RemovalList.objects.get().id, by=SYSTEM)
    with sound():
        told = client.get(answer["Location"], headers=head).json()
        found = client.get(f"{answer['Location']}/answers", headers=head).json()
    assert (told["state"], told["lines"], told["held"], told["clear"]) == ("to be answered by the desk", 4, 1, False)
    assert set(found["lines"][0]) == {"id", "name", "answer", "reference", "duty_desk"}
    assert [one["answer"].split(":")[0] for one in found["lines"]] == [
        "held or possibly held",
        *["no hold found"] * 3,
    ]


def test_names_are_checked_as_lists_are(client: Client) -> None:
    protected()
    body = json.dumps([{"id": "7", "name": "Testova Zorana", "dob": None}])
    answer = client.post("/api/v1/lists/lines", body, content_type="application/json", headers=headers())
    assert answer.status_code == 202
    assert RemovalList.objects.get().lines == 1


def test_a_key_makes_one_act_of_two_requests(client: Client) -> None:
    head = headers(**{"Idempotency-Key": "k" * 24})
    one, two = send(client, head), send(client, head)
    assert one.json() == two.json()
    assert RemovalList.objects.count() == 1


def test_systems_of_other_agencies_are_refused(client: Client) -> None:
    row_id = send(client, headers()).json()["id"]
    police = headers("durham")
    assert send(client, police).status_code == 403
    assert client.get(f"/api/v1/lists/{row_id}", headers=police).status_code == 403
    assert client.get(f"/api/v1/lists/{row_id}/answers", headers=police).status_code == 403
    assert RemovalList.objects.count() == 1


def test_what_is_wrong_with_a_request(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert send(client, {}).status_code == 401
    assert client.post("/api/v1/lists", {}, headers=headers()).json()["problem"] == "file"
    assert client.get(f"/api/v1/lists/{uuid4()}", headers=headers()).status_code == 404
    monkeypatch.setattr("pentameter.decisions.uploads.LARGEST_LIST", 1000)
    assert send(client, headers(), b"name\n" + b"x" * 2000).status_code == 413
    empty = client.post("/api/v1/lists/lines", "[]", content_type="application/json", headers=headers())
    assert empty.status_code == 422


def test_the_document_describes_every_path_of_lists(client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert {path for path in document["paths"] if path.startswith("/api/v1/lists")} == {
        "/api/v1/lists",
        "/api/v1/lists/lines",
        "/api/v1/lists/{list_id}",
        "/api/v1/lists/{list_id}/answers",
    }
