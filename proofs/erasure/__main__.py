"""`python -m proofs.erasure [--number N]`: cases and reports are disposed of, and what they said is sought everywhere.

In a throw-away installation: on SQLite, or on PostgreSQL where DATABASE_URL names a server whose files can be read.
Exit code 1 if a word, a sealed byte or a wrapped key is found where it must not be.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from rich.table import Table

from pentameter.config.terminal import console

ROOT = Path(__file__).resolve().parents[2]
LOST = ("found in a table", "found in a file")
SEEK = """
import json
from proofs.erasure.seeking import run
print(json.dumps(run({number})))
"""


def main() -> int:
    """Fill, dispose, seek, tell."""
    from tests.installations import installation

    parser = argparse.ArgumentParser(prog="python -m proofs.erasure")
    parser.add_argument("--number", type=int, default=50, help="cases, and as many reports")
    chosen = parser.parse_args()
    before = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(prefix="pentameter-erasure-") as folder,
        installation(Path(folder) / "place", PYTHONPATH=f"{ROOT}:{ROOT / 'tests'}") as place,
    ):
        told = json.loads(place.code(SEEK.format(number=chosen.number)).splitlines()[-1])
    show(told, time.perf_counter() - before)
    return 1 if any(told["counts"][one] for one in LOST) or not told["counts"]["found before"] else 0


def show(told: dict[str, dict[str, int]], seconds: float) -> None:
    """The table: what was sought, where, and what was found."""
    table = Table(title=f"What was disposed of, sought again ({seconds:.0f} s)", show_header=False)
    for what, number in told["counts"].items():
        table.add_row(what, f"{number:,}")
    console().print(table)
    for place in told["places"]:
        console(stderr=True).print(f"{place}: {told['places'][place]}")


if __name__ == "__main__":
    sys.exit(main())
