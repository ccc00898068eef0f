"""Rubbing out: what the database gave up is not left in its files. And the list of what went, kept outside of it.

SQLite overwrites what is deleted (`secure_delete`), but what was written lies in the write-ahead log until that is
begun anew. PostgreSQL leaves what was updated where it lay until the table is written anew; its own log of changes
keeps it until its segments are used again.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection

from pentameter.retention.rules.groups import Kind

LIST = "disposed.txt"
SMALL = ("victims_casekey",)
"""Tables that PostgreSQL writes anew at once: where the keys lay. The others are the administrator's command."""

Line = tuple[Kind, UUID, datetime]


def rub_out(*, whole: bool) -> bool:
    """Have the files forget what was disposed of; `whole`: every table, which locks each while it is written anew.

    Call it outside a transaction. False: somebody reads just now, and it has to be done again.
    """
    if connection.vendor == "postgresql":
        for table in _tables() if whole else SMALL:
            _run(f'VACUUM (FULL) "{table}"')
        return True
    if whole:
        _run("VACUUM")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchone()[0]
    return not busy


def list_path() -> Path:
    """Where the list of what was disposed of lies: with the checkpoints of the record, outside the data folder."""
    return Path(settings.AUDIT_LEDGER.folder) / LIST


def write_list(lines: Iterable[Line], path: Path | None = None) -> None:
    """Add what is not on the list yet, on the disk when this returns. It holds kinds, ids, moments, and names nobody.

    Nothing is ever taken off it: after a restore the database knows less than the list.
    """
    path = path or list_path()
    there = read_list(path) if path.exists() else ()
    known = {(kind, item) for kind, item, _ in there}
    whole = (*there, *(one for one in lines if one[:2] not in known))
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    with open(beside, "w", encoding="ascii") as file:
        file.writelines(f"{kind.value} {item} {at.isoformat()}\n" for kind, item, at in whole)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def read_list(path: Path) -> tuple[Line, ...]:
    """A list that was written here.

    Raises:
        ValueError: naming the line that is none.
    """
    return tuple(_line(number, line) for number, line in enumerate(path.read_text("ascii").splitlines(), 1))


def _line(number: int, line: str) -> Line:
    try:
        kind, item, at = line.split()
        return Kind(kind), UUID(item), datetime.fromisoformat(at)
    except ValueError as error:
        raise ValueError(f"Line {number} of the list does not name what was disposed of: {line[:60]!r}") from error


def _tables() -> list[str]:
    return sorted(connection.introspection.table_names())


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
