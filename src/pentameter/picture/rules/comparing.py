"""Two of a kind side by side: what is counted of each, and the differences in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pentameter.look.words import number


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks from one Monday to another, both counted."""

    first: date
    last: date

    def __contains__(self, week: date) -> bool:
        return self.first <= week <= self.last


@dataclass(frozen=True, slots=True)
class Side:
    """One of two. `figures` by their name; `weeks`: reports of its first week, its second, and so on."""

    name: str
    about: str
    figures: Mapping[str, int]
    themes: Mapping[str, int] = field(default_factory=dict)
    weeks: tuple[int, ...] = ()


def difference(one: int, other: int) -> str:
    """How the second differs from the first, in words."""
    if one == other:
        return "as many"
    more = other - one
    told = f"{number(abs(more))} {'more' if more > 0 else 'fewer'}"
    if not one:
        return f"{told}, none before"
    return f"{told} ({round(100 * more / one):+d}%)".replace("-", "−")


def week_pairs(one: Side, other: Side) -> tuple[tuple[str, tuple[int | None, int | None]], ...]:
    """The first week of each beside the other's first, and so on; None where one has no such week."""
    longest = max(len(one.weeks), len(other.weeks))
    return tuple((f"Week {n + 1}", (_at(one, n), _at(other, n))) for n in range(longest))


def _at(side: Side, number_of_week: int) -> int | None:
    return side.weeks[number_of_week] if number_of_week < len(side.weeks) else None
