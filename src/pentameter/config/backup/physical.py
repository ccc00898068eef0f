"""A PostgreSQL cluster as it stood at any moment: a copy of its files, and every piece of its log since (WAL).

PostgreSQL gives each piece to `keep` (as its archive_command) once it is full, and asks `give` for it when it recovers
(as its restore_command). Both, and the copy, are sealed like a backup. Knows nothing of Django.
"""

import os
import shlex
import subprocess
import sys
from datetime import datetime
from io import BufferedIOBase
from pathlib import Path
from typing import cast

import pyrage

from pentameter.config import environment
from pentameter.config.backup import archive
from pentameter.config.backup.programs import program, require_done, surroundings
from pentameter.config.backup.recipients import Identity, Recipient
from pentameter.config.environment import Misconfigured

SEALED, DIGEST = ".age", ".sha256"


def base(url: str, folder: Path, recipients: list[Recipient], *, at: datetime) -> Path:
    """A copy of all files of the cluster at `url`, taken while it works. Its role may replicate.

    Raises:
        Misconfigured: where PostgreSQL's program is missing or fails.
    """
    database = environment.postgres(url)
    command = [program("pg_basebackup"), "--pgdata=-", "--format=tar", "--wal-method=fetch", "--checkpoint=fast"]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"cluster-{at:%Y-%m-%dT%H%M%S.%f}Z.base"
    with archive.growing(target) as out:
        with subprocess.Popen(  # noqa: S603 - found on the path
            command, env=surroundings(database), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            if running.stdout is None or running.stderr is None:
                raise Misconfigured("pg_basebackup has no output.")
            pyrage.encrypt_io(cast(BufferedIOBase, running.stdout), out, recipients)
            said = running.stderr.read().decode(errors="replace")
        require_done("pg_basebackup", running.returncode, said)
    return target


def keep(piece: Path, name: str, folder: Path, recipients: list[Recipient]) -> None:
    """Keep a piece of the log under its name, on the disk when this returns. The same twice is one.

    Raises:
        Misconfigured: where another piece has that name: PostgreSQL then keeps its own, and asks again.
    """
    sealed, noted = folder / f"{name}{SEALED}", folder / f"{name}{DIGEST}"
    digest = archive.digest(piece)
    if sealed.exists():
        if noted.exists() and noted.read_text(encoding="ascii").strip() == digest:
            return
        raise Misconfigured(f"{sealed} is there already, of another piece of the log. Name another folder.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.growing(noted) as out:
        out.write(f"{digest}\n".encode("ascii"))
    with archive.growing(sealed) as out, piece.open("rb") as source:
        pyrage.encrypt_io(source, out, recipients)


def give(name: str, target: Path, folder: Path, identity: Identity) -> bool:
    """Put a piece of the log where PostgreSQL wants it. False where none of this name was kept.

    Raises:
        Misconfigured: where it does not open, or is not what was kept.
    """
    sealed, noted = folder / f"{name}{SEALED}", folder / f"{name}{DIGEST}"
    if not sealed.exists():
        return False
    try:
        with archive.growing(target) as out, sealed.open("rb") as source:
            pyrage.decrypt_io(source, out, [identity])
    except pyrage.DecryptError as error:
        raise Misconfigured(f"{sealed} does not open: {error}.") from error
    if archive.digest(target) != noted.read_text(encoding="ascii").strip():
        target.unlink()
        raise Misconfigured(f"{sealed} holds another piece of the log than was kept.")
    return True


def recover(source: Path, into: Path, log: Path, identity: tuple[Path, Identity], until: datetime | None) -> None:
    """A copy of a cluster in an empty folder, told to recover from the kept log `until` a moment, or to its end.

    PostgreSQL does it when it is started there.

    Raises:
        Misconfigured: where the folder is not empty, or the copy does not open.
    """
    if into.exists() and any(into.iterdir()):
        raise Misconfigured(f"{into} is not empty. A cluster is recovered in a new folder.")
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    archive.unpack(source, into, identity[1], packed=False)
    asked = [sys.executable, "-m", "pentameter.config.cli", "backup", "give", "%f", "%p", str(log)]
    command = " ".join(one if one in ("%f", "%p") else shlex.quote(one) for one in asked)
    settings = {
        "restore_command": f"{command} --identity {shlex.quote(str(identity[0]))}",
        "recovery_target_action": "promote",
        "archive_mode": "off",  # what is recovered does not go into the log of what was lost
        **({"recovery_target_time": until.isoformat(sep=" ")} if until else {}),
    }
    lines = [f"{name} = '{value.replace(chr(39), chr(39) * 2)}'" for name, value in settings.items()]
    with (into / "postgresql.auto.conf").open("a", encoding="utf-8") as file:
        file.write("\n".join(["", *lines, ""]))
    (into / "recovery.signal").touch(mode=0o600)
    for path in (into / "postmaster.pid", into / "postmaster.opts"):
        path.unlink(missing_ok=True)
    os.chmod(into, 0o700)
