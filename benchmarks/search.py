"""Searching 1,000,000 mentions in 100,000 reports: CPU of a name, of part of a phone and of words, and of the index.

Names are drawn by how common they are, phones of a country code that no country has. Half of the reports, two other
forces', are hidden from the reader, so that what they cost can be told: `hidden_*` looks for what they alone say.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.place import enter

Names = tuple[list[str], list[str]]
Drawn = tuple[Names, list[str]]
STEP = 5_000
ASKED = 60
PURPOSE = "to be measured"
HIDDEN, NOWHERE = "hidden4711", "nowhere4711"
"""Words with figures in them sound like no name."""
SYLLABLES = (
    "ma",
    "ri",
    "lo",
    "ne",
    "sta",
    "vi",
    "ka",
    "du",
    "pe",
    "tro",
    "ja",
    "ze",
    "bo",
    "li",
    "ro",
    "ta",
    "mi",
    "go",
)


def main(reports: int, mentions: int) -> dict[str, float]:
    wave_id = enter(Path(os.environ["BENCH_FOLDER"]))
    rng = random.Random(2007)
    names = _names(rng)
    filled = _fill(wave_id, reports, mentions // reports, rng, names)
    return {"index_cpu": _index(), **_searches(rng, names, filled)}


def _names(rng: random.Random) -> Names:
    """Given names and surnames, the first drawn most often."""
    made = {"".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4)))) for _ in range(60_000)}
    words = sorted(made)
    rng.shuffle(words)
    return words[:2_000], words[2_000:30_000]


def _drawn(rng: random.Random, words: list[str]) -> str:
    return words[int(len(words) * rng.random() ** 3)]


def _fill(wave_id: UUID, reports: int, each: int, rng: random.Random, names: Names) -> list[str]:
    """Fill the tables by the same rows that an import writes. Some of the phones."""
    from django.db import transaction
    from tests.intelligence import many

    from pentameter.intelligence.keys import keys_of
    from pentameter.intelligence.services.steps import Batch
    from pentameter.kernel import clock

    phones: list[str] = []
    first = clock.today() - timedelta(days=300)
    waiting = iter(range(reports))
    senders = ("durham", "cleveland", "garda", "kent")
    while some := list(islice(waiting, STEP)):
        with transaction.atomic():
            batch = Batch()
            for number in some:
                sender = senders[number % 4]
                hidden = {"handling": "C"} if number % 2 else {}
                said = " ".join(_drawn(rng, names[1]) for _ in range(60)) + (f" {HIDDEN}" if hidden else "")
                row = many.report(wave_id, sender, first + timedelta(days=rng.randrange(300)), text=said, **hidden)
                batch.reports.append(row)
                batch.mentions.extend(_mentions(keys_of(sender), row["id"], each, rng, (names, phones)))
            batch.write()
    return phones


def _mentions(keys: Any, report: UUID, each: int, rng: random.Random, drawn: Drawn) -> Iterator[dict[str, object]]:
    from pentameter.kernel.ids import beside

    for position in range(each):
        kind, values = _mention(position, rng, drawn)
        identifier = beside(report, position + 1)
        sealed = keys.seal(values, bound_to=f"mention:{identifier}")
        row = {"id": identifier, "report_id": report, "position": position, "kind": kind}
        yield {**row, "sealed": sealed, "identifier_index": ""}


def _mention(position: int, rng: random.Random, drawn: Drawn) -> tuple[str, dict[str, str]]:
    names, phones = drawn
    if position % 10 < 5:
        return "person", {"name": f"{_drawn(rng, names[0]).title()} {_drawn(rng, names[1]).title()}"}
    if position % 10 < 8:
        number = f"+999{rng.randrange(10**9, 10**10)}"
        if len(phones) < 5_000:
            phones.append(number)
        return "phone", {"number": number}
    if position % 10 == 8:
        return "vehicle", {"registration": "".join(rng.choices("ABCDEFGHJKLMNPRSTUVWXY0123456789", k=7))}
    return "premises", {"address": f"{rng.randrange(200)} {_drawn(rng, names[1]).title()} Street"}


def _index() -> float:
    from pentameter.entities.services.finding import index_waiting
    from pentameter.kernel.actor import SYSTEM

    begin = time.process_time()
    while index_waiting(by=SYSTEM, limit=STEP):
        pass
    return time.process_time() - begin


def _searches(rng: random.Random, names: Names, phones: list[str]) -> dict[str, float]:
    wholes = [f"{_drawn(rng, names[0])} {_drawn(rng, names[1])}" for _ in range(ASKED)]
    asked: dict[str, Callable[[int], str]] = {
        "name": lambda turn: wholes[turn],
        "given": lambda turn: names[0][turn],
        "part": lambda turn: phones[turn * 7][7:12],
        "four": lambda turn: phones[turn * 7][8:12],
        "words": lambda turn: f"{names[1][turn + 20]} {names[1][turn + 90]}",
        "word": lambda turn: names[1][turn],
        "hidden": lambda turn: HIDDEN,
        "nowhere": lambda turn: NOWHERE,
    }
    found = {}
    for what, of in asked.items():
        times = sorted(_time(of(turn)) for turn in range(ASKED))
        found[f"{what}_p50"], found[f"{what}_p95"] = times[ASKED // 2], times[int(ASKED * 0.95)]
    return found


def _time(words: str) -> float:
    """Milliseconds of one processor, of this process and of its database where that is in it; else of the clock."""
    from django.db import connection
    from tests.cast import garda

    from pentameter.entities.rules.asking import Asked
    from pentameter.entities.services.searching import search

    tick = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    begin = tick()
    search(asked=Asked(words), purpose=PURPOSE, by=garda())
    return 1_000 * (tick() - begin)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
