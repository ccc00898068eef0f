"""Hostile files against a running door and its worker, while somebody else reads: nothing waits, and nothing is lost.

What is measured is how long the sign-in page and the state of health take meanwhile, and how much memory was needed.
"""

import http.client
import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory
from uuid import uuid4

from pentameter.config.supervisor import worker_command
from proofs.acknowledged.__main__ import BEGIN
from proofs.acknowledged.door import Door
from proofs.bad_input import sockets
from proofs.bad_input.files import Hostile, hostile

ROOT = Path(__file__).resolve().parents[2]
LIMIT_MS = 500
MEMORY_MB = 1_536
PATIENCE = 3_600.0
ENDS = ("done", "refused")
TELL = """
import json
from pentameter.intelligence.models import IntakeFile
fields = ("id", "state", "rows_read", "accepted", "quarantined", "duplicate")
print(json.dumps([[str(one) for one in row] for row in IntakeFile.objects.values_list(*fields)]))
"""


class Reader(threading.Thread):
    """Somebody who opens a page again and again."""

    def __init__(self, port: int, pause: float = 0.1) -> None:
        super().__init__(name="reader", daemon=True)
        self.took: list[float] = []
        self.failed = 0
        self._port, self._pause, self._over = port, pause, threading.Event()

    def stop(self) -> None:
        """Read no more."""
        self._over.set()

    def run(self) -> None:
        """Read until told to stop."""
        while not self._over.wait(self._pause):
            before = time.perf_counter()
            self.failed += _answer(self._port, "GET", "/sign-in/")[0] != 200
            self.took.append(time.perf_counter() - before)


def run(number: int, *, seed: int, tell: Callable[[str], None] = print) -> Counter[str]:
    """So many files."""
    from tests.installations import installation

    counts: Counter[str] = Counter()
    with (
        TemporaryDirectory(prefix="pentameter-proof-") as folder,
        installation(Path(folder) / "place", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}") as place,
    ):
        token = json.loads(place.code(BEGIN).splitlines()[-1])[0]
        outside = _listed(Path(folder))
        door = Door(place, seed=seed)
        worker = Popen(worker_command(), env=place.variables, cwd=place.folder, stdout=DEVNULL, stderr=DEVNULL)
        try:
            door.up()
            alone = _read_alone(door.port)
            reader = Reader(door.port)
            reader.start()
            highest = 0
            for place_of, one in enumerate(hostile(seed, number)):
                _send(door.port, token, one, counts, tell)
                if place_of % 50 == 0:
                    highest = max(highest, _memory([worker.pid, *sockets.family(door.master)]))
                    counts["leads out WRONG"] += len(sockets.leading_out([worker.pid, *sockets.family(door.master)]))
            left = _until_read(place.code)
            reader.stop()
            reader.join()
        finally:
            worker.terminate()
            worker.wait(60)
            door.stop()
        if left:
            tell(f"{left} files were not read to an end")
        counts["not read to an end WRONG"] = left
        counts["escaped WRONG"] = len(_listed(Path(folder)) - outside) + Path("/tmp/escaped").exists()  # noqa: S108
        _reckon(json.loads(place.code(TELL).splitlines()[-1]), counts)
    _measured(counts, reader, alone, highest)
    return counts


def _measured(counts: Counter[str], reader: Reader, alone: list[float], highest: int) -> None:
    took = sorted(reader.took)
    counts["pages read meanwhile"] = len(took)
    counts["pages that failed WRONG"] = reader.failed
    counts["milliseconds a page, alone, median"] = round(sorted(alone)[len(alone) // 2] * 1000)
    for name, share in (("median", 0.5), ("of 95 in a hundred", 0.95), ("of 99 in a hundred", 0.99), ("slowest", 1.0)):
        counts[f"milliseconds a page, meanwhile, {name}"] = round(
            took[min(len(took) - 1, int(share * len(took)))] * 1000
        )
    slow = sum(one * 1000 > LIMIT_MS for one in took)
    counts[f"more than one page in a hundred over {LIMIT_MS} ms WRONG"] = int(slow * 100 > len(took))
    counts[f"pages that took more than {LIMIT_MS} ms"] = slow
    counts["megabytes of the largest process"] = highest
    counts[f"more than {MEMORY_MB} MB WRONG"] = int(highest > MEMORY_MB)


def _send(port: int, token: str, one: Hostile, counts: Counter[str], tell: Callable[[str], None]) -> None:
    mark = uuid4().hex
    name = one.name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22").encode("utf-8", "replace")
    head = b'--%s\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n' % (mark.encode(), name)
    body = head + b"Content-Type: application/octet-stream\r\n\r\n" + one.content + f"\r\n--{mark}--\r\n".encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": f"multipart/form-data; boundary={mark}"}
    status, said = _answer(port, "POST", "/api/v1/files", body, headers)
    counts["files"] += 1
    counts[f"kind: {one.kind}"] += 1
    counts[f"answered {status}"] += 1
    if status >= 500 or status == 0 or b"Traceback" in said:
        counts["failed WRONG"] += 1
        tell(f"{one.kind} as {one.name!r}: {status} {said[:200]!r}")


def _answer(
    port: int, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()


def _read_alone(port: int) -> list[float]:
    took = []
    for _ in range(30):
        before = time.perf_counter()
        _answer(port, "GET", "/sign-in/")
        took.append(time.perf_counter() - before)
    return took


def _until_read(ask: Callable[[str], str]) -> int:
    """Wait for the worker; how many files it has not brought to an end."""
    until = time.monotonic() + PATIENCE
    left = 1
    while left and time.monotonic() < until:
        found = json.loads(ask(TELL).splitlines()[-1])
        left = sum(row[1] not in ENDS for row in found)
        if left:
            time.sleep(5)
    return left


def _reckon(found: list[list[str]], counts: Counter[str]) -> None:
    for _, state, *numbers in found:
        counts[f"files that were {state}"] += 1
        rows, *sums = map(int, numbers)
        counts["rows"] += rows
        counts["rows that do not add up WRONG"] += rows != sum(sums)


def _memory(processes: list[int]) -> int:
    """The most megabytes that one of these processes ever had."""
    highest = 0
    for one in processes:
        with suppress(OSError):
            for line in (Path("/proc") / str(one) / "status").read_text().splitlines():
                if line.startswith("VmHWM"):
                    highest = max(highest, int(line.split()[1]) // 1024)
    return highest


def _listed(folder: Path) -> set[str]:
    """What lies beside the installation's own folders."""
    return {one.name for one in folder.iterdir()}
