"""Runs in processes of their own that are killed, on copies of one place, embedded or on PostgreSQL."""

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg

from pentameter.config import keys
from pentameter.config.environment import postgres
from tests.guarded import loopback_only

TESTS = Path(__file__).resolve().parent
Place = Mapping[str, str]


def start(place: Place, module: str, *arguments: str) -> subprocess.Popen[str]:
    """A process of its own at a place, which runs a module of the tests."""
    command = [sys.executable, "-m", module, *arguments]
    variables = {**os.environ, **place, "PYTHONPATH": loopback_only.path(TESTS)}
    return subprocess.Popen(command, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ask(place: Place, module: str, *arguments: str) -> str:
    """What a process that runs to its end says last."""
    process = start(place, module, *arguments)
    out, _ = process.communicate()
    assert process.returncode == 0
    return out.strip().splitlines()[-1] if out.strip() else ""


class Runs:
    """A process that begins the same run again and again, each in a process that can be killed."""

    def __init__(self, place: Place, module: str, *arguments: str) -> None:
        self._process = start(place, module, *arguments)

    def run(self, killed_after: float | None) -> str:
        """Begin a run and kill it after some seconds, if it has not come to its end by then. Says which."""
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


def copies_in(folder: Path) -> Callable[[str], Place]:
    """A place called "first", and copies of it by name."""
    url = os.environ.get("DATABASE_URL", "")
    return _on_postgres(folder, url) if url else _embedded(folder)


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

    ours = f"killed_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"

    def copy(name: str) -> Place:
        template = "" if name == "first" else f' TEMPLATE "{ours}_first"'
        with psycopg.connect(dbname=settings["NAME"], autocommit=True, **names, **password) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{ours}_{name}" WITH (FORCE)')
            server.execute(f'CREATE DATABASE "{ours}_{name}"{template}')
        base, _, query = url.partition("?")
        there = base.rpartition("/")[0] + f"/{ours}_{name}"
        return {**embedded(name), "DATABASE_URL": f"{there}?{query}" if query else there}

    return copy
