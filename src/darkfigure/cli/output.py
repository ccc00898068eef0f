"""What a command has to say, for people and for programs."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

WIDEST = 100
LONG = 40
"""A remark of more letters than this is worth its line once."""


@dataclass(frozen=True)
class Output:
    """`data` is JSON as it stands; `text` the same for a reader, who is told `aside` what is no part of it.

    `refused`: all that could be said is in it, but no number.
    """

    data: dict[str, Any]
    text: str
    aside: str = ""
    refused: bool = False


def width() -> int:
    """Columns to write in: the terminal's, up to 100; 80 where there is none."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))


def wrapped(text: str, indent: str = "") -> str:
    """A paragraph; its further lines stand under the first by `indent`."""
    return textwrap.fill(text, width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A line for each (name, value): names flush left, values one under the other; empty values are left out."""
    shown = [(name, value) for name, value in rows if value]
    column = max((len(name) for name, _ in shown), default=0) + 2
    return "\n".join(wrapped(f"{name:<{column}}{value}", " " * column) for name, value in shown)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], *, remarks: bool = False) -> str:
    """Columns under their names: the first flush left, the others flush right.

    `remarks` makes of the last one text that runs on under itself, and is not said twice in a row.
    """
    figures = len(header) - remarks
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(figures)]
    lines, before = [], ""
    for row in (header, *rows):
        cells = [f"{row[place]:>{wide}}" if place else f"{row[0]:<{wide}}" for place, wide in enumerate(widths)]
        remark = row[-1] if remarks else ""
        shown = "as above" if len(remark) > LONG and remark == before else remark
        line, before = "  ".join(cells), remark
        lines.append(wrapped(f"{line}  {shown}", " " * (len(line) + 2)).rstrip() if shown else line.rstrip())
    return "\n".join(lines)


def bullets(title: str, sentences: Iterable[str]) -> str:
    """A title and a list, or nothing."""
    lines = [wrapped(f"- {sentence}", "  ") for sentence in sentences]
    return "\n".join([title, *lines]) if lines else ""


def cautions(warnings: Iterable[str]) -> str:
    """A paragraph for each warning."""
    return "\n".join(wrapped(f"Caution: {warning}", " " * 9) for warning in warnings)


def sections(*parts: str) -> str:
    """Those that are not empty, with a blank line between."""
    return "\n\n".join(part for part in parts if part)
