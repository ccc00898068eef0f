"""Every page of the picture over a very large operation: queries, time of warm requests, and of their SQL alone.

The SQL is what a request asked, asked again without anything around it; what it wrote, its row in the record, is not
written again and takes what it took. Where both take less than the floor, a page is not held against them. The process
is settled as a server's is. Afterwards the assessment is made, more reports and people come in, and what is kept is
compared with a recount. Seconds of processors are this process's and, of PostgreSQL, those of the server's process
that answers it; they hold where the machine has other work too.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from benchmarks.cases import _listening
from benchmarks.filling import fill, say
from benchmarks.keeping import recounted
from benchmarks.picture import BOOKKEEPING

REQUESTS = 30
AGAIN = 9
MADE = {"assessment_make", "assessment_text", "assessment_version", "assessment_file", "assessment_compare"}
"""What is asked by a form, or of a version that was made before."""
NARROWED = (
    {"view": "map"},
    {"theme": "forced_labour"},
    {"agency": "durham"},
    {"source": "3x5x2/2"},
    {"source": "5x5x5/B", "information": "5x5x5/2"},
    {"information": "3x5x2/B", "theme": "sexual_exploitation", "agency": "kent"},
)


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the wall and of processors."""

    wall: float
    cpu: float


def main(reports: int, cases: int, things: int) -> dict[str, Any]:
    folder = Path(os.environ["BENCH_FOLDER"])
    from pentameter.config.commands.init import prepare

    prepare(folder / "data", demo=True)
    kept = folder / "filled.json"
    if not kept.exists():
        kept.write_text(json.dumps(fill(folder, reports=reports, cases=cases, things=things)), encoding="utf-8")
    say(kept.read_text(encoding="utf-8"))
    from tests.cast import durham_constable, national_analyst

    from pentameter.config.settled import settle

    settle()
    measured = [
        {"reader": name, "address": address, **one}
        for name, reader in (("national analyst", national_analyst()), ("constable", durham_constable()))
        for address in addresses()
        for one in measure(reader, address)
    ]
    held, wave = megabytes(), latest_wave().id
    return {
        **json.loads(kept.read_text(encoding="utf-8")),
        "megabytes": held,
        "pages": measured,
        "assessed": assessed(wave),
        "changed": recounted(folder, wave),
    }


def latest_wave() -> Any:
    """The wave that runs."""
    from pentameter.operations import api as operations

    return max((one for one in operations.waves_of("demonstration")), key=lambda one: one.starts_on)


def assessed(wave: UUID) -> dict[str, float]:
    """What the assessment of the wave takes, in a process that does nothing else."""
    command = [sys.executable, "-m", "benchmarks.assessment", json.dumps({"wave": str(wave)})]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    say(json.dumps(found))
    return found


def addresses() -> Iterator[str]:
    """Every page, file and chart of the picture; those of reports and of their ways narrowed, too."""
    from django.urls import reverse

    from pentameter.picture.urls import app_name, urlpatterns

    wave = latest_wave()
    given = {"slug": "durham", "name": "weeks", "wave_id": wave.id}
    for pattern in (one for one in urlpatterns if one.name not in MADE):
        known = {name: one for name, one in given.items() if f":{name}>" in str(pattern.pattern)}
        place = reverse(f"{app_name}:{pattern.name}", kwargs=known)
        yield f"{place}?{urlencode({'wave': str(wave.id)})}"
        for kind in ("forces", "periods") if pattern.name == "compare" else ():
            yield f"{place}?{urlencode({'wave': str(wave.id), 'kind': kind})}"
        for narrowed in NARROWED if pattern.name in ("picture", "routes") else ():
            yield f"{place}?{urlencode({'wave': str(wave.id)} | narrowed)}"


def measure(reader: Any, address: str) -> Iterator[dict[str, float]]:
    """What one page takes; nothing where the reader may not see it."""
    from django.test import Client
    from tests.cast import sign_in

    client = sign_in(Client(headers={"host": "127.0.0.1"}), reader)
    for _ in range(2):
        with _listening() as asked:
            answer = client.get(address)
    if answer.status_code != 200:
        say(f"{address} answered {answer.status_code}")
        return
    spent = [timed(lambda: client.get(address)) for _ in range(REQUESTS)]
    questions = [one for one in asked if not one[0].startswith(BOOKKEEPING)]
    selects = [(sql, values) for sql, values, _ in questions if sql.startswith(("SELECT", "(SELECT", "WITH"))]
    alone = [timed(lambda: ask(selects)) for _ in range(AGAIN)]
    sql = median(one.wall for one in alone) + median(_written(client, address) for _ in range(AGAIN))
    found = {
        "queries": len(questions),
        "p95": at(0.95, [one.wall for one in spent]),
        "cpu_p95": at(0.95, [one.cpu for one in spent]),
        "sql": sql,
        "sql_cpu": median(one.cpu for one in alone),
        "ratio": median(one.wall for one in spent) / sql,
        "cpu_ratio": median(one.cpu for one in spent) / median(one.cpu for one in alone),
        "megabytes": megabytes(),
    }
    say(f"{address} {json.dumps(found)}")
    yield found


def _written(client: Any, address: str) -> float:
    """How long the database takes for what a request writes."""
    with _listening() as asked:
        client.get(address)
    return sum(spent for sql, _, spent in asked if sql.startswith(("INSERT", "UPDATE")))


def ask(questions: list[tuple[str, Any]]) -> None:
    """Ask the database, and fetch the answers."""
    from django.db import connection

    with connection.cursor() as cursor:
        for sql, values in questions:
            cursor.execute(sql, values)
            cursor.fetchall()


def timed(act: Any) -> Spent:
    """How long an act takes."""
    at_server = _at_server()
    cpu, begin = time.process_time(), time.perf_counter()
    act()
    wall, own = time.perf_counter() - begin, time.process_time() - cpu
    return Spent(wall, own + _at_server() - at_server)


def _at_server() -> float:
    """What the server's process has spent of processors for this connection."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    process = connection.connection.info.backend_pid
    return int(Path(f"/proc/{process}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9


def at(part: float, values: list[float]) -> float:
    """The value below which so many of them lie."""
    return sorted(values)[max(0, round(part * len(values)) - 1)]


def megabytes() -> float:
    """What this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
