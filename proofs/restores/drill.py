"""One drill: a backup while clients write, restored elsewhere, and held against what they were told before it began."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests import postgres_programs
from tests.installations import Installation, fresh_database, installation

from pentameter.config.installation import MARK
from proofs.acknowledged.__main__ import BEGIN, ROOT, TELL
from proofs.acknowledged.door import Door
from proofs.acknowledged.writers import Writer, until_some_more

BEFORE = """
from intelligence import ground
from pentameter.operations.models import Wave
from victims.ground import many
wave = Wave.objects.values_list("id", flat=True).first()
ground.sent(ground.csv_of([ground.full(1), ground.full(2)]), wave, name="first.csv")
many(3)
ground.received(ground.csv_of([ground.good(number) for number in range(10, 40)]), wave)
"""
"""Reports with people in them, people who were rescued, and a file that is being taken in while no worker runs."""
SOUND = """
import json
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.rules.screening.clearance import is_sound
from pentameter.intelligence.api import files_missing, unfinished
print(json.dumps([is_sound(soundness()).allowed, len(unfinished()), len(files_missing())]))
"""
LOST_ROWS = ("there more than once", "without exactly one row in the record")
LOST = (
    "acknowledged before the backup, and lost",
    *LOST_ROWS,
    "a report that nobody sent",
    "a broken chain",
    "a file that was being taken in, and lost",
    "not proved by the restore itself",
    "opened by a key that is none of the recipients'",
    "a restored installation that would call somebody clear",
)


class Drills:
    """An installation with clients that write, and the drills in it."""

    def __init__(self, folder: Path, *, writers: int, seed: int) -> None:
        self._folder, self._writers, self._seed = folder, writers, seed
        self._open = ExitStack()
        self._clients: list[Writer] = []

    def __enter__(self) -> Self:
        path = {"PATH": postgres_programs.path(), "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
        self._place = self._open.enter_context(installation(self._folder, **path))
        token, row = json.loads(self._place.code(BEGIN).splitlines()[-1])
        self._place.code(BEFORE)
        self._before = json.loads(self._place.code(TELL).splitlines()[-1])["reports"]
        (self._folder / "data" / MARK).write_text('{"mode": "demo"}', encoding="utf-8")
        self._keys = self._folder / "data.keys"
        public = self._command("backup", "key", str(self._folder / "private.key"))
        self._command("backup", "key", str(self._folder / "other.key"))
        (self._keys / "backup.recipients").write_text(f"{public.splitlines()[-1]}\n", encoding="ascii")
        door = Door(self._place, seed=self._seed)
        self._open.callback(door.stop)
        door.up()
        self._clients = [Writer(door.port, token, row, number=one, seed=self._seed) for one in range(self._writers)]
        for client in self._clients:
            client.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        for client in self._clients:
            client.stop()
        for client in self._clients:
            client.join()
        self._open.close()

    def drill(self, number: int) -> Counter[str]:
        """Back up, restore, reckon."""
        until_some_more(self._clients, 10)
        acknowledged = {one.reference: one.id for client in self._clients for one in tuple(client.sent) if one.id}
        made = json.loads(self._command("backup", "make", str(self._folder / "backups"), "--json"))
        counts: Counter[str] = Counter({"backups": 1, "bytes": made["bytes"], "rows": made["rows"]})
        with ExitStack() as places:
            databases = [places.enter_context(fresh_database()) for _ in range(2)]
            new = self._elsewhere(number, databases)
            places.callback(shutil.rmtree, new.folder, True)
            counts += self._refused(new, made["file"])
            proof = self._restored(new, made["file"])
            counts["not proved by the restore itself"] += not proof["whole"]
            counts["sealed facts opened in a sample"] += proof["opened"]
            counts += self._reckoned(new, acknowledged)
        Path(made["file"]).unlink()
        return counts

    def _elsewhere(self, number: int, databases: list[str]) -> Installation:
        """Another place, with a copy of the keys."""
        folder = self._folder / f"restored-{number}"
        shutil.copytree(self._keys, folder / "data.keys")
        named = dict(zip(("DATABASE_URL", "PUBLIC_DATABASE_URL"), databases, strict=True)) if databases[0] else {}
        return Installation(folder, {**self._place.variables, "PENTAMETER_DATA": str(folder / "data"), **named})

    def _refused(self, new: Installation, file: str) -> Counter[str]:
        done = self._restore(new, file, "other.key")
        return Counter({"opened by a key that is none of the recipients'": int(done.returncode != 2)})

    def _restored(self, new: Installation, file: str) -> dict[str, Any]:
        done = self._restore(new, file, "private.key")
        if not done.stdout.startswith("{"):
            raise RuntimeError(f"The restore failed: {done.stdout}{done.stderr}")
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    def _reckoned(self, new: Installation, acknowledged: dict[str, str]) -> Counter[str]:
        kept = json.loads(new.code(TELL).splitlines()[-1])
        sure, wanted, away = json.loads(new.code(SOUND).splitlines()[-1])
        counts: Counter[str] = Counter()
        counts["reports acknowledged before their backup"] = len(acknowledged)
        counts["a broken chain"] = int(not kept["whole"])
        counts["a file that was being taken in, and lost"] = away + (wanted != 1)
        counts["a restored installation that would call somebody clear"] = int(sure)
        sent = {one.reference for client in self._clients for one in tuple(client.sent)}
        for reference, ids in kept["reports"].items():
            if reference in self._before:  # of a file, whose rows are in the record as one
                continue
            counts["there more than once"] += len(ids) > 1
            counts["a report that nobody sent"] += reference not in sent
            counts["without exactly one row in the record"] += sum(kept["recorded"].get(one, 0) != 1 for one in ids)
        lost = (kept["reports"].get(reference) != [one] for reference, one in acknowledged.items())
        counts["acknowledged before the backup, and lost"] = sum(lost)
        return counts

    def _restore(self, new: Installation, file: str, key: str) -> "subprocess.CompletedProcess[str]":
        given = ["restore", file, "--identity", str(self._folder / key), "--data", str(new.folder / "data"), "--json"]
        return _run(given, new.variables)

    def _command(self, *given: str) -> str:
        return command(list(given), self._place.variables)


def command(given: list[str], variables: dict[str, str], *, well: tuple[int, ...] = (0,)) -> str:
    """What a command of the command line said, which ends well."""
    done = _run(given, variables)
    if done.returncode not in well:
        raise RuntimeError(f"{' '.join(given)} failed: {done.stdout}{done.stderr}")
    return done.stdout


def _run(given: list[str], variables: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pentameter.config.cli", *given]
    return subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
