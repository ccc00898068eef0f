"""Real installations for tests that need processes: a folder, keys, and databases that other processes can open.

Where DATABASE_URL names a PostgreSQL server, the installation gets a fresh database there, which is dropped afterwards.
"""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from pentameter.config import keys

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Installation:
    """What a process needs to know to work on it."""

    folder: Path
    variables: dict[str, str]

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Start `python COMMAND`, with its output in one text."""
        return subprocess.Popen(
            [sys.executable, *command],
            env=self.variables,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *command: str) -> str:
        """Run `python COMMAND` to its end, which must be good."""
        process = self.start(*command)
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said
        return said.strip()

    def code(self, code: str) -> str:
        """Run a few lines with Django set up."""
        return self.run("-c", f"import django; django.setup()\n{code}")


@contextmanager
def installation(folder: Path, **more: str) -> Iterator[Installation]:
    """A demonstration installation in `folder`, with its tables made."""
    (folder / "data" / "public").mkdir(parents=True)
    keys.make(folder / "data.keys", demo=True)
    with _database() as url:
        variables = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PENTAMETER_DATA": str(folder / "data"),
            "PENTAMETER_MODE": "demo",
            "DJANGO_SETTINGS_MODULE": "pentameter.config.settings.staff",
            **({"DATABASE_URL": url} if url else {}),
            **more,
        }
        made = Installation(folder, variables)
        made.run("-m", "django", "migrate", "--verbosity", "0")
        yield made


@contextmanager
def _database() -> Iterator[str]:
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        yield ""
        return
    name = f"pentameter_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
