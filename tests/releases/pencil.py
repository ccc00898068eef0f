"""A reader with paper and pencil: subtracts what is printed from what is printed, and knows no linear programming.

Slower in wit than the attacker in the library, and of other making: what it finds, that one has missed.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from pentameter.releases.rules.days import Known, Number, numbers
from pentameter.releases.rules.populations import parts
from pentameter.releases.shelf.content import Dimension, Table, codes_of

Numbers = dict[Number, int]


def worked_out(known: Sequence[Known], threshold: int) -> list[str]:
    """What is below the threshold and was not to be known: counts, changes between days, and who is left over."""
    truth = {name: count or 0 for one in known for name, count in numbers(one.true)}
    found = _subtracted(known)
    small = [f"{name}: {count}" for name, count in found.items() if 0 < truth[name] < threshold]
    wrong = [f"{name}: {count} is wrong" for name, count in found.items() if truth[name] != count]
    changes = [what for what, count in (*_changes(found), *_left_over(found)) if 0 < abs(count) < threshold]
    return small + wrong + changes


def _subtracted(known: Sequence[Known]) -> Numbers:
    """All numbers that are printed, or are the only one missing of those that add up."""
    found: Numbers = {name: count for one in known for name, count in numbers(one.safe) if count is not None}
    sums = [each for one in known for each in _sums(one.safe)]
    more = True
    while more:
        more = False
        for whole, members in sums:
            missing = [one for one in (whole, *members) if one not in found]
            if len(missing) != 1:
                continue
            more = True
            if missing[0] == whole:
                found[whole] = sum(found[one] for one in members)
            else:
                found[missing[0]] = found[whole] - sum(found[one] for one in members if one != missing[0])
    return found


def _sums(table: Table) -> Iterator[tuple[Number, tuple[Number, ...]]]:
    """Every number with the parts that it is the sum of."""
    spans = [codes_of(one) for one in table.dimensions]
    for at, dimension in enumerate(table.dimensions):
        for whole, members in _families(dimension):
            for others in product(*(span for place, span in enumerate(spans) if place != at)):
                cells = [(*others[:at], code, *others[at:]) for code in (whole, *members)]
                first, *rest = (_number(table, cell) for cell in cells)
                yield first, tuple(rest)


def _families(dimension: Dimension) -> Iterator[tuple[str, list[str]]]:
    for above in codes_of(dimension):
        members = [code.code for code in dimension.codes if code.part_of == above]
        if members:
            yield above, members


def _number(table: Table, codes: tuple[str, ...]) -> Number:
    pairs = zip(table.dimensions, codes, strict=True)
    return table.population, table.when, frozenset((one.name, code) for one, code in pairs if code != one.total)


def _changes(found: Numbers) -> Iterator[tuple[str, int]]:
    days: dict[tuple[str, frozenset[tuple[str, str]]], list[tuple[str, int]]] = {}
    for (population, when, named), count in found.items():
        days.setdefault((population, named), []).append((when, count))
    for name, counted in days.items():
        for (first, before), (last, after) in combinations(sorted(counted), 2):
            yield f"{name} from {first} to {last}: {after - before}", after - before


def _left_over(found: Numbers) -> Iterator[tuple[str, int]]:
    for others, of in parts({population for population, _, _ in found}):
        for (population, when, named), count in found.items():
            some = [found.get((other, when, named)) for other in others]
            if population == of and None not in some:
                left = count - sum(one or 0 for one in some)
                yield f"{sorted(named)} of {of} without {others}, {when}: {left}", left
