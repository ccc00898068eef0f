"""The staff door as it is served, and the killing of its processes."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from random import Random

from tests.installations import Installation

from pentameter.config.supervisor import door_command

PATIENCE = 60.0


class Door:
    """A staff door with two processes of gunicorn under a master that starts them again."""

    def __init__(self, place: Installation, *, seed: int) -> None:
        self.port = _free_port()
        self._rng = Random(seed)
        with (place.folder / "door.log").open("w") as log:
            self._master = subprocess.Popen(
                door_command("staff", self.port, workers=2),
                env=place.variables,
                cwd=place.folder,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def master(self) -> int:
        """The process that starts the others."""
        return self._master.pid

    def up(self) -> None:
        """Wait until it answers."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self.port)) == 0 and self._workers():
                    return
            time.sleep(0.1)
        raise RuntimeError("The door did not come up.")

    def kill_one(self) -> None:
        """`kill -9` of one of the processes that answer, as soon as there is one."""
        until = time.monotonic() + PATIENCE
        while not (workers := self._workers()):
            if time.monotonic() > until:
                raise RuntimeError("The door has no process that answers.")
            time.sleep(0.01)
        os.kill(self._rng.choice(workers), signal.SIGKILL)

    def stop(self) -> None:
        """Stop it as its owner does."""
        self._master.terminate()
        self._master.wait(PATIENCE)

    def _workers(self) -> list[int]:
        listed = Path(f"/proc/{self._master.pid}/task/{self._master.pid}/children").read_text()
        return [int(one) for one in listed.split()]


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
