"""A file to attach is known by its bytes, and what is wrong is said at its field."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pentameter.victims.forms.support_files import AttachForm
from pentameter.victims.rules.attachments import LIMIT
from victims.some_files import PDF, pdf


def test_a_file_as_sent() -> None:
    form = AttachForm({"about": "a letter"}, {"file": SimpleUploadedFile("a.exe", PDF)})
    assert form.is_valid(), form.errors
    assert (form.upload.name, form.upload.content, form.upload.about) == ("a.exe", PDF, "a letter")


@pytest.mark.parametrize(
    ("content", "says"),
    [(pdf(b"/S /JavaScript"), "print it to a new PDF"), (b"MZ\x00", "Save it as one of these"), (b"", "is empty")],
)
def test_what_is_wrong_is_said(content: bytes, says: str) -> None:
    assert says in str(AttachForm({}, {"file": SimpleUploadedFile("a.pdf", content)}).errors["file"])


def test_one_above_the_limit_and_none_at_all() -> None:
    large = SimpleUploadedFile("a.pdf", b"x")
    large.size = LIMIT + 1
    assert "larger than 8 MB" in str(AttachForm({}, {"file": large}).errors["file"])
    assert "Choose a file first." in str(AttachForm({}, {}).errors["file"])
