"""Chores that leave a trace in a file of their own."""

import os
import time
from pathlib import Path

from pentameter.work.api import background, on_start


def trace(words: str) -> None:
    with open(Path(os.environ["CHORES"]), "a", encoding="utf-8") as file:
        file.write(words + "\n")


@on_start
def look_after() -> None:
    trace("looked after")


@on_start
def stumble() -> None:
    raise RuntimeError("a recovery that fails hinders nobody")


@background("note")
def note(identifier: str) -> None:
    trace(f"noted {identifier}")


@background("take_long_at_first")
def take_long_at_first(identifier: str) -> None:
    before = Path(os.environ["CHORES"]).read_text("utf-8").count(f"began {identifier}")
    trace(f"began {identifier}")
    time.sleep(60 if before == 0 else 0)
    trace(f"finished {identifier}")


@background("take_a_moment")
def take_a_moment(identifier: str) -> None:
    trace(f"began {identifier}")
    time.sleep(2)
    trace(f"finished {identifier}")


@background("stumble")
def stumble_on(identifier: str) -> None:
    raise ValueError("the words of a sealed report")
