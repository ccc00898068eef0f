"""The weekly sample: which looks are drawn, so that anybody can draw the same again."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

SIZE = 10
"""So many looks of an agency's week are checked, or all where there were fewer."""


def drawn(rows: Sequence[int], seed: str) -> tuple[int, ...]:
    """The rows that a seed draws, in their order."""
    chance = Random(seed)  # noqa: S311 - drawn to be repeated; the seed itself is secret until then
    return tuple(sorted(chance.sample(sorted(rows), min(SIZE, len(rows)))))


def last_week(today: date) -> date:
    """The Monday of the week that is over."""
    return today - timedelta(days=today.weekday() + 7)
