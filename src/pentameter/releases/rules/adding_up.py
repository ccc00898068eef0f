"""Tables with all their totals, from counts of the smallest groups."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from pentameter.releases.shelf.content import Code, Codes, Dimension, Table, codes_of

MOST_CELLS = 20_000
EVERYWHERE = "All areas"


@dataclass(frozen=True, slots=True)
class Says:
    """What a table says besides its counts."""

    key: str
    title: str
    counted: str
    population: str
    source: str
    as_of: date
    notes: tuple[str, ...] = ()


def flat(name: str, title: str, total: str, codes: Iterable[str]) -> Dimension:
    """A dimension whose codes are all parts of one total."""
    parts = dict.fromkeys(code for code in codes if code != total)
    return Dimension(name, title, (Code(total), *(Code(code, total) for code in parts)))


def nested(name: str, title: str, total: str, parts: Mapping[str, Sequence[str]]) -> Dimension:
    """A dimension of groups and their parts; a part that is called like a group is told apart from it."""
    codes = [Code(total)]
    for group in parts:
        codes.append(Code(group, total))
        codes += [Code(told_apart(part, parts), group) for part in dict.fromkeys(parts[group])]
    return Dimension(name, title, tuple(codes))


def told_apart(part: str, groups: Iterable[str]) -> str:
    """The name of a part, which no group bears."""
    return f"{part} (agency)" if part in set(groups) or part == EVERYWHERE else part


def added_up(says: Says, dimensions: Sequence[Dimension], counts: Mapping[Codes, int]) -> Table:
    """The table. `counts` are of codes that have no parts; a group that is not there counts nobody.

    Raises:
        ValueError: a count is of a code that no dimension has, or the table is too large.
    """
    above = [_ancestors(one) for one in dimensions]
    whole: Counter[Codes] = Counter()
    for codes, count in counts.items():
        for cell in product(*(lines[code] for lines, code in zip(above, codes, strict=True))):
            whole[cell] += count
    cells = list(product(*(codes_of(one) for one in dimensions)))
    if len(cells) > MOST_CELLS:
        raise ValueError(
            f"The table “{says.title}” has {len(cells):,} cells; at most {MOST_CELLS:,} are read by anybody."
        )
    return Table(
        key=says.key,
        title=says.title,
        counted=says.counted,
        population=says.population,
        dimensions=tuple(dimensions),
        values=tuple(whole[cell] for cell in cells),
        source=says.source,
        as_of=says.as_of,
        when=says.as_of.isoformat(),
        notes=says.notes,
    )


def _ancestors(dimension: Dimension) -> dict[str, tuple[str, ...]]:
    """Each code with all that it is a part of, itself first."""
    part_of = {one.code: one.part_of for one in dimension.codes}
    found = {}
    for code in part_of:
        line = [code]
        while part_of[line[-1]]:
            line.append(part_of[line[-1]])
        found[code] = tuple(line)
    return found
