"""`python -m proofs.migrations [--rounds N] [--reports N] [--cases N] [--seed N]`: the changes of the tables between an
earlier state and this version's, on a database that is full, killed in the midst of each, begun again, and compared.

On SQLite, or on the PostgreSQL server that DATABASE_URL names. Exit code 1 if a row is lost or changed, a change cannot be
finished when it is begun again, the record is broken, or a count is wrong.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from rich.table import Table

from pentameter.config.terminal import console, progress
from proofs.migrations.rounds import LOST, Rounds


def main() -> int:
    """Change, kill, change again, and reckon."""
    parser = argparse.ArgumentParser(prog="python -m proofs.migrations")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2007)
    chosen = parser.parse_args()
    before = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="pentameter-changes-") as folder:
        counts = run(Path(folder) / "place", chosen.rounds, chosen.reports, chosen.cases, chosen.seed)
    show(counts, time.perf_counter() - before)
    return 1 if any(counts[one] for one in LOST) else 0


def run(folder: Path, rounds: int, reports: int, cases: int, seed: int) -> Counter[str]:
    """So many rounds on so full a database."""
    with Rounds(folder, reports=reports, cases=cases, seed=seed) as place, progress() as bars:
        for number in bars.track(range(rounds), description="Changing the tables"):
            place.round(number)
        return place.counts


def show(counts: Counter[str], seconds: float) -> None:
    """What was tried, how often, and what was lost."""
    table = Table(title=f"Changes of the tables are whole, or can be begun again ({seconds:.0f} s)", show_header=False)
    for what in (*sorted(counts.keys() - set(LOST)), *LOST):
        table.add_row(what, f"{counts[what]:,}")
    console().print(table)


if __name__ == "__main__":
    sys.exit(main())
