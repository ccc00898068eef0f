"""Figures that were published of earlier waves: how they are said, and where sources differ.

A figure is never corrected here. Where two sources count alike and differ, both stand side by side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_AS_OF = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?: (?P<kind>\w+))?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure. Figures of the same `compared_as` count, or seem to count, the same thing."""

    measure: str
    value: int
    as_of: str
    source: str
    note: str = ""
    compared_as: str = ""

    @property
    def published(self) -> str:
        """Where and when it was published, in words."""
        return said_of(self.as_of)

    @property
    def said(self) -> str:
        """The figure with its source's kind and day: "528 arrests (release of 2 July 2008)"."""
        return f"{self.value:,} {self.measure} ({self.published})"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures of the same thing from different sources."""

    about: str
    figures: tuple[Figure, ...]

    @property
    def sentence(self) -> str:
        """Both, in one sentence."""
        return "; ".join(figure.said for figure in self.figures) + "."


def said_of(as_of: str) -> str:
    """A source's date in words: "2008-07-02 release" is "release of 2 July 2008"; what is not a date stays as it is."""
    match = _AS_OF.fullmatch(as_of)
    if match is None:
        return as_of
    year, month, day = match["year"], match["month"], match["day"]
    said = year
    if month:
        first = date(int(year), int(month), int(day or 1))
        said = f"{first:%-d %B %Y}" if day else f"{first:%B %Y}"
    return f"{match['kind']} of {said}" if match["kind"] else said


def disagreements(figures: Sequence[Figure]) -> tuple[Disagreement, ...]:
    """Where figures that are compared come from different sources, in the order in which they were published."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.compared_as:
            groups.setdefault(figure.compared_as, []).append(figure)
    return tuple(
        Disagreement(about, tuple(group)) for about, group in groups.items() if len({one.source for one in group}) > 1
    )
