"""Runs the commands of the guide to safe tables, to hold what they print against what it shows.

`python tests/safetables/safe_guide.py` writes what they print into the guide instead.
"""

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from safetables.cli import main

GUIDES = Path(__file__).resolve().parents[2] / "docs" / "guides"
PAGE = GUIDES / "safe-tables.md"
FILES = ("victims.csv", "victims-a-week-later.csv", "areas.csv")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions(text: str) -> list[tuple[str, str]]:
    """(command, what the guide says it prints) for each command after a "$"."""
    bodies = [body for name, body in BLOCK.findall(text) if name == "console"]
    parts = [part for body in bodies for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2].rstrip()) for part in parts]


def printed(command: str, folder: Path) -> str:
    """What `safetables ...` prints when it is run in that folder, on a terminal 80 characters wide."""
    name, *arguments = shlex.split(command)
    if name != "safetables":
        raise ValueError(f"The guide runs safetables, not {name}.")
    heard = io.StringIO()
    with at(folder), contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
        main(arguments)
    return "\n".join(line.rstrip() for line in heard.getvalue().rstrip().splitlines())


def faults(text: str, folder: Path) -> str:
    """What the Python blocks print otherwise than the text says; one session from top to bottom."""
    source = "\n".join(body for name, body in BLOCK.findall(text) if name == "python")
    said = io.StringIO()
    with at(folder):
        doctest.DocTestRunner().run(
            doctest.DocTestParser().get_doctest(source, {"__name__": "guide"}, "guide", None, 0), out=said.write
        )
    return said.getvalue()


@contextlib.contextmanager
def at(folder: Path) -> Iterator[None]:
    """In a folder that holds the guide's tables."""
    before, columns = Path.cwd(), os.environ.get("COLUMNS")
    for name in FILES:
        shutil.copy(GUIDES / name, folder)
    os.chdir(folder)
    os.environ["COLUMNS"] = "80"
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.pop("COLUMNS") if columns is None else os.environ.update(COLUMNS=columns)


def refreshed(text: str, folder: Path) -> str:
    """The guide with what its commands print now."""
    for command, shown in sessions(text):
        now = f"$ {command}\n{printed(command, folder)}"
        text = text.replace(f"$ {command}\n{shown}".rstrip(), now.rstrip(), 1)
    return text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8"), Path(made)), encoding="utf-8")
        sys.stdout.write(faults(PAGE.read_text(encoding="utf-8"), Path(made)))
