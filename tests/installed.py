"""A real installation in a temporary folder, and the command line as people use it."""

import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ONLY_OURS = (
    "PENTAMETER_DATA",
    "PENTAMETER_KEYS",
    "PENTAMETER_CHECKPOINTS",
    "PENTAMETER_MODE",
    "DJANGO_SETTINGS_MODULE",
)


_OURS = ("PENTAMETER_", "DJANGO_", "DATABASE_URL", "PUBLIC_DATABASE_URL")


def environment() -> dict[str, str]:
    """The environment without what tests or other installations set."""
    kept = os.environ.items()
    return {name: value for name, value in kept if not name.startswith(_OURS)}


@dataclass(frozen=True)
class Installed:
    """The command line, always told the same data folder and databases."""

    data: Path
    database: str = ""
    public: str = ""

    @property
    def variables(self) -> dict[str, str]:
        """The environment of its processes, with its database where that is not embedded."""
        named = {"DATABASE_URL": self.database, "PUBLIC_DATABASE_URL": self.public}
        return {**environment(), **{name: url for name, url in named.items() if url}}

    def command(self, *arguments: str) -> list[str]:
        """The words of a call."""
        return [sys.executable, "-m", "pentameter.config.cli", *arguments, "--data", str(self.data)]

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            self.command(*arguments), env=self.variables, capture_output=True, text=True, timeout=300, check=False
        )


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
