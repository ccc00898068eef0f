"""A run that is killed is done again, and gives what it had given: the same lists, draws and results, each once."""

import json
import random
import time
from pathlib import Path

import pytest

from tests.killed_runs import Runs, ask, copies_in

KILLS = 3
KILLING = "scale.killing"


@pytest.mark.django_db(transaction=False)
def test_killed_at_random_points_it_gives_the_same(tmp_path: Path) -> None:
    copies, seed = copies_in(tmp_path), random.randrange(10**6)
    moments = random.Random(seed)
    ask(copies("first"), KILLING, "prepare")
    undisturbed = copies("undisturbed")
    runs = Runs(undisturbed, KILLING, "take")
    began = time.monotonic()
    assert runs.run(None) == "ended"
    whole = time.monotonic() - began
    runs.close()
    expected = json.loads(ask(undisturbed, KILLING, "tell"))
    assert expected["events"] == ["estimate_made", "lists_frozen"]
    assert expected["chain"] is True

    place = copies("killed")
    runs, kills = Runs(place, KILLING, "take"), 0
    while (end := runs.run(moments.uniform(0, whole * 0.8) if kills < KILLS else None)) == "killed":
        kills += 1
    runs.close()
    assert end == "ended"
    assert json.loads(ask(place, KILLING, "tell")) == expected, f"after {kills} kills with seed {seed}"
