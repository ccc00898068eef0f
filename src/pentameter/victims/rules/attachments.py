"""Which files may be attached to a case: known by their contents, never by their name.

Nothing is opened further than is needed to say what it is. A picture is read to its size, a PDF to the names of what it
would do; neither is drawn.
"""

import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LIMIT = 8 * 1024 * 1024
LONGEST_NAME = 100
MOST_PIXELS = 100_000_000
MOST_INFLATED = 32 * 1024 * 1024


class FileType(StrEnum):
    """What may be attached."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TEXT = "text"

    @property
    def content_type(self) -> str:
        """As browsers are told."""
        return _TYPES[self][0]

    @property
    def ending(self) -> str:
        """The end of its name."""
        return _TYPES[self][1]

    @property
    def words(self) -> str:
        """As people say it."""
        return _TYPES[self][2]


_TYPES = {
    FileType.PDF: ("application/pdf", ".pdf", "PDF"),
    FileType.PNG: ("image/png", ".png", "picture (PNG)"),
    FileType.JPEG: ("image/jpeg", ".jpg", "picture (JPEG)"),
    FileType.TEXT: ("text/plain; charset=utf-8", ".txt", "text"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file is, or in a sentence why it cannot be attached and what to do."""

    type: FileType | None
    verdict: Verdict


def inspect(content: bytes) -> Found:
    """What the bytes are."""
    if not content:
        return _no("The file is empty. Choose another.")
    if len(content) > LIMIT:
        return _no(too_large())
    if content.startswith(b"%PDF-"):
        return _found(FileType.PDF, _pdf(content))
    if content.startswith(_PNG):
        return _found(FileType.PNG, _picture(_png_size(content)))
    if content.startswith(b"\xff\xd8\xff"):
        return _found(FileType.JPEG, _picture(_jpeg_size(content)))
    if _is_text(content):
        return Found(FileType.TEXT, ALLOWED)
    return _no("This is not a PDF, a PNG or JPEG picture, or plain text. Save it as one of these and send it again.")


def too_large() -> str:
    """The sentence for a file above the limit."""
    return f"The file is larger than {LIMIT // 1024**2} MB. Scan it in fewer pages or in black and white, or split it."


def clean_name(name: str, kind: FileType) -> str:
    """A name that is safe to show and to save under: no path, nothing that is not seen, the ending of what it is."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(" " if unicodedata.category(one)[0] in "CZ" else one for one in last)
    plain = re.sub(r'[<>:"|?*;%]', "", seen)
    stem = re.sub(r"\s+", " ", plain.rpartition(".")[0] or plain).strip(" .")
    return f"{stem[:LONGEST_NAME] or 'attachment'}{kind.ending}"


def _no(sentence: str) -> Found:
    return Found(None, refused(sentence))


def _found(kind: FileType, verdict: Verdict) -> Found:
    return Found(kind if verdict.allowed else None, verdict)


# --- pictures ----------------------------------------------------------------------------------------------------

_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""JPEG's markers of a frame, which tells the size (ITU-T T.81, table B.1)."""


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Width and height from the first chunk, which must be IHDR (PNG, section 11.2.2)."""
    if len(content) < 33 or content[8:16] != b"\x00\x00\x00\rIHDR":
        return None
    if zlib.crc32(content[12:29]) != struct.unpack(">I", content[29:33])[0]:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame; segments before it are stepped over by their lengths."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        length = struct.unpack(">H", content[place + 2 : place + 4])[0]
        if length < 2:
            return None
        place += 2 + length
    return None


def _picture(size: tuple[int, int] | None) -> Verdict:
    if size is None or 0 in size:
        return refused("This picture is damaged. Take it or save it again and send that.")
    if size[0] * size[1] > MOST_PIXELS:
        return refused("This picture is larger than a page can be. Save it smaller and send that.")
    return ALLOWED


def _is_text(content: bytes) -> bool:
    try:
        said = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not any(one < " " and one not in "\t\n\r\f" for one in said)


# --- PDF ---------------------------------------------------------------------------------------------------------

_ACTS = (b"JavaScript", b"Launch", b"EmbeddedFile", b"EmbeddedFiles", b"RichMedia", b"Rendition", b"XFA", b"GoToE")
"""Names of what a document would do or carry beside its pages (ISO 32000-2, 12.6.4, 7.11.4, 13.7, 12.7.8)."""
_BARE = rb"\x00\t\n\x0c\r ()<>\[\]{}/%"
_NAME = re.compile(rb"/([^" + _BARE + rb"]+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_NAMES_THAT_TELL = frozenset((*_ACTS, b"ObjStm", b"Encrypt", b"FlateDecode", b"Filter", b"Type"))
_OTHER_WAYS = frozenset((b"ASCIIHexDecode", b"ASCII85Decode", b"LZWDecode", b"RunLengthDecode", b"Crypt"))
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_NUMBERED = re.compile(rb"\s*\d+\s+\d+")
"""How a stream of objects begins: the number of an object and its place."""
_PRINT = "Open it, print it to a new PDF, and send that."


def _pdf(content: bytes) -> Verdict:
    """Whether a PDF is nothing but pages, as far as its names tell; it is given back as a file to save, never shown."""
    if b"%%EOF" not in content[-2048:]:
        return refused("This PDF is not whole. Save it again and send that.")
    names = set(_NAME.findall(content))
    if any(_plain(one) in _NAMES_THAT_TELL for one in names if b"#" in one):
        return refused(f"This PDF hides what it would do. {_PRINT}")
    if b"Encrypt" in names:
        return refused(f"This PDF is locked, so that nobody can see what is in it. {_PRINT}")
    if b"ObjStm" in names and names & _OTHER_WAYS:
        return refused(f"This PDF cannot be looked into. {_PRINT}")
    try:
        for packed in _packed_objects(content) if b"ObjStm" in names else ():
            names |= {_plain(one) for one in _NAME.findall(packed)}
    except (zlib.error, ValueError):
        return refused(f"This PDF cannot be looked into. {_PRINT}")
    if names & set(_ACTS):
        return refused(f"This PDF holds a script or another file. {_PRINT}")
    return ALLOWED


def _plain(name: bytes) -> bytes:
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), name)


def _packed_objects(content: bytes) -> Iterator[bytes]:
    """The objects that lie compressed within streams of objects (ISO 32000-2, 7.5.7), opened with a limit to all.

    Raises:
        ValueError: if they are cut short, or are more than is looked at.
    """
    view, left = memoryview(content), MOST_INFLATED
    for match in _STREAM.finditer(content):
        end = content.find(b"endstream", match.end())
        stream = view[match.end() : end if end >= 0 else None]
        if not _holds_objects(stream):
            continue
        packed = zlib.decompressobj()
        opened = packed.decompress(stream, left)
        left -= len(opened)
        if left <= 0 or not packed.eof:
            raise ValueError("cut short, or more than is looked at")
        yield opened


def _holds_objects(stream: memoryview) -> bool:
    """Whether a stream opens and begins as a stream of objects does, or breaks off before that can be seen."""
    packed = zlib.decompressobj()
    try:
        begins = packed.decompress(stream[:4096], 64)
    except zlib.error:
        return False
    return bool(_NUMBERED.match(begins)) or (len(begins) < 64 and not packed.eof)
