"""Where checkpoints are kept: a file that is only ever added to, in a folder that can be on another machine.

Every line is on the disk before `append` returns. The public keys lie beside it, so that an auditor can check the
signatures without this installation; which of them to trust, the auditor decides.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pentameter.audit.checkpoints import Book, Checkpoint, check
from pentameter.audit.signing import Signer, Trust

FILE = "checkpoints.jsonl"
EVERY = 1_000
"""How many rows may be added before a checkpoint is written without being asked for."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The folder of checkpoints, who signs them, and the public keys of those who signed before."""

    folder: Path
    signer: Signer
    earlier: tuple[bytes, ...] = ()

    @property
    def path(self) -> Path:
        """The file of checkpoints."""
        return self.folder / FILE

    @property
    def trust(self) -> Trust:
        """The keys whose signatures count here."""
        return Trust.of([self.signer.public, *self.earlier])

    def read(self) -> Book:
        """Every checkpoint whose signature holds, and what is wrong with the others."""
        return check(self._lines(), self.trust)

    @contextmanager
    def locked(self) -> Iterator[Book]:
        """The book, while nobody else may add to it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "checkpoints.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield self.read()

    def append(self, checkpoint: Checkpoint) -> None:
        """Add a line, on the disk when this returns. Call it while the book is locked."""
        self._export_key()
        with open(self.path, "ab") as file:
            file.truncate(_whole(self.path))
            file.write(f"{checkpoint.line()}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(self.folder)

    def _lines(self) -> list[str]:
        if not self.path.exists():
            return []
        whole = self.path.read_bytes()[: _whole(self.path)]
        return whole.decode(errors="replace").splitlines()

    def _export_key(self) -> None:
        path = self.folder / f"checkpoint-{self.signer.key_id}.pub"
        if not path.exists():
            path.write_text(self.signer.public.hex() + "\n", encoding="ascii")


def _whole(path: Path) -> int:
    """How many bytes are whole lines: a power cut may leave the last one unfinished, and nobody was told of it."""
    return path.read_bytes().rfind(b"\n") + 1


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
