"""Files go in checked and come out as files to save."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cast import caseworker, durham_constable, post
from pentameter.audit.models import Entry
from pentameter.victims.models import Attachment
from pentameter.victims.rules.attachments import LIMIT
from victims.some_files import PDF, PNG, pdf
from victims.support_ground import at, case, closed, seen_by

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """A folder of the test's own, where nothing may come to lie."""
    settings.INTAKE_FOLDER = tmp_path / "intake"
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


def send(client: Client, case_id: UUID, content: bytes, name: str = "letter.pdf"):
    file = SimpleUploadedFile(name, content, content_type="text/html")
    return post(client, at(case_id, "files/"), {"about": "a letter", "file": file})


def test_it_goes_in_sealed_and_comes_out_to_be_saved(folder: Path) -> None:
    case_id = case()
    client = seen_by(caseworker())
    assert send(client, case_id, PDF, "Brief «1».html").status_code == 302
    assert not [one for one in folder.rglob("*") if one.is_file()]
    file_id = Attachment.objects.get().pk
    assert "a letter" in client.get(at(case_id, "files/")).content.decode()
    answer = client.get(at(case_id, f"files/{file_id}/"))
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"
    assert Entry.objects.filter(event="attachment_read", subject_id=str(case_id)).count() == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (pdf(b"/S /JavaScript"), "print it to a new PDF"),
        (b"MZ\x90\x00", "Save it as one of these"),
        (b"", "The file is empty."),
        (b"%PDF-" + b"x" * LIMIT, "larger than 8 MB"),
    ],
)
def test_what_may_not_go_in_is_answered_with_what_to_do(content: bytes, says: str) -> None:
    client = seen_by(caseworker())
    answer = send(client, case(), content)
    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert not Attachment.objects.exists()


def test_a_file_of_the_wrong_person_is_taken_away() -> None:
    case_id = case()
    client = seen_by(caseworker())
    send(client, case_id, PNG, "x.png")
    file_id = Attachment.objects.get().pk
    where = at(case_id, f"files/{file_id}/remove/")
    assert "x.png" in client.get(where).content.decode()
    assert "Say why." in post(client, where).content.decode()
    assert post(client, where, {"reason": "It is another person's."}).status_code == 302
    assert client.get(at(case_id, f"files/{file_id}/")).status_code == 404


def test_others_wrong_methods_bad_ids_and_closed_cases() -> None:
    case_id = case()
    client = seen_by(caseworker())
    send(client, case_id, PDF)
    file_id = Attachment.objects.get().pk
    assert post(client, at(case_id, f"files/{file_id}/")).status_code == 405
    assert client.get(at(case_id, f"files/{uuid4()}/")).status_code == 404
    assert client.get(at(case(), f"files/{file_id}/")).status_code == 404
    officer = seen_by(durham_constable())
    for where in ("files/", f"files/{file_id}/", f"files/{file_id}/remove/"):
        hers, nobodys = officer.get(at(case_id, where)), officer.get(at(uuid4(), where))
        assert (hers.status_code, hers.content) == (404, nobodys.content)
    assert send(officer, case_id, PDF).status_code == 404
    closed(case_id)
    assert send(client, case_id, PDF).status_code == 200
    assert Attachment.objects.count() == 1
    assert client.get(at(case_id, f"files/{file_id}/")).content == PDF
