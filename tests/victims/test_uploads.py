"""A file to attach comes in through memory alone; every other upload is left to the handlers that follow."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from cast import caseworker, durham_constable, removals_officer
from pentameter.intelligence.uploads import SealedUpload
from pentameter.kernel.actor import Actor
from pentameter.victims.rules.attachments import LIMIT
from pentameter.victims.uploads import InMemoryHandler

HERE = f"/cases/{uuid4()}/support/files/"


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """A folder of the test's own, for what other handlers would keep."""
    settings.INTAKE_FOLDER = tmp_path / "intake"
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


def sending(rf: RequestFactory, content: bytes, who: Actor | None, *, to: str = HERE, files: int = 1) -> HttpRequest:
    """A request that carries files between its fields."""
    sent = {f"file{number}": SimpleUploadedFile(f"{number}.pdf", content) for number in range(files)}
    request = rf.post(to, {"first": "1", **sent, "last": "2"})
    request.actor = who  # type: ignore[attr-defined]  # Django's request has no such field
    return request


def on_disk(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def test_it_comes_before_the_handler_that_writes_to_disk(settings: LazySettings) -> None:
    mine = settings.FILE_UPLOAD_HANDLERS.index(f"{InMemoryHandler.__module__}.InMemoryHandler")
    assert mine < settings.FILE_UPLOAD_HANDLERS.index("pentameter.intelligence.uploads.SealingHandler")


def test_a_file_to_attach_never_touches_the_disk(rf: RequestFactory, folder: Path) -> None:
    request = sending(rf, b"secret" * 500_000, caseworker())
    upload = request.FILES["file0"]
    assert (upload.size, upload.read()) == (3_000_000, b"secret" * 500_000)
    assert not isinstance(upload, SealedUpload)
    assert (request.POST["first"], request.POST["last"]) == ("1", "2")
    assert on_disk(folder) == []
    request.close()


def test_of_a_file_above_the_limit_only_its_size_is_known(rf: RequestFactory, folder: Path) -> None:
    request = sending(rf, b"x" * (LIMIT + 500_000), caseworker())
    upload = request.FILES["file0"]
    assert upload.size == LIMIT + 500_000
    assert len(upload.read()) == LIMIT + 1
    assert request.POST["last"] == "2"
    assert on_disk(folder) == []


def test_a_second_file_is_read_past(rf: RequestFactory, folder: Path) -> None:
    request = sending(rf, b"x" * 100_000, caseworker(), files=3)
    assert list(request.FILES) == ["file0"]
    assert request.POST["last"] == "2"
    assert on_disk(folder) == []


@pytest.mark.parametrize("to", ["/intelligence/intake/", "/nowhere/"])
def test_other_uploads_are_sealed_as_before(rf: RequestFactory, folder: Path, to: str) -> None:
    request = sending(rf, b"secret" * 1000, caseworker(), to=to)
    assert isinstance(request.FILES["file0"], SealedUpload)
    assert all(b"secret" not in one.read_bytes() for one in on_disk(folder))
    request.close()
    assert on_disk(folder) == []


@pytest.mark.parametrize("who", [None, removals_officer()], ids=["nobody", "removals officer"])
def test_from_those_who_may_nothing_nothing_is_kept(rf: RequestFactory, folder: Path, who: Actor | None) -> None:
    request = sending(rf, b"secret" * 1000, who)
    assert not request.FILES
    assert on_disk(folder) == []


def test_who_sends_reports_and_supports_nobody_has_it_sealed_and_gone(rf: RequestFactory, folder: Path) -> None:
    request = sending(rf, b"secret" * 1000, durham_constable())
    assert isinstance(request.FILES["file0"], SealedUpload)
    request.close()
    assert on_disk(folder) == []
