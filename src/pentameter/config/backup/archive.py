"""The file of a backup: a compressed tar, sealed to its recipients in the age format while it is written.

Nothing of it lies on disk in the clear but what lay there before. The file has its name once all of it is on the disk.
"""

import gzip
import hashlib
import os
import tarfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path

import pyrage

from pentameter.config.backup.recipients import Identity, Recipient
from pentameter.config.environment import Misconfigured

PIECE = 1024 * 1024
Members = Mapping[str, Path]


def write(target: Path, members: Members, recipients: list[Recipient], told: Callable[[int], None]) -> None:
    """Seal files under their names within the archive. `told` is called with the bytes of each that was added."""
    with (
        growing(target) as out,
        _through(lambda end: pyrage.encrypt_io(end, out, recipients), writing=True) as pipe,
        gzip.GzipFile(fileobj=pipe, mode="wb", compresslevel=1, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|") as archive,
    ):
        for name, path in members.items():
            archive.add(path, name, recursive=False, filter=_nobody)
            told(path.stat().st_size)


def unpack(source: Path, folder: Path, identity: Identity, *, packed: bool = True) -> None:
    """Open an archive into an empty folder. What it holds counts only once this has returned.

    Raises:
        Misconfigured: where the key is not a recipient's, or the file is cut short or changed.
    """
    try:
        with (
            source.open("rb") as sealed,
            _through(lambda end: pyrage.decrypt_io(sealed, end, [identity]), writing=False) as pipe,
        ):
            with tarfile.open(fileobj=pipe, mode="r|gz" if packed else "r|") as archive:
                archive.extractall(folder, filter="data")
            while pipe.read(PIECE):
                continue
    except (pyrage.DecryptError, tarfile.TarError, EOFError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        said = "The key is not one that it was sealed to, or the file is cut short or was changed"
        raise Misconfigured(f"{source} does not open. {said}: {error}.") from error


def digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def growing(target: Path) -> Iterator[BufferedIOBase]:
    """A new file for its owner alone, which has its name once all of it is on the disk, and is not there otherwise."""
    partial = target.with_name(f".{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        partial.rename(target)
        sync_folder(target.parent)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _through(work: Callable[[BufferedIOBase], object], *, writing: bool) -> Iterator[BufferedIOBase]:
    """One end of a pipe, while `work` is at the other in a thread. What went wrong there is raised here."""
    ends = os.pipe()
    reads, writes = os.fdopen(ends[0], "rb"), os.fdopen(ends[1], "wb")
    ours: BufferedIOBase = writes if writing else reads
    theirs: BufferedIOBase = reads if writing else writes
    wrong: list[BaseException] = []

    def at_the_other_end() -> None:
        try:
            with theirs:
                work(theirs)
        except BaseException as problem:
            wrong.append(problem)

    thread = threading.Thread(target=at_the_other_end)
    thread.start()
    try:
        with ours:
            yield ours
    except (BrokenPipeError, tarfile.TarError, EOFError):
        thread.join()
        if not wrong:
            raise
    finally:
        thread.join()
    if wrong:
        raise wrong[0]


def _nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Who owned a file on the machine of the backup means nothing on another."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member
