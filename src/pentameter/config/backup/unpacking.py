"""An archive opened in a new place, and held against what it says of itself. Knows nothing of Django.

Nothing is restored over anything, and a place in which a restore failed is no installation.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pentameter.config import installation, keys
from pentameter.config.backup import archive
from pentameter.config.backup.manifest import NAME, Manifest
from pentameter.config.backup.recipients import Identity
from pentameter.config.environment import Misconfigured
from pentameter.config.installation import MARK, Installation


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of a backup in a folder of their own, what it says of itself, and the place where it is restored."""

    stage: Path
    manifest: Manifest
    installation: Installation


@contextmanager
def unpacked(source: Path, identity: Identity, data: Path) -> Iterator[Unpacked]:
    """A backup, opened beside the new data folder. What is done with it stands if nothing is raised.

    Raises:
        Misconfigured: where there is an installation already, a key is away, or the archive is not whole.
    """
    mark = data / MARK
    if mark.exists():
        raise Misconfigured(f"There is an installation in {data.absolute()}. Nothing is restored over it.")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as folder:
        stage = Path(folder)
        said = _checked(source, identity, stage)
        shutil.copyfile(stage / MARK, mark)
        try:
            made = installation.existing(data)
            keys.all_there(made.places.keys)
            yield Unpacked(stage, said, made)
        except BaseException:
            mark.unlink()
            raise


def _checked(source: Path, identity: Identity, stage: Path) -> Manifest:
    archive.unpack(source, stage, identity)
    said = Manifest.read(stage / NAME)
    wrong = [name for name, digest in said.files.items() if not _is(stage / name, digest)]
    if wrong:
        raise Misconfigured(f"In {source.name} these files are not what was backed up: {', '.join(wrong)}.")
    return said


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and archive.digest(path) == digest
