"""The check of one name: whether a name that is held takes as long to be answered as one that is not.

The whole answer, through Django's client: the name is sent, the worker checks it, the page with the answer is read.
Few people are protected, so that the matching, which is the same for both, does not hide a difference. Held and not
held take turns, and each begins as often: whatever slows the machine down slows both.
"""

import json
import os
import sys
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from benchmarks.desk import keep
from benchmarks.place import enter
from pentameter.config.demo import removal_lists

_WARM = 5
"""Pairs that are asked first and not counted. An agency may not ask for more than 120 lists within an hour."""


def main(seed: int, people: int = 200, turns: int = 40) -> dict[str, float]:
    enter(Path(os.environ["BENCH_FOLDER"]))
    from django.test import Client
    from tests.cast import in_database, removals_officer, sign_in

    protected, listed = removal_lists.make(seed, removal_lists.Size(people=people, protected=people, others=people))
    keep(protected)
    in_database(removals_officer())
    client = sign_in(Client(headers={"host": "127.0.0.1"}), removals_officer())
    pairs = zip([one for one in listed if one.person], [one for one in listed if not one.person], strict=True)
    answers: list[Answered] = []
    for turn, pair in enumerate(islice(pairs, turns + _WARM)):
        asked = [ask(client, line) for line in (pair if turn % 2 else reversed(pair))]
        answers += asked if turn >= _WARM else []
    held, none = [one for one in answers if one.held], [one for one in answers if not one.held]
    return {
        "ratio": median(one.seconds for one in held) / median(one.seconds for one in none),
        "cpu_ratio": median(one.cpu for one in held) / median(one.cpu for one in none),
        "held": len(held),
        "none": len(none),
    }


@dataclass(frozen=True, slots=True)
class Answered:
    """A name that was answered: whether held, in how many seconds, and in how many of a processor."""

    held: bool
    seconds: float
    cpu: float


def ask(client: Any, line: removal_lists.Line) -> Answered:
    """Send a name as the officer's page does, have it checked, and read the page with its answer."""
    from tests.cast import post

    from pentameter.decisions.forms.screening import OneNameForm
    from pentameter.decisions.services.screening import check_list
    from pentameter.kernel.actor import SYSTEM

    said = removal_lists.columns(line.id, line.told)
    typed = {name: said[name] for name in ("dob", "nationality", "doc_no")}
    typed["name"] = f"{said['given_name']} {said['surname']}"
    if not OneNameForm(typed).is_valid():
        typed["dob"] = ""  # the page does not take what cannot be a date
    _be_sure()
    began, used = time.perf_counter(), time.process_time()
    sent = post(client, "/screening/name/", typed)
    if sent.status_code != 302:
        raise SystemExit(f"A name was not taken: {sent.status_code}.")
    check_list(list_id=UUID(sent["Location"].rstrip("/").rpartition("/")[2]), by=SYSTEM)
    page = client.get(sent["Location"]).content.decode()
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    held, none = "Held or possibly held" in page, "No hold found" in page
    if held == none:
        raise SystemExit("A name was not answered.")
    return Answered(held, seconds, cpu)


def _be_sure() -> None:
    """A worker lives and all clocks were looked at: without that nothing is answered "no hold found"."""
    from pentameter.kernel import clock
    from pentameter.victims.models import LookAhead
    from pentameter.work.models import Worker

    now = clock.now()
    LookAhead.objects.update_or_create(day=clock.today(), defaults={"began_at": now, "finished_at": now})
    Worker.objects.update_or_create(id="bench", defaults={"host": "x", "pid": 1, "began_at": now, "seen_at": now})


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(**json.loads(sys.argv[1]))) + "\n")
