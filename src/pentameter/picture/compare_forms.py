"""What is to be compared, as an address says it: two waves, two forces, or two periods of one wave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pentameter.kernel.periods import week_of
from pentameter.picture.forms import Asked, quoted, read
from pentameter.picture.rules.comparing import Span


class Kind(StrEnum):
    """What stands side by side."""

    WAVES = "waves"
    FORCES = "forces"
    PERIODS = "periods"

    @property
    def label(self) -> str:
        """As the page says it."""
        return f"Two {self.value}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Two of a kind; empty ones are chosen by the system. `problems` says what was left out, and why."""

    kind: Kind = Kind.WAVES
    asked: Asked = field(default_factory=Asked)
    first: str = ""
    second: str = ""
    periods: tuple[Span | None, Span | None] = (None, None)
    problems: tuple[str, ...] = ()


def read_wanted(given: Mapping[str, str]) -> Wanted:
    """What an address asks for.

    Raises:
        Refused: the wave is not an identifier at all.
    """
    problems: list[str] = []
    kind = given.get("kind", "")
    if kind and kind not in set(Kind):
        problems.append(f"“{quoted(kind)}” cannot be compared. Two waves are shown.")
        kind = ""
    asked = read(given)
    spans = (_span(given, "a", problems), _span(given, "b", problems))
    first, second = given.get("a", "").strip(), given.get("b", "").strip()
    return Wanted(Kind(kind or Kind.WAVES), asked, first, second, spans, (*asked.problems, *problems))


def _span(given: Mapping[str, str], side: str, problems: list[str]) -> Span | None:
    first, last = (_day(given.get(f"{side}_{end}", ""), problems) for end in ("from", "to"))
    if first is None or last is None:
        return None
    if last < first:
        problems.append("A period that ends before it begins was left out. Give its first day and then its last.")
        return None
    return Span(week_of(first), week_of(last))


def _day(text: str, problems: list[str]) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        problems.append(f"“{quoted(text)}” is not a date. Write it as 2007-10-01.")
        return None
