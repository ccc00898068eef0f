"""What may be attached is known by its bytes; what a document would do is refused with what to do instead."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.victims.rules.attachments import LIMIT, MOST_INFLATED, FileType, clean_name, inspect
from victims.some_files import JPEG, PDF, PNG, jpeg, packed, pdf, png


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, FileType.PDF),
        (PNG, FileType.PNG),
        (JPEG, FileType.JPEG),
        ("A letter, with ąćę and 你好.\r\n\tYours".encode(), FileType.TEXT),
        (b"\xef\xbb\xbfwith a mark", FileType.TEXT),
        (b"<html><script>alert(1)</script>", FileType.TEXT),
    ],
)
def test_what_may_be_attached(content: bytes, kind: FileType) -> None:
    found = inspect(content)
    assert found.type is kind
    assert found.verdict.allowed


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"x" * (LIMIT + 1), "larger than 8 MB"),
        (b"MZ\x90\x00\x03", "not a PDF"),
        (b"PK\x03\x04\x00", "not a PDF"),
        (b"GIF89a\x01\x00", "not a PDF"),
        (b"text with \x00 in it", "not a PDF"),
        (b"\xff\xfet\x00e\x00x\x00t\x00", "not a PDF"),
        (PNG[:20], "damaged"),
        (png(0, 5), "damaged"),
        (png(60_000, 60_000), "larger than a page"),
        (PNG[:29] + b"\x00\x00\x00\x00" + PNG[33:], "damaged"),
        (JPEG[:6], "damaged"),
        (jpeg(0, 10), "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x01" + b"\x00" * 20, "damaged"),
        (PDF[:40], "not whole"),
        (pdf(b"/S /JavaScript /JS (app.alert(1))"), "script or another file"),
        (pdf(b"/S /Launch /F (x)"), "script or another file"),
        (pdf(b"/Names << /EmbeddedFiles 3 0 R >>"), "script or another file"),
        (pdf(b"/AcroForm << /XFA 9 0 R >>"), "script or another file"),
        (pdf(b"/S /Java#53cript"), "hides what it would do"),
        (pdf(b"/Type /Obj#53tm"), "hides what it would do"),
        (pdf(b"/Encrypt 5 0 R"), "locked"),
        (pdf(packed(b"1 0 << /S /JavaScript /JS (x) >>")), "script or another file"),
        (pdf(packed(b"1 0 << /S /Java#53cript >>")), "script or another file"),
        (pdf(packed(b"1 0 " + b" " * (MOST_INFLATED + 10))), "cannot be looked into"),
        (pdf(packed(b"1 0 << /S /JavaScript >>")[:-24] + b"\nendstream"), "cannot be looked into"),
        (pdf(b"<< /Type /ObjStm /Filter [/ASCII85Decode /FlateDecode] >>"), "cannot be looked into"),
    ],
)
def test_what_may_not_and_what_to_do(content: bytes, says: str) -> None:
    found = inspect(content)
    assert found.type is None
    assert not found.verdict.allowed
    assert says in found.verdict.reason
    assert any(act in found.verdict.reason for act in ("send", "Choose", "Save", "Scan"))


def test_a_script_in_a_pdf_is_answered_with_what_to_do() -> None:
    assert "print it to a new PDF" in inspect(pdf(b"/S /JavaScript")).verdict.reason


def test_objects_that_lie_packed_are_looked_at_and_may_be_harmless() -> None:
    assert inspect(pdf(packed(b"1 0 2 30 << /Type /Page >> << /Type /Font >>"))).type is FileType.PDF
    picture = b"<< /Filter /DCTDecode >>\nstream\n" + bytes(range(256)) * 4 + b"\nendstream"
    assert inspect(pdf(packed(b"1 0 << /Type /Page >>") + picture)).type is FileType.PDF


@given(st.binary(max_size=400))
def test_no_bytes_are_too_strange_to_be_answered(noise: bytes) -> None:
    for start in (b"", b"%PDF-1.7\n", PNG[:16], b"\xff\xd8\xff"):
        found = inspect(start + noise + b"%%EOF")
        assert (found.type is not None) is found.verdict.allowed


def test_a_jpeg_with_fill_bytes_and_segments_is_read_to_its_frame() -> None:
    segment = b"\xff\xe1" + struct.pack(">H", 2 + 10) + b"0123456789"
    assert inspect(JPEG[:2] + segment + b"\xff" + JPEG[2:]).type is FileType.JPEG
    assert zlib.crc32(b"") == 0


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("letter.pdf", "letter.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        (r"C:\Users\x\doctor's note.PDF", "doctor's note.pdf"),
        ("invoice\u202efdp.exe", "invoice fdp.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf"),
        ("", "attachment.pdf"),
        ("....", "attachment.pdf"),
        ("<b>.pdf", "b.pdf"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
        ("List ąę.txt", "List ąę.pdf"),
    ],
)
def test_names_are_cleaned(name: str, cleaned: str) -> None:
    assert clean_name(name, FileType.PDF) == cleaned


@given(st.text(max_size=200))
def test_no_name_keeps_a_path_or_what_is_not_seen(name: str) -> None:
    cleaned = clean_name(name, FileType.TEXT)
    assert cleaned.endswith(".txt")
    assert not set(cleaned) & set('/\\\r\n\x00"<>')
    assert len(cleaned) <= 104
