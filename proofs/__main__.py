"""`python -m proofs [--cases N] [--steps N] [--seed N]`: counts early ends; exit code 1 if there is any."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed

from rich.table import Table

from pentameter.config.terminal import console, progress
from proofs import clocks, machine

Run = Callable[[int, int], Counter[str]]
CHUNKS = 100
BAD = ("ended early", "removals cleared while it ran")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m proofs")
    parser.add_argument("--cases", type=int, default=1_000_000, help="clock cases")
    parser.add_argument("--steps", type=int, default=100_000, help="steps of the state machine")
    parser.add_argument("--seed", type=int, default=2007)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    bad = 0
    with ProcessPoolExecutor(chosen.processes) as pool:
        for name, run, number in (("Clock cases", clocks.run, chosen.cases), ("Steps", machine.run, chosen.steps)):
            before = time.perf_counter()
            counts = total(pool, name, run, list(chunks(chosen.seed, number)))
            show(name, counts, time.perf_counter() - before)
            bad += sum(counts[one] for one in BAD)
    return 1 if bad else 0


def chunks(seed: int, number: int) -> Iterator[tuple[int, int]]:
    """Seeds and sizes; the sizes are even, for a story has two clocks."""
    size = max(2, number // CHUNKS // 2 * 2)
    for place, done in enumerate(range(0, number, size)):
        yield seed * 1_000_003 + place, min(size, number - done)


def total(pool: ProcessPoolExecutor, name: str, run: Run, parts: list[tuple[int, int]]) -> Counter[str]:
    """The counts of all parts together."""
    counts: Counter[str] = Counter(dict.fromkeys(BAD, 0))
    with progress() as bars:
        task = bars.add_task(name, total=sum(size for _, size in parts))
        waiting = {pool.submit(run, seed, size): size for seed, size in parts}
        for done in as_completed(waiting):
            counts.update(done.result())
            bars.update(task, advance=waiting[done])
    return counts


def show(name: str, counts: Counter[str], seconds: float) -> None:
    table = Table(title=f"{name} ({seconds:.0f} s)", show_header=False)
    for what, number in counts.items():
        table.add_row(what, f"{number:,}")
    console().print(table)


if __name__ == "__main__":
    sys.exit(main())
