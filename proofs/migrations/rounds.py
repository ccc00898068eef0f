"""A place that is full, taken back to an earlier state, and changed again and again from there."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import psycopg
import pysqlite3
from tests.installations import ROOT, Installation, installation

LOST = (
    "rows that were lost or changed",
    "begun again, and not finished",
    "a broken record",
    "a count that is none of a recount",
    "changes that still wait",
)
_FILE = "staff.sqlite3"


class Rounds:
    """The place, its earlier state, and a process that does what it is told there."""

    def __init__(self, folder: Path, *, reports: int, cases: int, seed: int) -> None:
        self._folder, self._reports, self._cases = folder, reports, cases
        self._chance = random.Random(seed)
        self._open = ExitStack()
        self._lasts: dict[str, float] = {}
        self.counts: Counter[str] = Counter(dict.fromkeys(LOST, 0))

    def __enter__(self) -> Self:
        more = {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
        self._place = self._open.enter_context(installation(self._folder, **more))
        self._url = self._place.variables.get("DATABASE_URL", "")
        self._worker = Worker(self._place)
        self._open.callback(self._worker.stop)
        self._worker.must("populate", reports=self._reports, cases=self._cases)
        self._worker.must("back")
        self._keep()
        self._before: dict[str, Any] = self._worker.must("contents")
        self.counts["rows before"] = sum(one["rows"] for one in self._before.values())
        self._measure()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def _measure(self) -> None:
        """How long each change lasts when nobody kills it, and that it loses nothing."""
        began: list[tuple[str, float]] = []
        self._worker.begin("forward")
        while "ended" not in (said := self._worker.hear()):
            if "told" in said:
                began.append((said["told"], time.monotonic()))
        ends = [at for _, at in began[1:]] + [time.monotonic()]
        self._lasts = {what: end - at for (what, at), end in zip(began, ends, strict=True)}
        self.counts["changes in each"] = len(self._lasts)
        self._compare()

    def round(self, number: int) -> None:
        """From the earlier state: begin, be killed in one of the changes, begin again, and compare."""
        self._restore()
        names = list(self._lasts)
        where = names[number % len(names)]
        self._worker.begin("forward")
        while "ended" not in (said := self._worker.hear()):
            if said.get("told") == where:
                time.sleep(self._chance.random() * self._lasts[where])
                self._worker.kill()
        self.counts["killed" if said["ended"] == -signal.SIGKILL else "too late to be killed"] += 1
        if self._worker.do("forward")[0] != 0:
            self.counts["begun again, and not finished"] += 1
            return
        self._compare()

    def _compare(self) -> None:
        columns = {table: one["columns"] for table, one in self._before.items()}
        ended, now = self._worker.do("contents", columns=columns)
        same = ended == 0 and all(now[table] == one for table, one in self._before.items())
        self.counts["rows that were lost or changed"] += not same
        found = self._worker.must("sound")
        self.counts["changes that still wait"] += found["waiting"] > 0
        self.counts["a broken record"] += not found["whole"]
        self.counts["a count that is none of a recount"] += not found["counted"]
        self.counts["compared"] += 1

    def _keep(self) -> None:
        if self._url:
            self._open.callback(_execute, f"DROP DATABASE IF EXISTS {self._name}_earlier WITH (FORCE)")
            _execute(f"CREATE DATABASE {self._name}_earlier TEMPLATE {self._name}")
        else:
            _copy(self._folder / "data" / _FILE, self._folder / "earlier.sqlite3")

    def _restore(self) -> None:
        if self._url:
            _execute(f"DROP DATABASE {self._name} WITH (FORCE)")
            _execute(f"CREATE DATABASE {self._name} TEMPLATE {self._name}_earlier")
        else:
            for path in (self._folder / "data").glob(f"{_FILE}*"):
                path.unlink()
            _copy(self._folder / "earlier.sqlite3", self._folder / "data" / _FILE)

    @property
    def _name(self) -> str:
        return urlsplit(self._url).path.lstrip("/")


def _copy(one: Path, other: Path) -> None:
    """A whole database, with what its log still holds."""
    with closing(pysqlite3.connect(one)) as source, closing(pysqlite3.connect(other)) as target:
        source.backup(target)


def _execute(statement: str) -> None:
    """On the server that the tests were given."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(statement)


class Worker:
    """The process at the place."""

    def __init__(self, place: Installation) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "proofs.migrations.work"],
            env=place.variables,
            cwd=place.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._child = 0

    def begin(self, what: str, **more: object) -> None:
        """Give an order."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, **more}).encode() + b"\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """The next that is said."""
        assert self._process.stdout is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        self._child = said.get("child", self._child)
        return said

    def kill(self) -> None:
        """Kill what is being done, if it is not done already."""
        with suppress(ProcessLookupError):
            os.kill(self._child, signal.SIGKILL)

    def do(self, what: str, **more: object) -> tuple[int, Any]:
        """Have something done to its end: how it ended, and the answer."""
        self.begin(what, **more)
        answer = None
        while "ended" not in (said := self.hear()):
            answer = said.get("answer", said.get("failed", answer))
        return said["ended"], answer

    def must(self, what: str, **more: object) -> Any:
        """Have something done that has to end well."""
        ended, answer = self.do(what, **more)
        if ended:
            raise RuntimeError(f"{what}: {answer}")
        return answer

    def stop(self) -> None:
        """No more orders."""
        self._process.communicate()

