"""Making a backup while people write.

The public database is read first and the staff's after it: what came in at the public door is then in at least one of
them, and what staff decided meanwhile is brought there again after a restore. Files that are being taken in are linked
before and after, so that every file which the staff database still wants is in the backup; that is looked at.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction

from pentameter.audit import api as audit
from pentameter.config import keys
from pentameter.config.backup import archive, snapshots
from pentameter.config.backup.manifest import NAME, Manifest
from pentameter.config.backup.recipients import Recipient
from pentameter.config.backup.snapshots import SNAPSHOT
from pentameter.config.environment import Misconfigured
from pentameter.config.installation import MARK, Installation
from pentameter.intelligence import api as intelligence
from pentameter.kernel import clock, sealing
from pentameter.kernel.actor import SYSTEM

DATABASES = {"public": "public.database", "default": "staff.database"}
"""In the order in which they are read, with their names in the archive."""
INTAKE, CHECKPOINTS = "intake", "checkpoints"
TRIES = 5
Told = Callable[[str, int, int], None]
"""What is being done, how far, and of how much."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup: its file, its size in bytes, and what it says of itself."""

    path: Path
    size: int
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of the databases, at their moments."""

    rows: dict[str, dict[str, int]]
    head: tuple[int, str]
    wanted: tuple[UUID, ...]


def make(installation: Installation, folder: Path, recipients: list[Recipient], told: Told) -> Made:
    """One backup in `folder`, on the disk when this returns.

    Raises:
        Misconfigured: where a program is missing, or the data is damaged.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stands_for = clock.now()
    target = folder / f"pentameter-{stands_for:%Y-%m-%dT%H%M%S.%f}Z.backup"
    with _stage(installation) as stage:
        said = _staged(installation, stage, stands_for, told)
        names = [NAME, *sorted(said.files)]
        total, done = sum((stage / name).stat().st_size for name in names), 0

        def further(size: int) -> None:
            nonlocal done
            done += size
            told("Sealing", done, total)

        archive.write(target, {name: stage / name for name in names}, recipients, further)
    _recorded(target, said)
    return Made(target, target.stat().st_size, said)


def _recorded(target: Path, said: Manifest) -> None:
    """A backup that is not in the record is no backup."""
    detail = {"rows": said.all_rows, "head": said.head[0], "digest": archive.digest(target)}
    try:
        with transaction.atomic():
            audit.record(audit.Event.BACKUP_MADE, by=SYSTEM, subject=("backup", ""), detail=detail)
    except BaseException:
        target.unlink()
        raise


def keys_known_by(folder: Path) -> dict[str, str]:
    """By what each key is known that opens what is in the databases: a root key made since this process began, too."""
    ring = settings.ROOT_RING
    versions = {keys.root_name(number): root for number, root in {**ring.held, **keys.roots(folder)}.items()}
    kept = {keys.STANDING_KEYS: ring.standing["received files"], **versions}
    return {name: sealing.blind_index(sealing.derive(key, "backups"), "known by") for name, key in kept.items()}


def _staged(installation: Installation, stage: Path, stands_for: datetime, told: Told) -> Manifest:
    """Everything that belongs to the backup, in a folder."""
    read = _everything(installation, stage, told)
    shutil.copyfile(installation.places.data / MARK, stage / MARK)
    names = [str(path.relative_to(stage)) for path in stage.rglob("*") if path.is_file()]
    said = Manifest(
        version=version("pentameter"),
        mode=installation.mode.value,
        kind=connections["default"].vendor,
        stands_for=stands_for,
        rows=read.rows,
        head=read.head,
        files={name: archive.digest(stage / name) for name in names},
        keys=keys_known_by(installation.places.keys),
    )
    said.write(stage / NAME)
    return said


def _everything(installation: Installation, stage: Path, told: Told) -> _Read:
    for _ in range(TRIES):
        _link(Path(settings.INTAKE_FOLDER), stage / INTAKE)
        read = _databases(stage, told)
        _link(Path(settings.INTAKE_FOLDER), stage / INTAKE)
        _copy(installation.places.checkpoints, stage / CHECKPOINTS)
        if all((stage / INTAKE / intelligence.kept_as(one)).exists() for one in read.wanted):
            return read
        for path in (stage / INTAKE, stage / CHECKPOINTS):
            shutil.rmtree(path)
    raise Misconfigured("Files that are being taken in were gone before they were read. Make the backup again.")


def _databases(stage: Path, told: Told) -> _Read:
    rows: dict[str, dict[str, int]] = {}
    head: tuple[int, str] = (0, "")
    wanted: tuple[UUID, ...] = ()
    for done, (alias, name) in enumerate(DATABASES.items()):
        told("Reading databases", done, len(DATABASES))
        (stage / name).unlink(missing_ok=True)
        with snapshots.taken(alias, stage / name):
            rows[alias] = snapshots.count(SNAPSHOT)
            if alias == "default":
                head, wanted = audit.noted_end(using=SNAPSHOT), intelligence.unfinished(using=SNAPSHOT)
    return _Read(rows, head, wanted)


@contextmanager
def _stage(installation: Installation) -> Iterator[Path]:
    """A folder beside the data, as closed as the data, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=installation.places.data) as folder:
        yield Path(folder)


def _link(source: Path, target: Path) -> None:
    """Every file of a folder, without reading it: it stays there when its name goes."""
    target.mkdir(exist_ok=True)
    if not source.is_dir():
        return
    for path in source.iterdir():
        if path.suffix == ".partial" or (target / path.name).exists():
            continue
        try:
            os.link(path, target / path.name)
        except FileNotFoundError:
            continue  # it was done with in this moment


def _copy(source: Path, target: Path) -> None:
    """The files of a folder to which lines are added meanwhile."""
    target.mkdir(exist_ok=True)
    if source.is_dir():
        for path in source.iterdir():
            if path.is_file():
                shutil.copyfile(path, target / path.name)
