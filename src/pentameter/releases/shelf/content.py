"""What a release says to everyone: tables with their totals, ranges, and the words that belong to them.

Staff freeze the true tables in the same form; what is published has None where a count is withheld.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import product

FORMAT = 1
"""Of what is frozen. A later format reads the earlier ones."""
WITHHELD = "[c]"
"""The shorthand of the Government Analysis Function for a count that is withheld."""

Cell = int | None
"""A count; None is withheld, which is never zero."""
Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A value of a dimension, and the value that it is a part of; "" for the total."""

    code: str
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way in which people are told apart. The first code is the total; `title` heads its column."""

    name: str
    title: str
    codes: tuple[Code, ...]

    @property
    def total(self) -> str:
        """The code of everybody."""
        return self.codes[0].code

    def depth(self, code: str) -> int:
        """How many codes the code is a part of: 0 for the total."""
        above = {one.code: one.part_of for one in self.codes}
        found = 0
        while above[code]:
            code, found = above[code], found + 1
        return found


@dataclass(frozen=True)
class Table:
    """Counts of everybody and of every part, in the order of the product of the dimensions' codes.

    `key` is its name within the release; `counted` says of what it counts: "people found". `population` is the same
    for tables of which a cell that bears the same codes is the same number, on the same day: `when` tells days apart,
    and two counts of one day that differ. `done` is what was withheld, in words.
    """

    key: str
    title: str
    counted: str
    population: str
    dimensions: tuple[Dimension, ...]
    values: tuple[Cell, ...]
    source: str
    as_of: date
    when: str = ""
    notes: tuple[str, ...] = ()
    done: str = ""

    @cached_property
    def cells(self) -> dict[Codes, Cell]:
        """Every cell by its codes."""
        return dict(zip(product(*(codes_of(one) for one in self.dimensions)), self.values, strict=True))

    @property
    def withheld(self) -> int:
        """How many cells are withheld."""
        return sum(value is None for value in self.values)

    def across(self, name: str) -> tuple[tuple[str, Cell], ...]:
        """The parts of one dimension, everything else taken together: (code, count)."""
        totals = tuple(one.total for one in self.dimensions)
        at = next(number for number, one in enumerate(self.dimensions) if one.name == name)
        codes = codes_of(self.dimensions[at])[1:]
        return tuple((code, self.cells[(*totals[:at], code, *totals[at + 1 :])]) for code in codes)


def codes_of(dimension: Dimension) -> Codes:
    """The codes of a dimension in their order."""
    return tuple(one.code for one in dimension.codes)


@dataclass(frozen=True, slots=True)
class Range:
    """An estimate: never one number. `about` says of whom and of when; `rests_on` on what it rests."""

    key: str
    title: str
    low: int
    high: int
    about: str
    rests_on: str
    source: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Description:
    """The words of a release: what it says first, and how its figures came about."""

    summary: str = ""
    source: str = ""
    method: str = ""
    counting: str = ""
    revisions: str = ""
    withheld: str = ""
    changed: str = ""


@dataclass(frozen=True)
class Content:
    """Everything that one version of a release says. `access`: who could see it before its time, by name and office."""

    slug: str
    title: str
    number: int
    as_of: date
    published_at: datetime
    threshold: int
    description: Description
    tables: tuple[Table, ...]
    ranges: tuple[Range, ...] = ()
    access: tuple[str, ...] = ()
    demo: bool = False
    format: int = FORMAT

    @property
    def withheld(self) -> int:
        """How many cells are withheld in all tables."""
        return sum(table.withheld for table in self.tables)

    def table(self, key: str) -> Table | None:
        """One table by its key."""
        return next((one for one in self.tables if one.key == key), None)
