"""What a server process has loaded is walked through once, and not again."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pentameter.config import installation
from pentameter.config.settled import settle

DOORS = ("staff", "public")


@pytest.fixture
def thawed() -> Iterator[None]:
    """The process as it was."""
    yield
    gc.unfreeze()


def test_what_is_loaded_is_left_alone_and_what_comes_later_is_collected(thawed: None) -> None:
    settle()
    kept = gc.get_freeze_count()
    assert kept > 100_000
    rubbish: list[object] = []
    rubbish.append(rubbish)
    del rubbish
    assert gc.collect() >= 1
    assert gc.get_freeze_count() == kept


@pytest.mark.parametrize("door", DOORS)
def test_both_doors_settle_when_they_are_loaded(door: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {**os.environ})
    made = installation.create(tmp_path / "data", demo=True)
    environment = {**os.environ, **installation.environment_of(made, door)}
    told = f"import gc, pentameter.config.wsgi_{door}; print(gc.get_freeze_count())"
    done = subprocess.run([sys.executable, "-c", told], env=environment, check=True, stdout=subprocess.PIPE, text=True)
    assert int(done.stdout) > 10_000
