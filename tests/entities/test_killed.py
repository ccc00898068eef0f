"""Matching that is killed goes on where it stopped, and ends with the same tables as matching that was not."""

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.killed_runs import Place, Runs, ask, copies_in

ROWS = 250
KILLS = 5
KILLING = "entities.killing"


@pytest.fixture
def copies(tmp_path: Path) -> Callable[[str], Place]:
    """A place with reports that wait, and copies of it by name."""
    return copies_in(tmp_path)


@pytest.mark.django_db(transaction=False)
@pytest.mark.parametrize("stage", ["placing", "again"])
def test_killed_at_random_points_the_tables_end_the_same(copies: Callable[[str], Place], stage: str) -> None:
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    ask(copies("first"), KILLING, "prepare", str(ROWS), stage)
    undisturbed = copies("undisturbed")
    runs = Runs(undisturbed, KILLING, "take")
    began = time.monotonic()
    assert runs.run(None) == "ended"
    whole = time.monotonic() - began
    runs.close()
    expected = json.loads(ask(undisturbed, KILLING, "tell"))
    assert expected["chain"] is True
    assert expected["Placing"][0] == 3 * ROWS
    assert expected["Judgement"][0] > ROWS
    assert "open" in expected["states"]

    kills = 0
    while kills < KILLS:
        place = copies("killed")
        runs = Runs(place, KILLING, "take")
        while (end := runs.run(moments.uniform(0, whole * 0.6) if kills < KILLS else None)) == "killed":
            kills += 1
        runs.close()
        assert end == "ended"
        assert json.loads(ask(place, KILLING, "tell")) == expected, f"after {kills} kills with seed {seed}"
