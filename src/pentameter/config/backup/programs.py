"""PostgreSQL's own programs: where they are, and how they are told where a database is."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

from pentameter.config.environment import Misconfigured

_TOLD = {"PGDATABASE": "NAME", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGHOST": "HOST", "PGPORT": "PORT"}


def program(name: str, *, server: int = 0) -> str:
    """The program, of the server's version or a newer one.

    Raises:
        Misconfigured: where it is missing or too old.
    """
    mend = f"Install Debian's postgresql-client{f'-{server}' if server else ''}."
    found = shutil.which(name)
    if found is None:
        raise Misconfigured(f"{name} is not installed. {mend}")
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603
    version = re.search(r"\(PostgreSQL\) (\d+)", said)
    if version is None or int(version[1]) < server:
        raise Misconfigured(f"{name} is older than the server: {said.strip()}. {mend}")
    return found


def surroundings(database: Mapping[str, Any]) -> dict[str, str]:
    """The environment of a program that works on a database of Django's settings: an argument could be read by all."""
    places = {variable: str(database[key]) for variable, key in _TOLD.items() if database.get(key)}
    options = {f"PG{key.upper()}": str(value) for key, value in database.get("OPTIONS", {}).items()}
    return {**os.environ, **options, **places}


def require_done(name: str, status: int, said: str) -> None:
    """Go on only where the program ended well.

    Raises:
        Misconfigured: with what it said.
    """
    if status:
        raise Misconfigured(f"{name} failed: {said.strip()[-1000:]}")
