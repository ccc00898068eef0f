"""Received files, kept sealed on disk until every row of them is in the database.

A file is sealed in pieces of one megabyte, each bound to the file and its place in it. To be read, it is opened into a
nameless temporary file that vanishes with the process, whatever happens to it.
"""

import hashlib
import os
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from pentameter.kernel import sealing

PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept: the digest (SHA-256, hexadecimal) and size in bytes of the file as it was sent."""

    digest: str
    size: int


class TooLarge(Exception):  # noqa: N818 - what happened, as people say it
    """The file is larger than an upload may be."""


def keep(file_id: UUID, chunks: Iterable[bytes]) -> Kept:
    """Seal a file as it comes in and make it durable.

    Raises:
        TooLarge: past `settings.UPLOAD_LIMIT` bytes.
    """
    digest, size = hashlib.sha256(), 0
    final = _path(file_id)
    partial = final.with_suffix(".partial")
    with partial.open("wb") as out:
        for number, piece in enumerate(_pieces(chunks)):
            size += len(piece)
            if size > settings.UPLOAD_LIMIT:
                partial.unlink()
                raise TooLarge
            digest.update(piece)
            sealed = sealing.seal(_key(), piece, bound_to=f"file:{file_id}:{number}")
            out.write(struct.pack(">I", len(sealed)) + sealed)
        out.flush()
        os.fsync(out.fileno())
    partial.rename(final)
    _fsync_folder(final.parent)
    return Kept(digest=digest.hexdigest(), size=size)


@contextmanager
def opened(file_id: UUID) -> Iterator[Path]:
    """The file as it was sent, at a path that only this process can open."""
    handle = os.open(_folder(), os.O_TMPFILE | os.O_RDWR, 0o600)
    try:
        with os.fdopen(os.dup(handle), "wb") as out:
            out.writelines(_unsealed(file_id))
        yield Path(f"/proc/{os.getpid()}/fd/{handle}")
    finally:
        os.close(handle)


def discard(file_id: UUID) -> None:
    """Remove a file whose rows are all in the database, or that was refused."""
    _path(file_id).unlink(missing_ok=True)


def _unsealed(file_id: UUID) -> Iterator[bytes]:
    with _path(file_id).open("rb") as sealed:
        number = 0
        while length := sealed.read(4):
            piece = sealed.read(struct.unpack(">I", length)[0])
            yield sealing.unseal(_key(), piece, bound_to=f"file:{file_id}:{number}")
            number += 1


def _pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) >= PIECE:
            yield bytes(held[:PIECE])
            del held[:PIECE]
    if held:
        yield bytes(held)


def _key() -> bytes:
    return sealing.derive(settings.ROOT_KEY, "received files")


def _folder() -> Path:
    folder = Path(settings.INTAKE_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _path(file_id: UUID) -> Path:
    return _folder() / f"{file_id}.sealed"


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
