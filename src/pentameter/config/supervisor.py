"""The processes of an installation: two doors and a worker, started together, stopped together, restarted alone."""

import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from types import FrameType

from pentameter.config.environment import Misconfigured
from pentameter.config.installation import Installation, variables_of
from pentameter.config.terminal import console

_PATIENCE = 10.0
_RESTARTS = 5


@dataclass(slots=True)
class Child:
    """A process that should be running."""

    name: str
    command: list[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it, or start it again."""
        self.started.append(time.monotonic())
        self.process = subprocess.Popen(self.command, env=dict(self.environment))  # noqa: S603 - our own commands

    def restarts_within(self, seconds: float) -> int:
        """How often it was started lately."""
        return sum(at > time.monotonic() - seconds for at in self.started)


def serve(installation: Installation, *, staff_port: int, public_port: int) -> int:
    """Run until told to stop. Answers the exit status."""
    with TemporaryDirectory(prefix="pentameter-counts-") as counts:
        return _serve(installation, counts, staff_port=staff_port, public_port=public_port)


def _serve(installation: Installation, counts: str, *, staff_port: int, public_port: int) -> int:
    staff = {**variables_of(installation, "staff"), "PROMETHEUS_MULTIPROC_DIR": counts}
    children = [
        Child("staff door", door_command("staff", staff_port, workers=2), staff),
        Child("public door", door_command("public", public_port, workers=1), variables_of(installation, "public")),
        Child("worker", worker_command(), variables_of(installation, "staff")),
    ]
    signal.signal(signal.SIGTERM, _stop)
    for child in children:
        child.start()
    console().print("Running. Stop with Ctrl-C.")
    try:
        while True:
            _mind(children)
            time.sleep(0.5)
    except KeyboardInterrupt:
        return 0
    finally:
        _end(children)


def _mind(children: list[Child]) -> None:
    for child in children:
        if child.process is not None and child.process.poll() is not None:
            if child.restarts_within(60) >= _RESTARTS:
                raise Misconfigured(
                    f"The {child.name} does not stay up. Its last words are above; try `pentameter doctor`."
                )
            console(stderr=True).print(f"The {child.name} stopped and is started again.")
            child.start()


def _end(children: list[Child]) -> None:
    running = [child.process for child in children if child.process is not None and child.process.poll() is None]
    for process in running:
        process.terminate()
    until = time.monotonic() + _PATIENCE
    for process in running:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def door_command(door: str, port: int, *, workers: int) -> list[str]:
    """What starts a door, "staff" or "public", with so many processes of gunicorn."""
    options = ["--bind", f"127.0.0.1:{port}", "--workers", str(workers), "--threads", "4", "--no-control-socket"]
    quiet = ["--log-level", "warning", "--worker-tmp-dir", "/dev/shm"]  # noqa: S108 - gunicorn's heartbeat files
    quiet += ["--logger-class", "pentameter.config.logs.GunicornLog"]
    return [sys.executable, "-m", "gunicorn", *options, *quiet, f"pentameter.config.wsgi_{door}:application"]


def worker_command() -> list[str]:
    """What starts the background worker."""
    return [sys.executable, "-m", "django", "work", "--interval", "0.5"]
