"""Which counts are one number: the same cell of the same people on one day, unless it was counted anew in between."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pentameter.releases.rules.populations import Part, counted_together
from pentameter.releases.shelf.content import Cell, Table

Number = tuple[str, str, frozenset[tuple[str, str]]]


@dataclass(frozen=True)
class Known:
    """A table that everybody knows, or is about to, beside what it truly counts."""

    safe: Table
    true: Table
    threshold: int


def told_apart(tables: Iterable[Table], known: Iterable[Known], at: datetime) -> tuple[Table, ...]:
    """The tables, each of its day; where one counts otherwise than a known one of that day, all that count the same
    people, or some of them, are of their moment: they were counted together.

    What an attacker can set equal has to be equal, and what is not equal cannot be set so.
    """
    before = {name: count for one in known for name, count in numbers(one.true)}
    given = tuple(tables)
    anew = {
        counted_together(one.population)
        for one in given
        if any(before.get(name, count) != count for name, count in numbers(one))
    }
    return tuple(
        replace(one, when=at.isoformat()) if counted_together(one.population) in anew else one for one in given
    )


def numbers(table: Table) -> Iterable[tuple[Number, Cell]]:
    """Every cell with what tells it apart from all other numbers."""
    for codes, count in table.cells.items():
        parts = zip(table.dimensions, codes, strict=True)
        named = frozenset((one.name, code) for one, code in parts if code != one.total)
        yield (table.population, table.when, named), count


def grows(known: Iterable[Known], tables: Iterable[Table]) -> frozenset[str]:
    """The populations of which every count is at least as high as the same one on an earlier day, so that readers may
    rely on it."""
    latest: dict[tuple[str, frozenset[tuple[str, str]]], int] = {}
    every = sorted((*(each.true for each in known), *tables), key=lambda table: table.when)
    fell = set()
    for one in every:
        for (population, _, named), count in numbers(one):
            if (count or 0) < latest.get((population, named), 0):
                fell.add(population)
            latest[population, named] = count or 0
    return frozenset(one.population for one in every) - fell


def strictly(known: Iterable[Known], tables: Iterable[Table], part: Part) -> bool:
    """Whether on no day a part counts more people than all of which it is one."""
    others, of = part
    counts = {name: count or 0 for one in (*(each.true for each in known), *tables) for name, count in numbers(one)}
    return all(
        sum(counts.get((other, when, named), 0) for other in others) <= count
        for (population, when, named), count in counts.items()
        if population == of
    )
