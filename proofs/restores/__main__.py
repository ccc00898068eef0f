"""`python -m proofs.restores [--drills N] [--moments N] [--writers N] [--seed N]`: backups while clients write, each
restored; with `--moments`, so many moments of a throw-away PostgreSQL cluster recovered from its copy and its log.

On SQLite, or on the PostgreSQL server that DATABASE_URL names. Exit code 1 if anything that was acknowledged before a
backup began is not there exactly once after the restore, or a restored installation would call anybody clear.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from rich.table import Table

from pentameter.config.terminal import console, progress
from proofs.acknowledged.cluster import not_as_root
from proofs.restores import moments
from proofs.restores.drill import LOST, Drills


def main() -> int:
    """Drill, and reckon."""
    parser = argparse.ArgumentParser(prog="python -m proofs.restores")
    parser.add_argument("--drills", type=int, default=30)
    parser.add_argument("--moments", type=int, default=0, help="of a PostgreSQL cluster, instead of drills")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seed", type=int, default=2007)
    chosen = parser.parse_args()
    if chosen.moments:
        not_as_root("proofs.restores")
    before = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="pentameter-drill-") as folder:
        if chosen.moments:
            counts, lost = moments.run(Path(folder), chosen.moments, chosen.seed), moments.LOST
        else:
            counts, lost = run(Path(folder) / "place", chosen.drills, chosen.writers, chosen.seed), LOST
    show(counts, lost, time.perf_counter() - before)
    return 1 if any(counts[one] for one in lost) else 0


def run(folder: Path, drills: int, writers: int, seed: int) -> Counter[str]:
    """So many drills in a new installation while so many clients write to its door."""
    counts: Counter[str] = Counter(dict.fromkeys(LOST, 0))
    with Drills(folder, writers=writers, seed=seed) as place, progress() as bars:
        for number in bars.track(range(drills), description="Backing up and restoring"):
            counts.update(place.drill(number))
    return counts


def show(counts: Counter[str], lost: tuple[str, ...], seconds: float) -> None:
    """What was tried, how often, and what was lost."""
    table = Table(title=f"What is backed up can be restored ({seconds:.0f} s)", show_header=False)
    for what in (*sorted(counts.keys() - set(lost)), *lost):
        table.add_row(what, f"{counts[what]:,}")
    console().print(table)


if __name__ == "__main__":
    sys.exit(main())
