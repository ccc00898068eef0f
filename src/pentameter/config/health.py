"""What can be wrong with an installation. Each examination says what it found and how to mend it."""

import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from pentameter.config import embedded, keys
from pentameter.config.environment import Misconfigured, Mode
from pentameter.config.installation import Installation

_ROOM = 1024**3


@dataclass(frozen=True, slots=True)
class Finding:
    """One examination's answer."""

    what: str
    well: bool
    found: str
    mend: str = ""


def examine(installation: Installation) -> list[Finding]:
    """Every examination, in order. One that fails unexpectedly is itself a finding."""
    return [_safely(check, installation) for check in _CHECKS]


def _safely(check: Callable[[Installation], Finding], installation: Installation) -> Finding:
    try:
        return check(installation)
    except Exception as error:
        return Finding(
            check.__name__.strip("_").replace("_", " "), False, f"could not be examined: {error}", "See the message."
        )


def _keys(installation: Installation) -> Finding:
    try:
        for name in (keys.ROOT, keys.PUBLIC_DOOR, keys.CHECKPOINT):
            keys.read(installation.places.keys, name)
    except Misconfigured as problem:
        return Finding("keys", False, str(problem), "Restore the keys folder from its backup.")
    return Finding("keys", True, f"in {installation.places.keys}, readable by their owner alone")


def _keys_are_outside(installation: Installation) -> Finding:
    inside = installation.places.keys.is_relative_to(installation.places.data)
    found = "inside the data folder" if inside else "outside the data folder"
    return Finding("keys' place", not inside, found, "Set PENTAMETER_KEYS to a folder elsewhere." if inside else "")


def _data_folder(installation: Installation) -> Finding:
    open_to = installation.places.data.stat().st_mode & stat.S_IRWXO
    mend = f"chmod o-rwx {installation.places.data}" if open_to else ""
    return Finding("data folder", not open_to, "open to others" if open_to else "closed to others", mend)


def _room(installation: Installation) -> Finding:
    free = shutil.disk_usage(installation.places.data).free
    well = free > _ROOM
    return Finding(
        "disk", well, f"{free / _ROOM:.1f} GiB free", "" if well else "Make room: intake stops when the disk is full."
    )


def _database(installation: Installation) -> Finding:
    connection = connections["default"]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            version = cursor.fetchone()[0]
        return Finding(
            "database", int(version.split(".")[0]) >= 15, f"PostgreSQL {version}", "Use PostgreSQL 15 or newer."
        )
    return _embedded()


def _embedded() -> Finding:
    wrong = embedded.wrong_pragmas(connections["default"])
    version = ".".join(str(part) for part in embedded.version())
    mode = embedded.pragmas()["journal_mode"].upper()
    return Finding(
        "database", not wrong, f"SQLite {version}, {mode}", f"These settings did not take: {wrong}" if wrong else ""
    )


def _migrations(installation: Installation) -> Finding:
    executor = MigrationExecutor(connections["default"])
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Finding(
        "tables", not waiting, f"{len(waiting)} changes waiting", "Run `pentameter run` or `init`." if waiting else ""
    )


def _demo_accounts(installation: Installation) -> Finding:
    from pentameter.accounts import api as accounts

    present = accounts.demo_accounts_present()
    well = installation.mode is Mode.DEMO or not present
    found = (
        "demonstration" if installation.mode is Mode.DEMO else f"{'some' if present else 'none'} in a real installation"
    )
    return Finding("demo accounts", well, found, "" if well else "Start a real installation in a fresh data folder.")


def _audit(installation: Installation) -> Finding:
    from pentameter.audit import api as audit
    from pentameter.kernel.actor import SYSTEM

    found = audit.verify(by=SYSTEM)
    return Finding(
        "audit record",
        found.whole,
        found.sentence,
        "" if found.whole else "Keep everything as it is and call the auditor.",
    )


def _unfinished(installation: Installation) -> Finding:
    from pentameter.intelligence import api as intelligence

    waiting = len(intelligence.unfinished())
    return Finding(
        "intake", True, f"{waiting} files being taken in", "The worker goes on with them." if waiting else ""
    )


_CHECKS: tuple[Callable[[Installation], Finding], ...] = (
    _keys,
    _keys_are_outside,
    _data_folder,
    _room,
    _database,
    _migrations,
    _demo_accounts,
    _audit,
    _unfinished,
)
