"""What a command has to say, for people and for programs."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

WIDEST = 100


@dataclass(frozen=True)
class Output:
    """`data` is JSON as it stands; `text` the same for a reader, who is told `aside` what is no part of it."""

    data: dict[str, Any]
    text: str
    aside: str = ""


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


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns under their names: the first flush left, the others flush right."""
    widths = [max(len(row[place]) for row in (header, *rows)) for place in range(len(header))]
    lines = [
        "  ".join(f"{cell:>{wide}}" if place else f"{cell:<{wide}}" for place, (cell, wide) in enumerate(cells))
        for cells in (list(zip(row, widths, strict=True)) for row in (header, *rows))
    ]
    return "\n".join(line.rstrip() for line in lines)


def cautions(warnings: Iterable[str]) -> str:
    """A paragraph for each warning."""
    return "\n".join(wrapped(f"Caution: {warning}", " " * 9) for warning in warnings)


def sections(*parts: str) -> str:
    """Those that are not empty, with a blank line between."""
    return "\n\n".join(part for part in parts if part)
