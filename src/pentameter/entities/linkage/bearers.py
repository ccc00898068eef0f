"""How many other people bear a name: what agreement in it is worth.

Two things are known of a name. How many people with it were told apart by their dates of birth: all but one of them are
others. And how many would bear it if given names and surnames met by chance within a nationality, which says of a name
seen twice whether it is a rare one of one person or a common one of two. The second counts by half and less than in
proportion, as the names that were seen are a choice from those that could be (fitted on the tuning part of the labelled
set; the weight of a rare name does not depend on these figures much).
"""

from dataclasses import dataclass
from typing import Final

MENTIONS_A_PERSON: Final = 1.8
FEWEST: Final = 0.01
"""Others of a name that nobody else should have."""
UNTOLD: Final = 0.3
"""The part of mentions without any date of birth that are taken for other people."""
TYPICAL: Final = 0.5
"""Others of a name of which nothing is known."""
COMPANY: Final = 8.0
"""How much oftener given names and surnames of one nationality meet than all names would."""
_HALF, _POWER = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Population:
    """How many mentions there are."""

    mentions: int

    def frequency(self, others: float) -> float:
        """The share of mentions that belong to others with the name."""
        return max(others, FEWEST) * MENTIONS_A_PERSON / max(self.mentions, 1)


def others(told_apart: float, expected: float, seen: float) -> float:
    """Other people with a name, from those told apart, those expected by chance, and the mentions that have it."""
    return float(max(told_apart - 1, 0) + _HALF * min(expected, seen) ** _POWER)


def others_sql(told_apart: str, expected: str, seen: str) -> str:
    """The same in SQL."""
    chance = f"{_HALF} * power(least({expected}, {seen}), {_POWER})"
    return f"(greatest({told_apart} - 1, 0) + {chance})"
