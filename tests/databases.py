"""Databases of a running installation that cannot be used for a while."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Somebody else writes to the embedded database and does not end."""
    with sqlite3.connect(data / "staff.sqlite3", isolation_level=None, timeout=60) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")


@contextmanager
def away(address: str) -> Iterator[None]:
    """A PostgreSQL database takes no connection, and those that there were are gone."""
    name = urlsplit(address).path.lstrip("/")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS false").format(Identifier(name)))
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            server.execute(SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS true").format(Identifier(name)))
