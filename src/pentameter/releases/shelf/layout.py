"""How a table of several dimensions is laid out for reading: the last dimension goes across where it is short."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from markupsafe import Markup

from pentameter.releases.shelf.content import WITHHELD, Cell, Dimension, Table, codes_of

MOST_ACROSS = 8
"""More columns than these nobody reads; then every dimension goes down."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the codes that name it, how deep each lies in its hierarchy, and its counts."""

    names: tuple[str, ...]
    depths: tuple[int, ...]
    counts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """`heads` name the columns of codes, `across` those of counts; `across_title` says what goes across."""

    heads: tuple[str, ...]
    across: tuple[str, ...]
    across_title: str
    lines: tuple[Line, ...]

    @property
    def page_names(self) -> tuple[tuple[Markup, ...], ...]:
        """The names of every row for a page: what is a part of something stands further in."""
        return tuple(tuple(map(_indented, line.names, line.depths)) for line in self.lines)

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """As the macros of tables take them."""
        return (*((head, "") for head in self.heads), *((label, "num") for label in self.across))

    def rows(self, withheld: str) -> tuple[tuple[str, ...], ...]:
        """Every row in words; `withheld` stands where a count is withheld."""
        return tuple((*line.names, *(said(count, withheld) for count in line.counts)) for line in self.lines)


def _indented(name: str, depth: int) -> Markup:
    return Markup('<span class="deep-{}">{}</span>').format(min(depth, 3), name)


def said(count: Cell, withheld: str = WITHHELD) -> str:
    """A count as it is read."""
    return withheld if count is None else f"{count:,}"


def grid(table: Table) -> Grid:
    """The table laid out."""
    dimensions = table.dimensions
    goes_across = len(dimensions) > 1 and len(dimensions[-1].codes) <= MOST_ACROSS
    down = dimensions[:-1] if goes_across else dimensions
    across = codes_of(dimensions[-1]) if goes_across else ()
    lines = tuple(
        Line(
            names=codes,
            depths=tuple(one.depth(code) for one, code in zip(down, codes, strict=True)),
            counts=tuple(table.cells[(*codes, code)] for code in across) if goes_across else (table.cells[codes],),
        )
        for codes in _down(down)
    )
    heads = tuple(one.title for one in down)
    if goes_across:
        return Grid(heads, across, dimensions[-1].title, lines)
    return Grid(heads, (table.counted[:1].upper() + table.counted[1:],), "", lines)


def _down(dimensions: tuple[Dimension, ...]) -> Iterator[tuple[str, ...]]:
    return product(*(codes_of(one) for one in dimensions))
