"""The archive that leaves: the manifest first, then the files, piece by piece. Nothing of it lies on a disk."""

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from pentameter.entities.interchange.formats import FORMS
from pentameter.entities.interchange.leaving import Leaving
from pentameter.entities.interchange.manifest import NAME, manifest

PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """An export that is ready to leave. `digest` is the SHA-256 of its manifest, which holds those of its files."""

    leaving: Leaving
    manifest: bytes

    @property
    def digest(self) -> str:
        """The manifest's SHA-256, hexadecimal."""
        return hashlib.sha256(self.manifest).hexdigest()

    @property
    def name(self) -> str:
        """What the archive is called."""
        cover = self.leaving.cover
        return f"pentameter-network-{cover.format.value}-{cover.made_at.date().isoformat()}.zip"

    def pieces(self) -> Iterator[bytes]:
        """The archive, as it is sent."""
        yield from _archive(self)


def package(leaving: Leaving) -> Package:
    """The network on its way out, with its manifest."""
    return Package(leaving, manifest(leaving))


class _Outlet:
    """Takes what the archive writes, and hands it on. It cannot be wound back, and so holds nothing for long."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, content: bytes, /) -> int:
        """Take some."""
        self._held += content
        return len(content)

    def flush(self) -> None:
        """Nothing waits for it."""

    def close(self) -> None:
        """What is held is still handed on."""

    def held(self) -> int:
        """How much waits."""
        return len(self._held)

    def taken(self) -> bytes:
        """What was written since the last time."""
        content = bytes(self._held)
        self._held.clear()
        return content


def _archive(package: Package) -> Iterator[bytes]:
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry(package, NAME), package.manifest)
        for name, write in FORMS[package.leaving.cover.format].files:
            with archive.open(_entry(package, name), "w", force_zip64=True) as file:
                for piece in write(package.leaving):
                    file.write(piece.encode())
                    if outlet.held() >= PIECE:
                        yield outlet.taken()
    yield outlet.taken()


def _entry(package: Package, name: str) -> zipfile.ZipInfo:
    """A file of the archive, dated as the export is: the same export is the same archive."""
    at = package.leaving.cover.made_at
    entry = zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
    return entry
