"""The embedded database: a SQLite that keeps what it acknowledged.

SQLite before 3.51.3 can lose committed transactions in WAL mode (the WAL-reset defect). The wheel `pysqlite3` bundles a
newer one and takes the standard module's place before Django loads. Where even that is too old, WAL is refused and
`DELETE` with `synchronous=EXTRA` is used.
"""

import sys
from pathlib import Path
from typing import Any

SAFE_IN_WAL = (3, 51, 3)


def use_bundled_sqlite() -> None:
    """Let `pysqlite3` stand where Django looks for `sqlite3`. Call before Django is set up."""
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def version() -> tuple[int, int, int]:
    """The version of the SQLite in use."""
    import sqlite3

    return sqlite3.sqlite_version_info


def pragmas() -> dict[str, str]:
    """The pragmas of every connection, as SQLite reports them back: they are asserted at start-up."""
    safe = version() >= SAFE_IN_WAL
    return {
        "journal_mode": "wal" if safe else "delete",
        "synchronous": "2" if safe else "3",  # FULL, EXTRA
        "foreign_keys": "1",
        "secure_delete": "1",
        "temp_store": "2",  # memory: nothing of a query is written to a temporary file
        "cache_size": "-65536",
    }


def database(path: Path) -> dict[str, Any]:
    """Django's settings for an embedded database at `path`."""
    statements = [f"PRAGMA {name}={value}" for name, value in pragmas().items()]
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": "; ".join(statements)},
    }


def wrong_pragmas(connection: Any) -> dict[str, str]:
    """The pragmas of an open connection that are not what they must be."""
    wrong = {}
    with connection.cursor() as cursor:
        for name, wanted in pragmas().items():
            cursor.execute(f"PRAGMA {name}")
            found = str(cursor.fetchone()[0])
            if found != wanted:
                wrong[name] = found
    return wrong


def assert_pragmas(connection: Any) -> None:
    """Refuse to serve from an embedded database whose settings did not take.

    Raises:
        RuntimeError: naming the settings.
    """
    if connection.vendor != "sqlite":
        return
    if wrong := wrong_pragmas(connection):
        raise RuntimeError(f"SQLite did not take these settings, so nothing is served: {wrong}")
