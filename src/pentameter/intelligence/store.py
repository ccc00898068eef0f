"""Received files, kept sealed on disk until every row of them is in the database.

A file is sealed in pieces of one megabyte, each bound to the file and its place in it. To be read, it is opened into a
nameless temporary file that vanishes with the process, whatever happens to it.
"""

import hashlib
import os
import struct
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from pentameter.kernel import sealing
from pentameter.keyring import api as keyring

PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept: the digest (SHA-256, hexadecimal) and size in bytes of the file as it was sent."""

    digest: str
    size: int


class TooLarge(Exception):  # noqa: N818 - what happened, as people say it
    """The file is larger than an upload may be."""


class Lost(Exception):  # noqa: N818 - what happened, as people say it
    """What was kept of the file is gone or was changed."""


class Keeping:
    """A file that is being sealed as it comes in. It counts as kept once `done` has answered."""

    def __init__(self, file_id: UUID, *, limit: int) -> None:
        self._id, self._final, self._limit = file_id, _path(file_id), limit
        self._partial = self._final.with_suffix(".partial")
        self._out = self._partial.open("wb")
        self._digest, self._size, self._number = hashlib.sha256(), 0, 0
        self._held = bytearray()

    def add(self, chunk: bytes) -> None:
        """Seal some more of it.

        Raises:
            TooLarge: past `limit` bytes; nothing of it is kept then.
        """
        self._size += len(chunk)
        if self._size > self._limit:
            self.abandon()
            raise TooLarge
        self._digest.update(chunk)
        self._held += chunk
        while len(self._held) >= PIECE:
            self._write(bytes(self._held[:PIECE]))
            del self._held[:PIECE]

    def done(self) -> Kept:
        """Make it durable."""
        if self._held:
            self._write(bytes(self._held))
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        self._partial.rename(self._final)
        _fsync_folder(self._final.parent)
        return Kept(digest=self._digest.hexdigest(), size=self._size)

    def abandon(self) -> None:
        """Keep nothing of it."""
        self._out.close()
        self._partial.unlink(missing_ok=True)

    def _write(self, piece: bytes) -> None:
        sealed = sealing.seal(_key(), piece, bound_to=f"file:{self._id}:{self._number}")
        self._out.write(struct.pack(">I", len(sealed)) + sealed)
        self._number += 1


def keep(file_id: UUID, chunks: Iterable[bytes], *, limit: int) -> Kept:
    """Seal a file as it comes in and make it durable.

    Raises:
        TooLarge: past `limit` bytes.
    """
    keeping = Keeping(file_id, limit=limit)
    try:
        for chunk in chunks:
            keeping.add(chunk)
        return keeping.done()
    except BaseException:
        keeping.abandon()
        raise


@contextmanager
def opened(file_id: UUID, *, digest: str) -> Iterator[Path]:
    """The file as it was sent, at a path that only this process and its children can open.

    Raises:
        Lost: if it is not there, or not as it was kept.
    """
    handle = os.open(_folder(), os.O_TMPFILE | os.O_RDWR, 0o600)
    try:
        with os.fdopen(os.dup(handle), "wb") as out:
            out.writelines(_unsealed(file_id, digest))
        yield Path(f"/proc/{os.getpid()}/fd/{handle}")
    finally:
        os.close(handle)


def kept_as(file_id: UUID) -> str:
    """The name of a kept file in its folder."""
    return f"{file_id}.sealed"


def is_kept(file_id: UUID) -> bool:
    """Whether anything is kept of a file."""
    return _path(file_id).exists()


def discard(file_id: UUID) -> None:
    """Remove a file whose rows are all in the database, or that was refused."""
    _path(file_id).unlink(missing_ok=True)


def sweep(older_than: datetime, *, known: Container[UUID]) -> int:
    """Remove what was sealed for uploads that never came to their end: older, and of no known file. Tells how many."""
    stale = [
        path
        for path in _folder().iterdir()
        if path.stat().st_mtime < older_than.timestamp() and UUID(path.name.partition(".")[0]) not in known
    ]
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale)


def _unsealed(file_id: UUID, digest: str) -> Iterator[bytes]:
    found = hashlib.sha256()
    try:
        with _path(file_id).open("rb") as sealed:
            number = 0
            while length := sealed.read(4):
                piece = sealed.read(struct.unpack(">I", length)[0])
                plain = sealing.unseal(_key(), piece, bound_to=f"file:{file_id}:{number}")
                found.update(plain)
                yield plain
                number += 1
    except (FileNotFoundError, struct.error, sealing.SealBroken) as error:
        raise Lost(f"What was kept of file {file_id} can no longer be read.") from error
    if found.hexdigest() != digest:
        raise Lost(f"What was kept of file {file_id} is not what was sent.")


def _key() -> bytes:
    return keyring.standing_key("received files")


def _folder() -> Path:
    folder = Path(settings.INTAKE_FOLDER)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _path(file_id: UUID) -> Path:
    return _folder() / kept_as(file_id)


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
