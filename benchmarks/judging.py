"""Judging and undoing among many mentions: how long until the next state is there, and what a count anew would take."""

import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.many_mentions import Filling


@dataclass
class Times:
    """Seconds on the wall and of this process, for each act."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def of(self, act: Callable[[], Any]) -> Any:
        """Do it, and take the time."""
        wall, cpu = time.perf_counter(), time.process_time()
        answer = act()
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)
        return answer

    def said(self, name: str) -> dict[str, float]:
        """The medians, in milliseconds."""
        wall, cpu = (statistics.median(each) * 1000 for each in (self.wall, self.cpu))
        return {name: wall, f"{name}_cpu": cpu}


def main(mentions: int = 1_000_000, acts: int = 200) -> dict[str, float]:
    folder = Path(os.environ["BENCH_FOLDER"])
    from benchmarks.place import enter

    world = Filling(enter(folder), random.Random(2007))
    world.fill(mentions)
    answer = {**near(world, acts), **far(world, max(5, acts // 20))}
    whole = Times()
    whole.of(count_anew)
    return {**answer, "mentions": mentions, "anew_seconds": whole.wall[0], "anew_cpu_seconds": whole.cpu[0]}


def near(world: Filling, acts: int) -> dict[str, float]:
    """Acts on things of ordinary sizes."""
    judging, undoing = Times(), Times()
    for one, other in world.some_pairs(acts):
        judged = judging.of(lambda one=one, other=other: judge(one, other))
        undoing.of(lambda judged=judged: undo(judged))
    return {**judging.said("judge"), **undoing.said("undo")}


def far(world: Filling, acts: int) -> dict[str, float]:
    """Acts on the island of ten thousand mentions, which half of the time take its name."""
    judging, undoing = Times(), Times()
    for one, _ in world.some_pairs(acts):
        judged = judging.of(lambda one=one: judge(one, world.big[-1]))
        undoing.of(lambda judged=judged: undo(judged))
    return {**judging.said("big_judge"), **undoing.said("big_undo")}


def judge(one: UUID, other: UUID) -> UUID:
    """A person's "same"."""
    from pentameter.entities.rules.judgements import Finding
    from pentameter.entities.services import judge_pair

    return judge_pair(left=one, right=other, finding=Finding.SAME, reason="The same scar.", by=analyst()).id


def undo(judgement: UUID) -> None:
    """It is undone."""
    from pentameter.entities.services import undo_judgement

    undo_judgement(judgement_id=judgement, reason="Born in another year.", by=analyst())


def analyst() -> Any:
    """Who judges here."""
    from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction, Role

    where = ("national-centre", AgencySector.NATIONAL_CENTRE, Jurisdiction.UK_WIDE)
    return Actor("bench", Role.NATIONAL_ANALYST, *where, second_factor=True)


def count_anew() -> None:
    """Everything counted from the ledger, and compared."""
    from pentameter.entities.queries.checking import check_placings

    after = None
    while True:
        found = check_placings(after)
        if found.misplaced:
            raise SystemExit(f"{len(found.misplaced):,} mentions are misplaced")
        after = found.after
        if after is None:
            return


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
