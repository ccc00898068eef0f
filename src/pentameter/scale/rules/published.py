"""What was published of a table before: put beside what is worked out here, and never instead of it. Pure.

A table is known by its SHA-256 digest, so that the same people on other lists are another table.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pentameter.look.words import number


@dataclass(frozen=True, slots=True)
class Published:
    """`low` to `high` people in all were published; `of` says what kind of range that is, `source` where it stands."""

    low: int
    high: int
    what: str
    of: str
    source: str

    def told(self) -> str:
        """What was published, and where."""
        return f"This is {self.what}. Published: {number(self.low)} to {number(self.high)}, {self.of} ({self.source})."

    def beside(self, answers: tuple[float, float] | None, low: float | None, high: float | None) -> tuple[str, ...]:
        """How what is worked out here stands to it: the methods' own answers first, then the whole range."""
        return tuple(filter(None, (self._answers(answers), self._range(low, high))))

    def _answers(self, answers: tuple[float, float] | None) -> str:
        if answers is None:
            return "Here the lists carry no answer: the published range is not confirmed, and not contradicted."
        inside = self.low <= answers[0] and answers[1] <= self.high
        said = f"{number(round(answers[0]))} to {number(round(answers[1]))}"
        stands = "all within what was published" if inside else "not all within what was published"
        return f"The methods that are believed answer {said} here, each by itself: {stands}."

    def _range(self, low: float | None, high: float | None) -> str:
        if low is None or high is None:
            return ""
        if low < self.low or high > self.high:
            return (
                "The range here is wider than the published one: it takes in the interval of every method that is "
                "believed, not of one. Quote neither as the other."
            )
        return "The range here lies within the published one."


@cache
def shipped() -> Mapping[str, Published]:
    """Every table of which an answer was published, by its digest."""
    text = files("pentameter.scale").joinpath("data/published.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["digest"]: Published(int(row["low"]), int(row["high"]), row["what"], row["of"], row["source"])
        for row in rows
    }
