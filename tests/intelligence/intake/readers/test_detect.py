from pathlib import Path

import pytest

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers.detect import Form, form_of
from tests.intelligence.intake import bad_files
from tests.intelligence.intake.rows import REPORT, table


@pytest.fixture
def received(tmp_path: Path) -> Path:
    return tmp_path / "received"


@pytest.mark.parametrize(
    ("content", "name", "form"),
    [
        (b"agency,looked\n", "week.csv", Form.TEXT),
        (b"agency,looked\n", "WEEK.CSV", Form.TEXT),
        (b"agency\tlooked\n", "week.tsv", Form.TEXT),
        (b"agency,looked\n", "week", Form.TEXT),
        ("agency,looked\n".encode("utf-16"), "week.txt", Form.TEXT),
        (b'\xef\xbb\xbf {"form": "nrm"}', "week.json", Form.JSON),
        ('[{"a": 1}]'.encode("utf-16"), "week.json", Form.JSON),
        (bad_files.workbook(), "week.xlsx", Form.WORKBOOK),
        (bad_files.workbook(), "week", Form.WORKBOOK),
    ],
)
def test_the_form_is_what_the_file_holds(content: bytes, name: str, form: Form, received: Path) -> None:
    received.write_bytes(content)
    assert form_of(received, name) is form


@pytest.mark.parametrize(
    ("content", "name", "code", "said"),
    [
        (b"", "week.csv", "empty", "week.csv is empty"),
        (b"\r\n \t\r\n", "week.csv", "empty", "week.csv is empty"),
        (b"\xef\xbb\xbf", "week.csv", "empty", "week.csv is empty"),
        (b"\x00" * 5000, "week.csv", "empty", "week.csv is empty"),
        (bad_files.workbook(), "week.csv", "extension", "week.csv ends in .csv, but what it holds is XLSX"),
        (table([REPORT]).encode(), "week.xlsx", "extension", "but what it holds is CSV"),
        (b"[]", "week.csv", "extension", "but what it holds is JSON"),
        (table([REPORT]).encode(), "week.pdf", "extension", "week.pdf ends in .pdf"),
        (bad_files.workbook(), "week.xlsm", "macros", "made for macros"),
        (b"%PDF-1.7 ...", "week.pdf", "pdf", "is a PDF"),
        (b"{\\rtf1 ...}", "week.json", "document", "word processor"),
        (b"\x1f\x8b\x08...", "week.csv", "archive", "Unpack it"),
        (b"\x89PNG\r\n", "week.csv", "picture", "is a picture"),
        (b"<html><table>", "week.xls", "markup", "is a web page or XML"),
        (b"  <?xml version='1.0'?>", "week.csv", "markup", "is a web page or XML"),
        (bad_files.old_xls(), "week.xls", "old_office", "old office program"),
        (bad_files.encrypted_ole(), "week.xlsx", "password", "Take the password off in Excel"),
        (bad_files.package({"word/document.xml": b""}), "week.docx", "document", "word processor"),
        (bad_files.package({"mimetype": b"", "content.xml": b""}), "week.ods", "open_document", "OpenDocument"),
        (bad_files.package({"xl/workbook.bin": b""}), "week.xlsb", "binary_workbook", ".xlsb"),
        (bad_files.package({"week.csv": b"a,b"}), "week.zip", "archive", "Unpack it"),
        (b"PK\x03\x04 and no more", "week.xlsx", "damaged", "incomplete or damaged"),
    ],
)
def test_what_is_not_read_says_what_to_do(content: bytes, name: str, code: str, said: str, received: Path) -> None:
    received.write_bytes(content)
    with pytest.raises(FileRefused) as refused:
        form_of(received, name)
    assert refused.value.code == code
    assert said in refused.value.sentence
    assert refused.value.sentence.endswith(".")
