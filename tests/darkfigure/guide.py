"""Runs the commands of a guide, to hold what they print against what the guide shows.

`python tests/darkfigure/guide.py docs/guides/FILE.md` writes what they print and draw into the guide instead, and shows
where its Python blocks print something else.
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

from darkfigure.cli import main

GUIDES = Path(__file__).resolve().parents[2] / "docs" / "guides"
IMAGES = GUIDES.parent / "images"
MADE = {
    "overlap.png": "darkfigure-overlap.png",
    "panel.png": "darkfigure-panel.png",
    "bic.png": "darkfigure-bootstrap.png",
}
"""What the guides' commands draw, and the picture that the guides show of it."""
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NUMBER = re.compile(r"(?<![\w.,-])(?!(?:1[89]|20)\d\d\b)\d{1,3}(?:,\d{3}|\d)+(?![\w-]|,\d)")
"""Numbers from ten up that are no years."""


def blocks(text: str, kind: str) -> list[str]:
    """The bodies of the guide's blocks of one kind."""
    return [body for name, body in BLOCK.findall(text) if name == kind]


def sessions(text: str) -> list[tuple[str, str]]:
    """(command, what the guide says it prints) for each command after a "$"."""
    parts = [re.split(r"^\$ ", body, flags=re.MULTILINE)[1:] for body in blocks(text, "console")]
    return [(part.partition("\n")[0], part.partition("\n")[2].rstrip()) for body in parts for part in body]


def printed(command: str, folder: Path) -> str:
    """What `darkfigure ...` prints when it is run in that folder, on a terminal 80 characters wide."""
    name, *arguments = shlex.split(command)
    if name != "darkfigure":
        raise ValueError(f"A guide runs darkfigure, not {name}.")
    heard = io.StringIO()
    with at(folder), contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
        main(arguments)
    return "\n".join(line.rstrip() for line in heard.getvalue().rstrip().splitlines())


def faults(text: str, folder: Path) -> str:
    """What the guide's Python blocks print otherwise than it says; one session from top to bottom."""
    source = "\n".join(blocks(text, "python"))
    test = doctest.DocTestParser().get_doctest(source, {"__name__": "guide"}, "guide", None, 0)
    said = io.StringIO()
    with at(folder):
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.write)
    return said.getvalue()


def prose(text: str) -> str:
    """The guide without its blocks, code, links and sources."""
    return re.sub(r"\]\([^)]*\)|`[^`]*`", "", BLOCK.sub("", text)).partition("## Sources")[0]


def shown(text: str) -> str:
    """All that the guide's tables and commands show."""
    tables = [body.replace(",", " ") for body in blocks(text, "csv")]
    return " ".join([*tables, *blocks(text, "console"), *blocks(text, "python")])


@contextlib.contextmanager
def at(folder: Path) -> Iterator[None]:
    """In a folder that holds the guides' tables."""
    before, columns = Path.cwd(), os.environ.get("COLUMNS")
    for table in GUIDES.glob("*.csv"):
        shutil.copy(table, folder)
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
    for name in sys.argv[1:]:
        path = Path(name)
        with tempfile.TemporaryDirectory() as made:
            path.write_text(refreshed(path.read_text(encoding="utf-8"), Path(made)), encoding="utf-8")
            sys.stdout.write(faults(path.read_text(encoding="utf-8"), Path(made)))
            for drawn in Path(made).glob("*.png"):
                shutil.copy(drawn, IMAGES / MADE[drawn.name])
