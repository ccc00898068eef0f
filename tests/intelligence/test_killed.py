"""An import that is killed goes on where it stopped, and ends with the same tables as one that was not."""

import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg
import pytest

from pentameter.config import keys
from pentameter.config.environment import postgres

ROWS = 2000
KILLS = 20
TESTS = Path(__file__).resolve().parents[1]
Place = Mapping[str, str]


def start(place: Place, *arguments: str) -> subprocess.Popen[str]:
    """A process of its own at a place."""
    command = [sys.executable, "-m", "intelligence.killing", *arguments]
    variables = {**os.environ, **place, "PYTHONPATH": str(TESTS)}
    return subprocess.Popen(command, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ask(place: Place, *arguments: str) -> str:
    """What a process that runs to its end says last."""
    process = start(place, *arguments)
    out, _ = process.communicate()
    assert process.returncode == 0
    return out.strip().splitlines()[-1] if out.strip() else ""


class Imports:
    """A process that begins imports of one file, each in a process that can be killed."""

    def __init__(self, place: Place, file_id: str) -> None:
        self._process = start(place, "take", file_id)

    def run(self, killed_after: float | None) -> str:
        """Begin an import and kill it after some seconds, if it has not come to its end by then. Says which."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("go\n")
        process.stdin.flush()
        child = int(process.stdout.readline())
        if not select.select([process.stdout], [], [], killed_after)[0]:
            os.kill(child, signal.SIGKILL)
        return process.stdout.readline().strip()

    def close(self) -> None:
        """Begin no more."""
        self._process.communicate()


@pytest.fixture
def copies(tmp_path: Path) -> Callable[[str], Place]:
    """A place with a received file, and copies of it by name: of the embedded database, or of PostgreSQL."""
    url = os.environ.get("DATABASE_URL", "")
    return _on_postgres(tmp_path, url) if url else _embedded(tmp_path)


def _embedded(folder: Path) -> Callable[[str], Place]:
    def copy(name: str) -> Place:
        here = folder / name
        if name != "first":
            shutil.rmtree(here, ignore_errors=True)
            shutil.copytree(folder / "first", here)
        (here / "public").mkdir(parents=True, exist_ok=True)
        return {"PENTAMETER_DATA": str(here), "PENTAMETER_KEYS": str(folder / "keys")}

    keys.make(folder / "keys", demo=True)
    return copy


def _on_postgres(folder: Path, url: str) -> Callable[[str], Place]:
    embedded = _embedded(folder)
    settings = postgres(url)
    names = {"host": settings["HOST"], "port": settings["PORT"] or None, "user": settings["USER"]}
    password = {"password": settings["PASSWORD"]} if settings["PASSWORD"] else {}

    def copy(name: str) -> Place:
        template = "" if name == "first" else ' TEMPLATE "killed_first"'
        with psycopg.connect(dbname=settings["NAME"], autocommit=True, **names, **password) as server:
            server.execute(f'DROP DATABASE IF EXISTS "killed_{name}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "killed_{name}"{template}')
        base, _, query = url.partition("?")
        there = base.rpartition("/")[0] + f"/killed_{name}"
        return {**embedded(name), "DATABASE_URL": f"{there}?{query}" if query else there}

    return copy


@pytest.mark.django_db(transaction=False)
def test_killed_at_twenty_random_points_the_tables_end_the_same(copies: Callable[[str], Place]) -> None:
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    file_id = ask(copies("first"), "prepare", str(ROWS))
    undisturbed = copies("undisturbed")
    imports = Imports(undisturbed, file_id)
    began = time.monotonic()
    assert imports.run(None) == "ended"
    whole = time.monotonic() - began
    imports.close()
    expected = json.loads(ask(undisturbed, "tell"))
    assert expected["chain"] is True
    assert expected["Report"][0] > ROWS / 2

    kills = 0
    while kills < KILLS:
        place = copies("killed")
        imports = Imports(place, file_id)
        while (end := imports.run(moments.uniform(0, whole * 0.6) if kills < KILLS else None)) == "killed":
            kills += 1
        imports.close()
        assert end == "ended"
        assert json.loads(ask(place, "tell")) == expected, f"after {kills} kills with seed {seed}"
