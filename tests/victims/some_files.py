"""Small files for the tests: made here, holding nothing of anybody."""

import struct
import zlib


def png(width: int = 4, height: int = 3) -> bytes:
    """A PNG as far as its header; nothing of it is drawn."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + b"\x00" * 12


def jpeg(width: int = 4, height: int = 3) -> bytes:
    """A JPEG as far as its frame."""
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + b"\x00" * 9
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + b"\x00" * 10
    return b"\xff\xd8" + app + frame + b"\xff\xd9"


def pdf(inside: bytes = b"<< /Type /Page >>") -> bytes:
    """A PDF as far as its names."""
    return b"%PDF-1.7\n1 0 obj\n" + inside + b"\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"


def packed(objects: bytes) -> bytes:
    """A stream of objects, compressed as writers of PDF do."""
    return b"<< /Type /ObjStm /N 1 /Filter /FlateDecode >>\nstream\r\n" + zlib.compress(objects) + b"\nendstream"


PNG, JPEG, PDF = png(), jpeg(), pdf()
