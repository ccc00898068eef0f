"""What a command has to say, for people and for programs."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

WIDEST = 100


@dataclass(frozen=True)
class Output:
    """`data` is JSON as it stands; `text` the same for a reader; `code` is what the program exits with."""

    data: dict[str, Any]
    text: str
    code: int = 0


def width() -> int:
    """Columns to write in: the terminal's, up to 100; 80 where there is none."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))


def wrapped(text: str, indent: str = "") -> str:
    """A paragraph; its further lines stand under the first by `indent`."""
    return textwrap.fill(text, width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns under their names: the first flush left, the others flush right."""
    every = [header, *rows]
    widths = [max(len(row[at]) for row in every) for at in range(len(header))]
    lines = [
        "  ".join(f"{c:>{w}}" if at else f"{c:<{w}}" for at, (c, w) in enumerate(zip(row, widths, strict=True)))
        for row in every
    ]
    return "\n".join(line.rstrip() for line in lines)


def bullets(sentences: Iterable[str]) -> str:
    """A line for each."""
    return "\n".join(wrapped(f"- {sentence}", "  ") for sentence in sentences)
