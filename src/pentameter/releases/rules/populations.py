"""Which people are a part of which: who stands in one count but not in the other is a count too.

Everybody for whom a case was opened in a wave has a case; and so has everybody who was referred.
"""

from collections.abc import Iterable
from itertools import combinations

WITH_A_CASE = "people with a case"
REFERRED = "people referred"
_REGISTERED = "people registered ("
MOST_TOGETHER = 4
"""Of more waves than this each is laid over all cases alone, and all of them together."""

Part = tuple[tuple[str, ...], str]
"""Populations that have nobody in common, and the one that all of them are parts of."""


def registered(wave: str) -> str:
    """For whom a case was opened in a wave."""
    return f"{_REGISTERED}{wave})"


def parts(populations: Iterable[str]) -> tuple[Part, ...]:
    """What can be taken from what, among these populations."""
    there = set(populations)
    if WITH_A_CASE not in there:
        return ()
    waves = sorted(one for one in there if one.startswith(_REGISTERED))
    sizes = range(1, len(waves) + 1) if len(waves) <= MOST_TOGETHER else sorted({1, len(waves)})
    taken = [some for size in sizes for some in combinations(waves, size)]
    return tuple((some, WITH_A_CASE) for some in (*taken, *([(REFERRED,)] if REFERRED in there else [])))


def counted_together(population: str) -> str:
    """What tells apart the populations of which no two share anybody."""
    return WITH_A_CASE if population == REFERRED or population.startswith(_REGISTERED) else population
