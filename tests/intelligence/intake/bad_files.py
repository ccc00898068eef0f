"""Files that must be refused, really built: what a careless or an ill-meaning sender could send."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pentameter.intelligence.intake.columns import names
from pentameter.intelligence.intake.drafts import FileKind
from tests.intelligence.intake.rows import REPORT

HEADINGS = names(FileKind.REPORTS)


def workbook(
    change: Callable[[Workbook, Worksheet], None] | None = None, *, rows: Iterable[Mapping[str, str]] = (REPORT,)
) -> bytes:
    """A workbook with a sheet "Reports", changed as a test needs it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = fill(book, "Reports", rows)
        if change:
            change(book, sheet)
    return content.getvalue()


def fill(book: Workbook, name: str, rows: Iterable[Mapping[str, str]] = (REPORT,)) -> Worksheet:
    """A sheet of reports."""
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, HEADINGS)
    for number, row in enumerate(rows, start=1):
        for column, name in enumerate(HEADINGS):
            if row.get(name):
                sheet.write_string(number, column, row[name])
    return sheet


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A package with parts added or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename not in parts:
                new.writestr(part.filename, old.read(part))
        for name, part_content in parts.items():
            new.writestr(name, part_content)
    return made.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """A part of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


def replaced(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """A package in one part of which something stands instead of something else."""
    part = part_of(content, name)
    assert old in part
    return with_parts(content, {name: part.replace(old, new)})


def zip_bomb(megabytes: int) -> bytes:
    """A workbook whose sheet is a few kilobytes packed and many megabytes unpacked."""
    sheet = b"<worksheet><sheetData>" + b" " * (megabytes * 1024**2) + b"</sheetData></worksheet>"
    return with_parts(workbook(), {"xl/worksheets/sheet1.xml": sheet})


def with_wrong_size(true_megabytes: int, said: int) -> bytes:
    """A workbook whose directory says something else of a part's size than is true."""
    content = with_parts(workbook(), {"xl/worksheets/sheet1.xml": bytes(true_megabytes * 1024**2)})
    true_size = struct.pack("<I", true_megabytes * 1024**2)
    assert true_size in content
    return content.replace(true_size, struct.pack("<I", said))


def encrypted_ole() -> bytes:
    """The beginning of an OLE container as Excel writes it for a protected workbook."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    return (
        header
        + "EncryptionInfo".encode("utf-16-le")
        + bytes(100)
        + "EncryptedPackage".encode("utf-16-le")
        + bytes(2048)
    )


def old_xls() -> bytes:
    """The beginning of a workbook of Excel 97."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "Workbook".encode("utf-16-le") + bytes(2048)


def package(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP package."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return content.getvalue()


def encrypted_zip() -> bytes:
    """A package one of whose parts says that it is encrypted."""
    content = bytearray(workbook())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def with_wrong_checksum() -> bytes:
    """A workbook in which some bytes of a part were changed on the way."""
    content = workbook()
    with zipfile.ZipFile(io.BytesIO(content)) as read:
        info = read.getinfo("xl/worksheets/sheet1.xml")
    crc = struct.pack("<I", zlib.crc32(part_of(content, info.filename)))
    return content.replace(crc, struct.pack("<I", 1))
