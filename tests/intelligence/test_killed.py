"""An import that is killed goes on where it stopped, and ends with the same tables as one that was not."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg
import pytest

from pentameter.config import keys
from pentameter.config.environment import postgres

ROWS = 3000
KILLS = 20
TESTS = Path(__file__).resolve().parents[1]
Place = Mapping[str, str]


def start(place: Place, *arguments: str) -> subprocess.Popen[str]:
    """A process of its own at a place."""
    command = [sys.executable, "-m", "intelligence.killing", *arguments]
    variables = {**os.environ, **place, "PYTHONPATH": str(TESTS)}
    return subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True)


def ask(place: Place, *arguments: str) -> str:
    """What a process that runs to its end says last."""
    process = start(place, *arguments)
    out, _ = process.communicate()
    assert process.returncode == 0
    return out.strip().splitlines()[-1] if out.strip() else ""


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
    began = time.monotonic()
    ask(undisturbed, "take", file_id)
    whole = time.monotonic() - began
    expected = json.loads(ask(undisturbed, "tell"))
    assert expected["chain"] is True
    assert expected["Report"][0] > ROWS / 2

    kills = 0
    while kills < KILLS:
        place = copies("killed")
        while not _ends(place, file_id, moments.uniform(0, whole * 0.6) if kills < KILLS else None):
            kills += 1
        told = json.loads(ask(place, "tell"))
        assert told == expected, f"after {kills} kills with seed {seed}"


def _ends(place: Place, file_id: str, killed_after: float | None) -> bool:
    """Whether the import came to its end before it was killed."""
    process = start(place, "take", file_id)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    try:
        return process.wait(killed_after) == 0
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    finally:
        process.stdout.close()
