"""Uploads are sealed while they come in, from those who may send, and are gone unless they are taken."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

import cast
from pentameter.intelligence.uploads import SealedUpload, too_large
from pentameter.kernel.actor import Actor


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """A folder of the test's own."""
    settings.INTAKE_FOLDER = tmp_path / "intake"
    settings.UPLOAD_LIMIT = 2_000_000
    return tmp_path / "intake"


def sending(rf: RequestFactory, content: bytes, who: Actor | None) -> HttpRequest:
    """A request that carries a file."""
    request = rf.post("/", {"first": "1", "file": SimpleUploadedFile("a.csv", content), "last": "2"})
    request.actor = who  # type: ignore[attr-defined]  # Django's request has no such field
    return request


def test_a_file_is_sealed_and_gone_when_the_request_ends(rf: RequestFactory, folder: Path) -> None:
    request = sending(rf, b"secret" * 100_000, cast.durham_constable())
    upload = request.FILES["file"]
    assert isinstance(upload, SealedUpload)
    assert (upload.size, upload.arrived.kept.size) == (600_000, 600_000)
    assert b"secret" not in next(folder.iterdir()).read_bytes()
    request.close()
    assert list(folder.iterdir()) == []


def test_a_file_that_was_taken_stays(rf: RequestFactory, folder: Path) -> None:
    request = sending(rf, b"secret", cast.durham_constable())
    upload = request.FILES["file"]
    assert isinstance(upload, SealedUpload)
    upload.taken()
    request.close()
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("who", [None, cast.auditor(), cast.removals_officer()])
def test_from_others_nothing_is_kept(rf: RequestFactory, folder: Path, who: Actor | None) -> None:
    request = sending(rf, b"x" * 500_000, who)
    assert not request.FILES
    assert request.POST["last"] == "2"
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_file_above_the_limit_is_read_past(rf: RequestFactory, folder: Path) -> None:
    request = sending(rf, b"x" * 3_000_000, cast.durham_constable())
    assert too_large(request)
    assert request.POST["first"] == "1"
    assert list(folder.iterdir()) == []


def test_an_upload_that_breaks_off_leaves_nothing(rf: RequestFactory, folder: Path) -> None:
    whole = sending(rf, b"x" * 500_000, cast.durham_constable())
    body = whole.body
    cut = rf.generic("POST", "/", body[:200_000], content_type=whole.META["CONTENT_TYPE"])
    cut.actor = cast.durham_constable()  # type: ignore[attr-defined]  # Django's request has no such field
    kept = [one for one in cut.FILES.values() if isinstance(one, SealedUpload)]
    cut.close()
    assert list(folder.iterdir()) == []
    assert len(kept) <= 1
