"""The public door as it runs where no staff door is: its own process, database, temporary files and log, two keys."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

_MAKE = """
import sys
from pathlib import Path
from pentameter.config import keys
data = Path(sys.argv[1])
(data / "public").mkdir(parents=True)
keys.make(data.with_name(data.name + ".keys"), demo=True)
"""
_STAFF_KEYS = ("root.key", "checkpoint.key", "tips.key")


@dataclass(frozen=True, slots=True)
class Door:
    """A running public door. `private` is the key that the staff side would have; it lies nowhere here."""

    address: str
    folder: Path
    private: bytes
    process: subprocess.Popen[bytes]

    @property
    def database(self) -> Path:
        """Where its tables lie."""
        return self.folder / "data" / "public" / "public.sqlite3"

    def get(self, path: str) -> str:
        """A page."""
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode()

    def post(self, path: str, said: dict[str, object]) -> tuple[int, str]:
        """Send a form with files, as a browser does."""
        body, kind = encode_multipart(BOUNDARY, said), {"Content-Type": MULTIPART_CONTENT}
        request = urllib.request.Request(self.address + path, body, kind)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def form_key(self) -> str:
        """The key of a fresh form."""
        found = re.search(r'name="form_key" value="([^"]+)"', self.get("/tip-offs/tell/"))
        assert found is not None
        return found[1]

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Ask its database, or change it."""
        with closing(sqlite3.connect(self.database)) as connection, connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def read_along(self) -> Iterator[Path]:
        """Read its database meanwhile, so that what is written ahead stays where it is. Answers that file."""
        with closing(sqlite3.connect(self.database)) as connection:
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM tips_tip").fetchall()
            yield self.database.with_name(f"{self.database.name}-wal")

    def files(self) -> list[Path]:
        """Every file that it has: tables, what is written ahead of them, keys, logs, temporary files."""
        return [one for one in self.folder.rglob("*") if one.is_file()]

    def holds(self, words: str) -> list[Path]:
        """The files in which words stand, in any encoding that text is kept in."""
        wanted = {words.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
        return [one for one in self.files() if any(some in one.read_bytes() for some in wanted)]


@contextmanager
def running(folder: Path) -> Iterator[Door]:
    """Serve, and stop."""
    variables = _variables(folder)
    subprocess.run([sys.executable, "-c", _MAKE, variables["PENTAMETER_DATA"]], env=variables, check=True)
    subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=variables, check=True)
    private = bytes.fromhex((folder / "data.keys" / "tips.key").read_text())
    for name in _STAFF_KEYS:
        (folder / "data.keys" / name).unlink()
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{one.getsockname()[1]}"
    serve = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--log-level", "debug", "--bind", address]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([*serve, "pentameter.config.wsgi_public"], env=variables, stdout=log, stderr=log)
        try:
            _wait_for(f"http://{address}/health/")
            yield Door(f"http://{address}", folder, private, process)
        finally:
            process.terminate()
            process.wait(10)


def _variables(folder: Path) -> dict[str, str]:
    ours = ("PENTAMETER_", "DJANGO_", "DATABASE_URL", "PUBLIC_DATABASE_URL")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    (folder / "tmp").mkdir()
    return {
        **clean,
        "PENTAMETER_DATA": str(folder / "data"),
        "PENTAMETER_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": "pentameter.config.settings.public",
        "TMPDIR": str(folder / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer in time")
