"""`python -m proofs.degraded [--rounds N] [--seconds N] [--postgres] [--writers N] [--seed N]`: bad nights.

So many rounds of each trouble while clients write: on SQLite a full disk and a database that somebody else holds; on a
throw-away PostgreSQL a full disk, a cluster that is away, that takes no writes, that does not move. Exit code 1 if
anything that was acknowledged is not there exactly once, if a request was answered with an unhandled error, or if a
list was called clear meanwhile.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from random import Random

from rich.table import Table
from tests import postgres_programs
from tests.databases import locked
from tests.installations import Installation, installation, on_server

from pentameter.config.installation import MARK
from pentameter.config.supervisor import worker_command
from pentameter.config.terminal import console, progress
from proofs.acknowledged import history
from proofs.acknowledged.__main__ import BEGIN, ROOT, TELL
from proofs.acknowledged.cluster import PATIENCE, Cluster, cluster, not_as_root
from proofs.acknowledged.door import Door
from proofs.acknowledged.writers import Writer, until_some_more
from proofs.degraded import acts, troubles
from proofs.restores.drill import command

Trouble = Callable[[], AbstractContextManager[None]]
LOST = (*history.LOST, *acts.LOST, "answered with an unhandled error", "a backup of afterwards that fails")


def main() -> int:
    """Let things go wrong, and reckon."""
    parser = argparse.ArgumentParser(prog="python -m proofs.degraded")
    parser.add_argument("--rounds", type=int, default=10, help="of each trouble")
    parser.add_argument("--seconds", type=float, default=60.0, help="that each lasts")
    parser.add_argument("--postgres", action="store_true", help="on a throw-away PostgreSQL")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seed", type=int, default=2007)
    chosen = parser.parse_args()
    not_as_root("proofs.degraded")
    before = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="pentameter-night-") as folder:
        counts = run(Path(folder), chosen.rounds, chosen.seconds, chosen.writers, chosen.seed, postgres=chosen.postgres)
    show(counts, time.perf_counter() - before)
    return 1 if any(counts[one] for one in LOST) else 0


def run(
    folder: Path, rounds: int, seconds: float, writers: int, seed: int, *, postgres: bool = False
) -> "Counter[str]":
    """So many rounds of each trouble, each of so many seconds. `folder` is there and empty."""
    with ExitStack() as open_:
        disk = open_.enter_context(troubles.small_disk(folder / "disk"))
        place, server = open_.enter_context(_on_postgres(disk) if postgres else _on_sqlite(disk))
        night = _Night(place, writers, seed)
        open_.callback(night.over)
        night.begin()
        for name, trouble in _troubles(disk, place, server, Random(seed)).items():
            for _ in progress_of(name, rounds):
                night.through(trouble, seconds)
        counts = night.reckoned()
    counts["rounds"] = rounds
    return counts


def progress_of(name: str, rounds: int) -> Iterator[int]:
    """The rounds of a trouble, with a bar."""
    with progress() as bars:
        yield from bars.track(range(rounds), description=name)


@contextmanager
def _on_sqlite(disk: Path) -> Iterator[tuple[Installation, Cluster | None]]:
    with installation(disk / "place", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}") as place:
        yield place, None


@contextmanager
def _on_postgres(disk: Path) -> Iterator[tuple[Installation, Cluster | None]]:
    path = postgres_programs.path_of(18)
    with (
        cluster(disk / "cluster") as server,
        on_server(server.address),
        installation(disk / "place", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}", PATH=path) as place,
    ):
        yield place, server


def _troubles(disk: Path, place: Installation, server: Cluster | None, rng: Random) -> dict[str, Trouble]:
    def full() -> AbstractContextManager[None]:
        return troubles.full(disk, left=rng.choice((0, 0, 8_192, 65_536, 1 << 20)))

    if server is None:
        return {"disk full": full, "locked": lambda: locked(place.folder / "data")}
    return {
        "disk full": lambda: _full_and_up_again(full(), server),
        "read-only": lambda: troubles.read_only(server),
        "away": lambda: troubles.away(server),
        "still": lambda: troubles.still(server),
    }


@contextmanager
def _full_and_up_again(full: AbstractContextManager[None], server: Cluster) -> Iterator[None]:
    """PostgreSQL stops where it cannot write its log; it is started again once there is room."""
    with full:
        yield
    server.up_again()


class _Night:
    """The door, the worker, clients that write, and what is tried beside them."""

    def __init__(self, place: Installation, writers: int, seed: int) -> None:
        self._place, self._seed, self._open = place, seed, ExitStack()
        (place.folder / "data" / MARK).write_text('{"mode": "demo"}', encoding="utf-8")
        token, row = json.loads(place.code(BEGIN).splitlines()[-1])
        self._acts = acts.Acts(place, json.loads(place.code(acts.BEGIN).splitlines()[-1]))
        self._before = set(json.loads(place.code(TELL).splitlines()[-1])["reports"])
        public = command(["backup", "key", str(place.folder / "private.key")], place.variables).splitlines()[-1]
        (place.folder / "data.keys" / "backup.recipients").write_text(f"{public}\n", encoding="ascii")
        self._door = Door(place, seed=seed)
        self._clients = [Writer(self._door.port, token, row, number=one, seed=seed) for one in range(writers)]

    def begin(self) -> None:
        """Everything runs, and a list may be called clear: else the proof would see nothing."""
        self._open.callback(self._door.stop)
        self._door.up()
        worker = self._place.start(*worker_command()[1:])
        self._open.callback(worker.wait)
        self._open.callback(worker.terminate)
        for client in self._clients:
            client.start()
        until_some_more(self._clients, 10)
        until = time.monotonic() + PATIENCE
        while self._place.code(acts.SCREEN).splitlines()[-1] != "clear":
            if time.monotonic() > until:
                raise RuntimeError("No list is called clear while all is well.")

    def through(self, trouble: Trouble, seconds: float) -> None:
        """One trouble, and the time until all goes on by itself."""
        until_some_more(self._clients, 10)
        with trouble():
            self._acts.begin()
            time.sleep(seconds)
            self._acts.end(over=False)
        until_some_more(self._clients, 10)
        self._acts.end(over=True)

    def over(self) -> None:
        """Everybody goes home."""
        for client in self._clients:
            client.stop()
        for client in self._clients:
            if client.ident is not None:
                client.join()
        self._open.close()

    def reckoned(self) -> "Counter[str]":
        """What was lost, once the files were taken in."""
        before = self._acts.counts["backup: done"]
        self._acts.begin(kinds=("backup",))
        self._acts.end(over=True)
        made = self._acts.counts["backup: done"] - before
        for client in self._clients:
            client.stop()
            client.join()
        self._until_taken_in()
        told = json.loads(self._place.code(TELL).splitlines()[-1])
        own = {ref: ids for ref, ids in told["reports"].items() if ref.startswith("P")}
        counts = history.reckoned(
            [one for client in self._clients for one in client.sent], history.Kept.of({**told, "reports": own})
        )
        counts += Counter({**dict.fromkeys(LOST, 0)})
        counts.update(self._acts.reckoned())
        counts["a backup of afterwards that fails"] = int(made == 0)
        for client in self._clients:
            counts.update(
                {f"answers with status {status}": number for status, number in client.answers.items() if status}
            )
            counts["requests without an answer"] += client.answers[0]
            counts["answered with an unhandled error"] += client.answers[500]
            counts["refused"] += len(client.refused)
        return counts

    def _until_taken_in(self) -> None:
        until = time.monotonic() + PATIENCE
        code = "from pentameter.intelligence.api import unfinished\nprint(len(unfinished()))"
        while int(self._place.code(code).splitlines()[-1]):
            if time.monotonic() > until:
                raise RuntimeError("Files that were acknowledged are not taken in.")
            time.sleep(1)


def show(counts: "Counter[str]", seconds: float) -> None:
    """What was tried, how often, and what was lost."""
    table = Table(title=f"Bad nights ({seconds:.0f} s)", show_header=False)
    for what in (*sorted(counts.keys() - set(LOST)), *LOST):
        table.add_row(what, f"{counts[what]:,}")
    console().print(table)


if __name__ == "__main__":
    sys.exit(main())
