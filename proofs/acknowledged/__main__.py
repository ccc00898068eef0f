"""`python -m proofs.acknowledged [--kills N] [--crashes N] [--writers N] [--seed N]`: kill -9 under clients that write.

On SQLite; with `--crashes` on a throw-away PostgreSQL, all processes of which are killed so often. Exit code 1 if
anything that was acknowledged is not there exactly once.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from rich.table import Table
from tests.installations import installation, on_server

from pentameter.config.terminal import console, progress
from proofs.acknowledged.cluster import cluster, not_as_root
from proofs.acknowledged.history import LOST, Kept, reckoned
from proofs.acknowledged.writers import Writer, until_some_more

ROOT = Path(__file__).resolve().parents[2]
BEGIN = """
import datetime, json
from intelligence import ground
from pentameter.accounts import api as accounts
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
ground.wave()
until = clock.today() + datetime.timedelta(days=30)
token = accounts.issue_token(agency="durham", label="proof", expires_on=until, by=SYSTEM).token
print(json.dumps([token, ground.good()]))
"""
TELL = """
import collections, json
from pentameter.audit.api import verify
from pentameter.audit.models import Entry
from pentameter.intelligence.models import Report
from pentameter.kernel.actor import SYSTEM
reports = collections.defaultdict(list)
for identifier, reference in Report.objects.values_list("id", "own_reference"):
    reports[reference].append(str(identifier))
rows = Entry.objects.filter(event="report_accepted").values_list("subject_id", flat=True)
recorded = collections.Counter(map(str, rows))
print(json.dumps({"reports": reports, "recorded": recorded, "whole": verify(by=SYSTEM).whole}))
"""


def main() -> int:
    """Write and kill, then reckon."""
    parser = argparse.ArgumentParser(prog="python -m proofs.acknowledged")
    parser.add_argument("--kills", type=int, default=1000, help="of a process of the door")
    parser.add_argument("--crashes", type=int, default=0, help="of the whole PostgreSQL cluster")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seed", type=int, default=2007)
    chosen = parser.parse_args()
    if chosen.crashes:
        not_as_root("proofs.acknowledged")
    before = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="pentameter-proof-") as folder:
        place = Path(folder) / "place"
        if chosen.crashes:
            with cluster(Path(folder) / "cluster") as server, on_server(server.address):
                strikes = [server.crash] * chosen.crashes
                counts = run(place, chosen.kills, chosen.writers, chosen.seed, strikes)
        else:
            counts = run(place, chosen.kills, chosen.writers, chosen.seed)
        counts["crashes of the cluster"] = chosen.crashes
    show(counts, time.perf_counter() - before)
    return 1 if any(counts[one] for one in LOST) or counts["refused"] else 0


def run(folder: Path, kills: int, writers: int, seed: int, strikes: Sequence[Callable[[], None]] = ()) -> Counter[str]:
    """So many kills of a process of the door, and other strikes, by chance while so many clients write.

    `folder` is not there yet: an installation is made in it, on PostgreSQL where DATABASE_URL names a server.
    """
    from proofs.acknowledged.door import Door

    with installation(folder, PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}") as place:
        token, row = json.loads(place.code(BEGIN).splitlines()[-1])
        door = Door(place, seed=seed)
        clients = [Writer(door.port, token, row, number=one, seed=seed) for one in range(writers)]
        try:
            door.up()
            for client in clients:
                client.start()
            _strike(clients, [*[door.kill_one] * kills, *strikes], Random(seed))
        finally:
            for client in clients:
                client.stop()
            for client in clients:
                if client.ident is not None:
                    client.join()
            door.stop()
        kept = Kept.of(json.loads(place.code(TELL).splitlines()[-1]))
    counts = reckoned([one for client in clients for one in client.sent], kept)
    counts["kills of a process of the door"] = kills
    counts["refused"] = sum(len(client.refused) for client in clients)
    for client in clients:
        counts.update({f"answers with status {status}": number for status, number in client.answers.items() if status})
        counts["requests without an answer"] += client.answers[0]
    return counts


def _strike(clients: list[Writer], acts: list[Callable[[], None]], rng: Random) -> None:
    rng.shuffle(acts)
    with progress() as bars:
        for act in bars.track(acts, description="Killing while they write"):
            until_some_more(clients, rng.randint(1, 12))
            time.sleep(rng.uniform(0.0, 0.05))  # not only just after an answer
            act()


def show(counts: Counter[str], seconds: float) -> None:
    """What was tried, how often, and what was lost."""
    table = Table(title=f"Nothing acknowledged is lost ({seconds:.0f} s)", show_header=False)
    for what in (*sorted(counts.keys() - set(LOST)), *LOST):
        table.add_row(what, f"{counts[what]:,}")
    console().print(table)


if __name__ == "__main__":
    sys.exit(main())
