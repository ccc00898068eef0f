"""What the pages for people in danger advise. Every sentence has its source; what has none is not said.

`data/advice.csv` holds the sentences by the part of the page, `data/sources.csv` where they stand. The pages behind the
addresses were read in stored copies; the body that runs the operation reads them again before it opens its door.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TO_CONFIRM = "to confirm"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands. `address` may be empty: a text that is named by itself."""

    code: str
    name: str
    address: str
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence or two, in `pieces` of which every second is said with weight, and where it stands."""

    part: str
    pieces: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def to_confirm(self) -> bool:
        """Whether none of its sources was read."""
        return all(one.to_confirm for one in self.sources)


@dataclass(frozen=True, slots=True)
class Said:
    """What one page advises, by part, and all its sources in the order in which they come."""

    parts: dict[str, tuple[Advice, ...]]
    sources: tuple[Source, ...]


@cache
def advice(*parts: str) -> Said:
    """The advice of a page that has these parts.

    Raises:
        KeyError: there is no such part, or a sentence has no source.
    """
    sources = {row["code"]: _source(row) for row in _rows("sources")}
    by_part: dict[str, list[Advice]] = {}
    for row in _rows("advice"):
        found = tuple(sources[code] for code in row["source"].split(" "))
        by_part.setdefault(row["part"], []).append(Advice(row["part"], tuple(row["words"].split("*")), found))
    chosen = {part: tuple(by_part[part]) for part in parts}
    named = dict.fromkeys(source for lines in chosen.values() for one in lines for source in one.sources)
    return Said(chosen, tuple(named))


def _source(row: dict[str, str]) -> Source:
    return Source(row["code"], row["name"], row["address"], row["standing"] == TO_CONFIRM)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / "data" / f"{name}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
