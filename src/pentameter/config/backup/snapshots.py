"""One moment of a database in a file, taken while people write; and a database from such a file.

SQLite copies itself (`VACUUM INTO`) within one read transaction. On PostgreSQL `pg_dump` reads the snapshot that a
transaction of ours holds. In both cases that moment can be asked, as a database under the name SNAPSHOT.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path

from django.db import connections, transaction

from pentameter.config.backup.programs import program, require_done, surroundings
from pentameter.config.environment import Misconfigured

SNAPSHOT = "snapshot"
Rows = dict[str, int]


@contextmanager
def taken(alias: str, target: Path) -> Iterator[None]:
    """One moment of a database, in a new file; and while this lasts, under the name SNAPSHOT.

    Raises:
        Misconfigured: where PostgreSQL's programs are missing or too old, or SQLite finds its copy damaged.
    """
    if connections[alias].vendor == "sqlite":
        with connections[alias].cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(target)])
        target.chmod(0o600)
        require_sound(target)
        with _called_snapshot(alias, NAME=str(target)):
            yield
    else:
        with _called_snapshot(alias), transaction.atomic(using=SNAPSHOT):
            with connections[SNAPSHOT].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                cursor.execute("SELECT pg_export_snapshot()")
                _dump(alias, str(cursor.fetchone()[0]), target)
            yield


def require_sound(path: Path) -> None:
    """Let SQLite examine a copy of a database.

    Raises:
        Misconfigured: saying what it found.
    """
    import sqlite3  # the bundled one, which takes the name's place before Django is set up

    copy = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        damage = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(5)")]
    except sqlite3.DatabaseError as error:
        damage = [str(error)]
    finally:
        copy.close()
    if damage != ["ok"]:
        said = "; ".join(damage)
        raise Misconfigured(f"{path.name} is damaged: {said}. Restore the last backup, and call the auditor.")


def load(source: Path, alias: str) -> None:
    """Fill an empty database.

    Raises:
        Misconfigured: where it is not empty, or PostgreSQL's programs are missing.
    """
    connection = connections[alias]
    if connection.vendor == "sqlite":
        _copy(source, Path(connection.settings_dict["NAME"]))
        return
    if connection.introspection.table_names():
        name = connection.settings_dict["NAME"]
        raise Misconfigured(f"The database {name} has tables already. Nothing is restored over it: make an empty one.")
    options = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-acl"]
    _run("pg_restore", alias, [*options, f"--dbname={connection.settings_dict['NAME']}", str(source)])


def count(alias: str) -> Rows:
    """How many rows each table has."""
    connection = connections[alias]
    found: Rows = {}
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(name)}")  # noqa: S608 - a name, quoted
            found[name] = int(cursor.fetchone()[0])
    return found


@contextmanager
def _called_snapshot(alias: str, **other: str) -> Iterator[None]:
    """Another connection to a database, or to a copy of it."""
    connections.databases[SNAPSHOT] = {**deepcopy(connections.databases[alias]), **other}
    try:
        yield
    finally:
        connections[SNAPSHOT].close()
        del connections[SNAPSHOT]
        del connections.databases[SNAPSHOT]


def _copy(source: Path, target: Path) -> None:
    if target.exists():
        raise Misconfigured(f"{target} is there already. Nothing is restored over it: choose another folder.")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o600)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _dump(alias: str, snapshot: str, target: Path) -> None:
    options = ["--format=custom", "--compress=0", "--no-owner", "--no-acl"]
    _run("pg_dump", alias, [*options, f"--snapshot={snapshot}", f"--file={target}"])
    target.chmod(0o600)


def _run(name: str, alias: str, options: list[str]) -> None:
    command = [program(name, server=_server_version(alias)), *options]
    told = surroundings(connections[alias].settings_dict)
    done = subprocess.run(command, env=told, capture_output=True, text=True, check=False)  # noqa: S603 - found on the path
    require_done(name, done.returncode, done.stderr)


def _server_version(alias: str) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return int(cursor.fetchone()[0]) // 10_000
