"""A comparison and its levels."""

from collections.abc import Callable
from dataclasses import dataclass

from pentameter.entities.linkage.facts import Prepared

Shared = Callable[[str], int] | None
Holds = Callable[[Prepared, Prepared, Shared], bool]


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which two mentions can stand to each other; the first that holds counts.

    `by_name`: the weight also depends on how many people bear the name. `sentence` repeats no fact.
    """

    name: str
    sentence: str
    sql: str
    holds: Holds
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared. Where `unknown` holds, nothing is said for or against."""

    name: str
    unknown_sql: str
    unknown: Holds
    levels: tuple[Level, ...]

    def level(self, left: Prepared, right: Prepared, shared: Shared) -> Level | None:
        """The level of a pair; None where one side says nothing."""
        if self.unknown(left, right, shared):
            return None
        return next(level for level in self.levels if level.holds(left, right, shared))


def otherwise(name: str, sentence: str) -> Level:
    """The level of what no other level describes."""
    return Level(name, sentence, "ELSE", lambda left, right, shared: True)
