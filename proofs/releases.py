"""`python -m proofs.releases [--releases N] [--each N] [--seed N]`: random releases of demo data, then the attacker.

On throw-away databases that hold the demo operation: sequences of releases, corrections and withdrawals, each made as
the product makes them; after each sequence everything that it published is attacked together. Exit code 1 if anything
below the threshold is given away.
"""

import argparse
import os
import resource
import shutil
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from rich.table import Table

from pentameter.config.terminal import console

EXAMPLES = Path(__file__).parents[1] / "examples"


def main() -> int:
    """Make them, attack them, and say what was found."""
    parser = argparse.ArgumentParser(prog="python -m proofs.releases")
    parser.add_argument("--releases", type=int, default=200)
    parser.add_argument("--each", type=int, default=10, help="releases of one sequence")
    parser.add_argument("--seed", type=int, default=2007)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    sequences = -(-chosen.releases // chosen.each)
    shares = [sequences // chosen.processes + (one < sequences % chosen.processes) for one in range(chosen.processes)]
    asked = [(chosen.seed + 10_000 * place, share * chosen.each, chosen.each) for place, share in enumerate(shares)]
    counts: Counter[str] = Counter()
    bad = 0
    with ProcessPoolExecutor(chosen.processes) as pool:
        for found, faults in pool.map(run, *zip(*asked, strict=True)):
            for name, number in found.items():
                counts[name] += number
            bad += faults
    show(counts, sequences)
    return 1 if bad else 0


def show(counts: Counter[str], sequences: int) -> None:
    """What became of them."""
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    title = f"Random releases of demo data, in {sequences} sequences ({seconds:.0f} s of processor time)"
    table = Table(title=title, show_header=False)
    for what, number in counts.items():
        table.add_row(what, f"{number:,}")
    console().print(table)


def run(seed: int, releases: int, each: int) -> tuple[Counter[str], int]:
    """So many releases on databases that are made for it and dropped; the counts, and how many of them are faults."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pentameter.config.settings.testing")
    sys.path.insert(0, "tests")
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import get_runner, setup_test_environment

    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    made = runner.setup_databases(aliases={"default", "public"})
    try:
        from releases.attack import BAD, open_demo, sequences

        open_demo(EXAMPLES)
        counts = sequences(seed, releases, each)
        return counts, sum(counts[one] for one in BAD)
    finally:
        runner.teardown_databases(made)
        _leave(Path(os.environ["PENTAMETER_DATA"]).parent)


def _leave(folder: Path) -> None:
    """A process of a pool ends without tidying up what the settings of tests made for it."""
    if folder.name.startswith("pentameter-test-"):
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
