"""`python -m proofs.releases [--releases N] [--each N] [--seed N]`: random releases of demo data, then the attacker.

On throw-away databases that hold the demo operation: sequences of releases, corrections and withdrawals, each made as
the product makes them; after each sequence everything that it published is attacked together. Exit code 1 if anything
below the threshold is given away.
"""

import argparse
import os
import resource
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

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
    counts: Counter[str] = Counter()
    with ProcessPoolExecutor(chosen.processes) as pool:
        for found in pool.map(
            run,
            [chosen.seed + 10_000 * one for one in range(len(shares))],
            [one * chosen.each for one in shares],
            [chosen.each] * len(shares),
        ):
            for name, number in found.items():
                counts[name] += number
    return shown(counts, sequences)


def shown(counts: Counter[str], sequences: int) -> int:
    """The table, and the exit code."""
    from rich.table import Table
    from tests.releases.attack import BAD

    from pentameter.config.terminal import console

    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    title = f"Random releases of demo data, in {sequences} sequences ({seconds:.0f} s of processor time)"
    table = Table(title=title, show_header=False)
    for what, number in counts.items():
        table.add_row(what, f"{number:,}")
    console().print(table)
    return 1 if any(counts[one] for one in BAD) else 0


def run(seed: int, releases: int, each: int) -> Counter[str]:
    """So many releases on databases that are made for it and dropped."""
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
        from releases.attack import open_demo, sequences

        open_demo(EXAMPLES)
        return sequences(seed, releases, each)
    finally:
        runner.teardown_databases(made)


if __name__ == "__main__":
    sys.exit(main())
