"""Real installations for tests that need processes: a folder, keys, and databases that other processes can open.

The tables are made once a session and copied. Where DATABASE_URL names a PostgreSQL server, the installation gets a
fresh database there, which is dropped afterwards.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from pentameter.config import keys
from tests.guarded import loopback_only

ROOT = Path(__file__).resolve().parent.parent
_KEPT = ExitStack()
atexit.register(_KEPT.close)


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
        said, _ = process.communicate(timeout=600)
        assert process.returncode == 0, said
        return said.strip()

    def code(self, code: str) -> str:
        """Run a few lines with Django set up."""
        return self.run("-c", f"import django; django.setup()\n{code}")


@contextmanager
def installation(folder: Path, **more: str) -> Iterator[Installation]:
    """A demonstration installation in `folder`, with its tables made. `more`: what else the processes are told."""
    shutil.copytree(_template().folder, folder, dirs_exist_ok=True)
    like = _template().variables
    with (
        fresh_database(like.get("DATABASE_URL", "")) as url,
        fresh_database(like.get("PUBLIC_DATABASE_URL", "")) as door,
    ):
        yield _installation(folder, url, door, **more)


@contextmanager
def on_server(address: str) -> Iterator[None]:
    """Installations are made on this PostgreSQL server meanwhile; nothing of them is left on it."""
    os.environ["DATABASE_URL"] = address
    try:
        yield
    finally:
        del os.environ["DATABASE_URL"]
        _KEPT.close()
        _template.cache_clear()


@cache
def _template() -> Installation:
    folder = Path(tempfile.mkdtemp(prefix="pentameter-template-"))
    _KEPT.callback(shutil.rmtree, folder, ignore_errors=True)
    (folder / "data" / "public").mkdir(parents=True)
    keys.make(folder / "data.keys", demo=True)
    databases = [_KEPT.enter_context(fresh_database()) for _ in range(2)]
    made = _installation(folder, *databases)
    for alias in ("default", "public"):
        made.run("-m", "django", "migrate", "--database", alias, "--verbosity", "0")
    return made


def _installation(folder: Path, url: str, public: str, **more: str) -> Installation:
    variables = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
        "PENTAMETER_DATA": str(folder / "data"),
        "PENTAMETER_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": "pentameter.config.settings.staff",
    }
    databases = {"DATABASE_URL": url, "PUBLIC_DATABASE_URL": public} if url else {}
    told = {**variables, **databases, **more}
    return Installation(
        folder, {**told, **loopback_only.passed_on(), "PYTHONPATH": loopback_only.path(told["PYTHONPATH"])}
    )


@contextmanager
def fresh_database(template: str = "") -> Iterator[str]:
    """The address of a new PostgreSQL database, dropped afterwards; none where the tests run on SQLite."""
    server = os.environ.get("DATABASE_URL", "")
    if not server:
        yield ""
        return
    name = f"pentameter_{uuid.uuid4().hex[:12]}"
    like = f" TEMPLATE {urlsplit(template).path.lstrip('/')}" if template else ""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}{like}")
    try:
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
