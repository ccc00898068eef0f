"""An import that is killed goes on where it stopped, and ends with the same tables as one that was not."""

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.killed_runs import Place, Runs, ask, copies_in

ROWS = 2000
KILLS = 10
"""On each of the two databases."""
KILLING = "intelligence.killing"


@pytest.fixture
def copies(tmp_path: Path) -> Callable[[str], Place]:
    """A place with a received file, and copies of it by name."""
    return copies_in(tmp_path)


@pytest.mark.django_db(transaction=False)
def test_killed_at_random_points_the_tables_end_the_same(copies: Callable[[str], Place]) -> None:
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    file_id = ask(copies("first"), KILLING, "prepare", str(ROWS))
    undisturbed = copies("undisturbed")
    imports = Runs(undisturbed, KILLING, "take", file_id)
    began = time.monotonic()
    assert imports.run(None) == "ended"
    whole = time.monotonic() - began
    imports.close()
    expected = json.loads(ask(undisturbed, KILLING, "tell"))
    assert expected["chain"] is True
    assert expected["Report"][0] > ROWS / 2

    kills = 0
    while kills < KILLS:
        place = copies("killed")
        imports = Runs(place, KILLING, "take", file_id)
        while (end := imports.run(moments.uniform(0, whole * 0.6) if kills < KILLS else None)) == "killed":
            kills += 1
        imports.close()
        assert end == "ended"
        assert json.loads(ask(place, KILLING, "tell")) == expected, f"after {kills} kills with seed {seed}"
