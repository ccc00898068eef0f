"""`python -m proofs.insiders [--events N] [--patterns N] [--seed N]`: are insiders seen, and others left alone?

Exit code 1 where fewer than 95 in a hundred patterns of any kind are flagged within a day of their first row, or where
anybody gets more than one flag in the month that no pattern of theirs explains.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median

from rich.table import Table

from pentameter.config.terminal import console, progress
from pentameter.oversight.rules.patterns import Pattern, Suspicion
from pentameter.oversight.rules.rows import Row
from pentameter.oversight.rules.runs import next_run
from pentameter.oversight.rules.watching import Watch
from proofs.insiders.month import A_PERSON, rows
from proofs.insiders.people import Names, people
from proofs.insiders.seeds import Seed, seeds
from proofs.insiders.world import FIRST, World

DAY = timedelta(days=1)
ENOUGH, MOST = 0.95, 1


@dataclass
class Found:
    """What came of it. Flags are of a person, a pattern and a day, as they are kept."""

    seeds: list[Seed]
    people: int
    events: int = 0
    flags: dict[tuple[str, Pattern, date], list[datetime]] = field(default_factory=dict)

    def take(self, one: Suspicion) -> None:
        """A suspicion becomes a flag with the next run of the watch."""
        if one.at >= FIRST:
            self.flags.setdefault((one.person, one.pattern, one.on), []).append(next_run(one.at))

    def delay(self, seed: Seed) -> timedelta | None:
        """How long after its first row a pattern was flagged as what it is; None if not within a day."""
        whose = (seed.who.id, seed.pattern)
        times = [at for (person, kind, _), held in self.flags.items() if (person, kind) == whose for at in held]
        delays = [at - seed.began for at in times if timedelta(0) <= at - seed.began <= DAY]
        return min(delays, default=None)

    def false(self) -> Counter[tuple[str, Pattern]]:
        """Flags that no pattern explains, by person and kind. Whatever is flagged on a pattern's days is explained."""
        days = defaultdict(set)
        for seed in self.seeds:
            days[seed.who.id] |= {made[0].astimezone(UTC).date() for made in seed.made}
        return Counter((person, kind) for person, kind, on in self.flags if on not in days[person])

    def seen(self, pattern: Pattern) -> tuple[int, int]:
        """How many were sown, and how many of them flagged within a day."""
        sown = [one for one in self.seeds if one.pattern is pattern]
        return len(sown), sum(self.delay(one) is not None for one in sown)

    @property
    def most(self) -> int:
        """The most false flags that anybody got."""
        each: Counter[str] = Counter()
        for (person, _), number in self.false().items():
            each[person] += number
        return max(each.values(), default=0)

    @property
    def holds(self) -> bool:
        """Whether it is as it should be."""
        return self.most <= MOST and all(flagged >= ENOUGH * sown for sown, flagged in map(self.seen, Pattern))


def run(events: int, patterns: int, seed: int, *, shown: bool = False) -> Found:
    """A month of about so many events with so many patterns in it, under the watch."""
    rng = Random(seed)
    names = Names()
    world = World(people(max(60, events // A_PERSON), rng, names), rng, names)
    found = Found(seeds(world, patterns), len(world.people))
    watch = Watch(world)
    counted = _counted(found, rows(world, found.seeds))
    for one in watch.over(_with_bar(counted, events) if shown else counted):
        found.take(one)
    for one in watch.finish():
        found.take(one)
    return found


def _counted(found: Found, stream: Iterable[Row]) -> Iterable[Row]:
    for row in stream:
        found.events += row.at >= FIRST
        yield row


def _with_bar(stream: Iterable[Row], events: int) -> Iterable[Row]:
    with progress() as bars:
        yield from bars.track(stream, total=events * 44 / 30, description="A month under the watch")


def main() -> int:
    """Sow, watch, count."""
    parser = argparse.ArgumentParser(prog="python -m proofs.insiders")
    parser.add_argument("--events", type=int, default=1_000_000, help="rows of the month, about")
    parser.add_argument("--patterns", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2007)
    chosen = parser.parse_args()
    before = time.perf_counter()
    found = run(chosen.events, chosen.patterns, chosen.seed, shown=True)
    show(found, time.perf_counter() - before)
    return 0 if found.holds else 1


def show(found: Found, seconds: float) -> None:
    """What was sown, what was flagged, and who was flagged for nothing."""
    title = f"{found.events:,} events of {found.people:,} people, {len(found.seeds)} patterns ({seconds:.0f} s)"
    table = Table("Pattern", "sown", "flagged within a day", "median hours", "false flags", title=title)
    false: Counter[Pattern] = Counter()
    for (_, kind), number in found.false().items():
        false[kind] += number
    for pattern in Pattern:
        sown, flagged = found.seen(pattern)
        delays = [found.delay(one) for one in found.seeds if one.pattern is pattern]
        hours = [one / timedelta(hours=1) for one in delays if one is not None]
        part = f"{flagged} ({flagged / sown:.1%})" if sown else "0"
        table.add_row(pattern.value, str(sown), part, f"{median(hours):.1f}" if hours else "", f"{false[pattern]:,}")
    console().print(table)
    mean = sum(false.values()) / found.people
    console().print(f"False flags of a person in the month: {found.most} at most, {mean:.4f} on the average.")


if __name__ == "__main__":
    sys.exit(main())
