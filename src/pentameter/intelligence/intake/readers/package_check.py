"""Whether a workbook may be opened at all: how large it is unpacked, and what it carries beside its cells.

Every part is unpacked once and counted, so that what the directory promises is also what comes out.
"""

import re
import zipfile
import zlib

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.limits import LARGEST_RATIO, LARGEST_UNPACKED, MOST_PARTS

_CHUNK = 256 * 1024
_SMALL = 1024 * 1024
_ENCRYPTED = 0x1
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error),
    *(NotImplementedError, EOFError, OSError, ValueError, RuntimeError),
)

_MACROS = "it carries macros. Save it as XLSX (Excel workbook) without macros, and send that."
_LINKS = "it takes data from elsewhere. Break the links in Excel (Data, Edit links), save it, and send it again."
_OBJECTS = "it carries embedded objects. Delete them, save it, and send it again."
_REFUSED = (
    (re.compile(r"vbaProject|vbaData|xl/macrosheets/|xl/dialogsheets/", re.I), "macros", _MACROS),
    (re.compile(r"xl/externalLinks/|xl/connections\.xml|xl/queryTables/|xl/model/", re.I), "external_links", _LINKS),
    (re.compile(r"xl/embeddings/|xl/activeX/|\.bin$", re.I), "embedded_objects", _OBJECTS),
)
_PRINTER_SETTINGS = re.compile(r"xl/printerSettings/", re.I)
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.I)
_HYPERLINK = re.compile(rb"/hyperlink[\"']", re.I)


def check(package: zipfile.ZipFile) -> None:
    """Refuse a package that is damaged, grows too much, or carries more than cells.

    Raises:
        FileRefused: its sentence follows the name of the file and a colon.
    """
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _too_large()
    if len({_as_found(part.filename) for part in parts}) < len(parts):
        raise _damaged()
    for part in parts:
        _check_name(part.filename)
        if part.flag_bits & _ENCRYPTED:
            raise FileRefused("password", "it is protected by a password. Take the password off, and send it again.")
        if part.compress_type not in _READABLE:
            raise _damaged()
    left = LARGEST_UNPACKED
    for part in parts:
        left -= _unpack(package, part, left)


def _as_found(name: str) -> str:
    """A part's name as the most lenient reader finds it: of two that it takes for one, only one would be checked."""
    return name.replace("\\", "/").casefold()


def _check_name(name: str) -> None:
    if _PRINTER_SETTINGS.match(name):
        return
    for pattern, code, sentence in _REFUSED:
        if pattern.search(name):
            raise FileRefused(code, sentence)


def _unpack(package: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """The size of a part as it comes out. Its check sum is tested on the way."""
    size = 0
    kept = b""
    keep = part.filename.endswith(".rels") or part.filename == "[Content_Types].xml"
    try:
        with package.open(part) as unpacked:
            while chunk := unpacked.read(_CHUNK):
                size += len(chunk)
                if size > most or (size > _SMALL and size > LARGEST_RATIO * max(part.compress_size, 1)):
                    raise _too_large()
                if keep:
                    kept += chunk
    except _DAMAGED as error:
        raise _damaged() from error
    _check_content(kept)
    return size


def _check_content(content: bytes) -> None:
    """What a list of parts or relations says: macros, or a target outside that is more than a link to click on."""
    if b"macroEnabled" in content:
        raise FileRefused("macros", _MACROS)
    if any(not _HYPERLINK.search(relation) for relation in _EXTERNAL.findall(content)):
        raise FileRefused("external_links", _LINKS)


def _too_large() -> FileRefused:
    return FileRefused(
        "too_large_unpacked",
        f"it grows to more than {LARGEST_UNPACKED // 1024**2} MB, or far beyond what a table does, when unpacked. "
        "Send it in parts, or as CSV.",
    )


def _damaged() -> FileRefused:
    return FileRefused("damaged", "it is incomplete or damaged. Save it again, and send it again.")
