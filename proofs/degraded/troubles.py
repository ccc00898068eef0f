"""What goes wrong for a while. Each begins when it is entered and is over when it is left."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from proofs.acknowledged.cluster import Cluster

SMALL = "192m"
"""The size of the disk that is filled."""


@contextmanager
def small_disk(folder: Path, *, size: str = SMALL) -> Iterator[Path]:
    """A disk of its own in memory. Whoever is not allowed to mount one begins by `proofs.acknowledged.cluster`."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def full(disk: Path, *, left: int = 0) -> Iterator[None]:
    """The disk that holds a folder is full but for so many bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            with suppress(OSError):
                while file.write(b"\0" * size) == size:
                    pass
        if left:
            file.truncate(max(0, file.tell() - left))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def away(server: Cluster) -> Iterator[None]:
    """The PostgreSQL cluster is stopped, and starts again afterwards."""
    server.stop()
    try:
        yield
    finally:
        server.begin()


@contextmanager
def read_only(server: Cluster) -> Iterator[None]:
    """The cluster takes no writes, as a standby takes none."""
    _set(server, "default_transaction_read_only = on")
    try:
        yield
    finally:
        _set(server, "default_transaction_read_only = off")


@contextmanager
def still(server: Cluster) -> Iterator[None]:
    """No process of the cluster moves."""
    stopped = [server.master, *server.children()]
    for process in stopped:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in stopped:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)


def _set(server: Cluster, setting: str) -> None:
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute(psycopg.sql.SQL(f"ALTER SYSTEM SET {setting}"))
        connection.execute("SELECT pg_reload_conf()")
    time.sleep(0.5)
