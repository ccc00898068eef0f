"""A version on its way to the staff's page: the safe table beside what was withheld, and why."""

from dataclasses import dataclass

from pentameter.releases.rules.attacked import Bound
from pentameter.releases.rules.states import State
from pentameter.releases.services.looks import EditionPage
from pentameter.releases.shelf.content import WITHHELD, Cell, Table
from pentameter.releases.shelf.layout import Grid, grid, said

_TAGS = {
    State.FROZEN: "today",
    State.SAFE: "today",
    State.DESCRIBED: "today",
    State.SIGNED: "protect",
    State.OVERTAKEN: "danger",
    State.PUBLISHED: "protect",
    State.WITHDRAWN: "danger",
}
MOST_BOUNDS = 200


def tag_of(state: State) -> str:
    """The colour of a state, beside its words."""
    return _TAGS.get(state, "")


@dataclass(frozen=True, slots=True)
class Withheld:
    """A cell that is withheld: what it truly counts, where that may be seen, and why it is withheld."""

    cell: str
    true: str
    why: str


@dataclass(frozen=True)
class EditionView:
    """What the template draws."""

    page: EditionPage

    @property
    def tag(self) -> str:
        """The colour of its state."""
        return tag_of(self.page.line.state)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The safe tables; before there are any, the true ones, for whoever may see them."""
        return self.page.safe or self.page.true or ()

    @property
    def is_safe(self) -> bool:
        """Whether the tables shown are those that may be published."""
        return bool(self.page.safe)

    def rows(self, table: Table) -> tuple[tuple[str, ...], ...]:
        """A table's rows; a withheld count is followed by the true one for whoever may see it."""
        true, laid = self._true(table), grid(table)
        rows = laid.rows(WITHHELD) if true is None else _both(table, true)
        return tuple((*names, *row[len(names) :]) for names, row in zip(laid.page_names, rows, strict=True))

    def grid(self, table: Table) -> Grid:
        """Its columns."""
        return grid(table)

    def withheld(self, table: Table) -> tuple[Withheld, ...]:
        """Every cell that is withheld, and why."""
        true = self._true(table)
        threshold = self.page.line.threshold or 0
        return tuple(
            Withheld(_named(table, codes), said(true.cells[codes]) if true else "", _why(true, codes, threshold))
            for codes, count in table.cells.items()
            if count is None
        )

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The closest bounds that the attacker found, narrowest first."""
        found = self.page.line.found.bounds if self.page.line.found else ()
        inf = float("inf")
        ordered = sorted(found, key=lambda one: ((inf if one.high is None else one.high) - one.low, one.cell))
        return tuple(ordered[:MOST_BOUNDS])

    def _true(self, table: Table) -> Table | None:
        return next((one for one in self.page.true or () if one.key == table.key), None)


def _both(table: Table, true: Table) -> tuple[tuple[str, ...], ...]:
    pairs = zip(grid(table).lines, grid(true).lines, strict=True)
    return tuple(
        (*line.names, *(_shown(safe, real) for safe, real in zip(line.counts, other.counts, strict=True)))
        for line, other in pairs
    )


def _shown(safe: Cell, true: Cell) -> str:
    return said(safe) if safe is not None else f"{WITHHELD} ({said(true)})"


def _named(table: Table, codes: tuple[str, ...]) -> str:
    parts = [code for one, code in zip(table.dimensions, codes, strict=True) if code != one.total]
    return ", ".join(parts) or table.dimensions[0].total


def _why(true: Table | None, codes: tuple[str, ...], threshold: int) -> str:
    if true is None:
        return "so that nobody can be recognised"
    if (true.cells[codes] or 0) < threshold:
        return f"fewer than {threshold}"
    return "another could be worked out from it"
