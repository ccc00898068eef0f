"""What a file is, by what it holds; its name must agree."""

import re
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path, PurePath

from pentameter.intelligence.intake.drafts import FileRefused


class Form(StrEnum):
    """The forms of file that are read."""

    TEXT = "CSV"
    WORKBOOK = "XLSX"
    JSON = "JSON"
    LINES = "JSON lines"
    NETWORK = "a network in a ZIP archive"


_ENDINGS: Mapping[Form, tuple[str, ...]] = {
    Form.TEXT: (".csv", ".tsv", ".txt"),
    Form.WORKBOOK: (".xlsx",),
    Form.JSON: (".json",),
    Form.LINES: (".json", ".jsonl", ".ndjson", ".ijson", ".ftm"),
    Form.NETWORK: (".zip",),
}
"""How a file's name may end, by form; the first is what is offered."""

TABLES = ("nodes.csv", "edges.csv")
LINES = "network.ftm.json"
"""What an archive may hold: a network as two tables, or as lines."""

_OFFER = "Send CSV, XLSX or JSON."
_SAVE_AS = "Open it, save it as XLSX (Excel workbook) or CSV, and send that."
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_SIGNATURES = (
    (b"%PDF", "pdf", f"is a PDF, from which rows cannot be read. {_OFFER}"),
    (b"{\\rtf", "document", f"is a document of a word processor. {_OFFER}"),
    (b"\x1f\x8b", "archive", "is a packed archive. Unpack it and send the file inside."),
    (b"7z\xbc\xaf\x27\x1c", "archive", "is a packed archive. Unpack it and send the file inside."),
    (b"Rar!", "archive", "is a packed archive. Unpack it and send the file inside."),
    (b"\x89PNG", "picture", f"is a picture. {_OFFER}"),
    (b"\xff\xd8\xff", "picture", f"is a picture. {_OFFER}"),
    (b"GIF8", "picture", f"is a picture. {_OFFER}"),
)
_MARKUP = (b"<?xml", b"<html", b"<!doctype", b"<table", b"<workbook")
_BEGINNING = 64 * 1024
_DIRECTORY = 1024 * 1024


def form_of(path: Path, name: str) -> Form:
    """The form of a file.

    Raises:
        FileRefused: with what to do, where it is no form that is read or where its name says something else.
    """
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
    if not beginning.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileRefused("empty", f"{name} is empty. Check that the right file was saved, and send it again.")
    form = _by_content(path, name, beginning)
    _agree(form, name)
    return form


def _by_content(path: Path, name: str, beginning: bytes) -> Form:
    if beginning.startswith(_OLE):
        raise _of_old_office(path, name)
    if beginning.startswith(b"PK"):
        return _of_zip(path, name)
    for signature, code, what in _SIGNATURES:
        if beginning.startswith(signature):
            raise FileRefused(code, f"{name} {what}")
    text = beginning.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if text[:10].lower().startswith(_MARKUP):
        raise FileRefused("markup", f"{name} is a web page or XML, whatever its name says. {_SAVE_AS}")
    if _RECORD.match(text) and _is_line(text.partition(b"\n")[0]):
        return Form.LINES
    return Form.JSON if text.startswith((b"{", b"[")) else Form.TEXT


_RECORD = re.compile(rb"\{\s*\"")


def _is_line(line: bytes) -> bool:
    """Whether the first line is a record of FollowTheMoney by itself: it names its schema and its properties."""
    return b'"schema"' in line and b'"properties"' in line


def _of_old_office(path: Path, name: str) -> FileRefused:
    """An OLE container: a protected workbook, or a file of the old office programs."""
    with path.open("rb") as file:
        start = file.read(_DIRECTORY)
        file.seek(max(0, path.stat().st_size - _DIRECTORY))
        ends = start + file.read()
    if "EncryptedPackage".encode("utf-16-le") in ends:
        return FileRefused(
            "password", f"{name} is protected by a password. Take the password off in Excel, and send it again."
        )
    return FileRefused("old_office", f"{name} is a file of an old office program (.xls, .doc). {_SAVE_AS}")


def _of_zip(path: Path, name: str) -> Form:
    try:
        with zipfile.ZipFile(path) as package:
            parts = set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise FileRefused(
            "damaged", f"{name} is incomplete or damaged: it cannot be unpacked. Save it again, and send it again."
        ) from error
    if parts.issuperset(TABLES) or LINES in parts:
        return Form.NETWORK
    if "xl/workbook.xml" in parts:
        return Form.WORKBOOK
    if "xl/workbook.bin" in parts:
        raise FileRefused("binary_workbook", f"{name} is a binary workbook (.xlsb). {_SAVE_AS}")
    if "word/document.xml" in parts:
        raise FileRefused("document", f"{name} is a document of a word processor. {_OFFER}")
    if "content.xml" in parts and "mimetype" in parts:
        raise FileRefused("open_document", f"{name} is an OpenDocument file (.ods, .odt). {_SAVE_AS}")
    raise FileRefused("archive", f"{name} is a packed archive. Unpack it and send the file inside.")


def _agree(form: Form, name: str) -> None:
    ending = PurePath(name).suffix.lower()
    if ending == ".xlsm":
        raise FileRefused(
            "macros", f"{name} is a workbook made for macros. Save it as XLSX (Excel workbook), and send that."
        )
    if ending and ending not in _ENDINGS[form]:
        raise FileRefused(
            "extension",
            f"{name} ends in {ending[:12]}, but what it holds is {form.value}. "
            f"Check that it is the right file, let its name end in {_ENDINGS[form][0]}, "
            "and send it again.",
        )
