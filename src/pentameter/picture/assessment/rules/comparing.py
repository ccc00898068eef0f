"""What changed in the figures from one version to another."""

from collections.abc import Iterator
from dataclasses import dataclass

from pentameter.picture.assessment.rules.content import Assessment, Cell, Kind, Table

_Figures = dict[tuple[str, ...], dict[str, Cell]]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs. None: it stands in one of the two alone."""

    row: str
    column: str
    before: Cell | None
    after: Cell | None


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What changed in one table. `only` says in words if the whole table stands in one of the two alone."""

    title: str
    changes: tuple[Change, ...]
    only: str = ""


def compare(before: Assessment, after: Assessment) -> tuple[TableChanges, ...]:
    """The tables whose figures differ, in the order of the later version, then those that it has no more."""
    earlier = {table.key: table for table in before.tables}
    later = {table.key: table for table in after.tables}
    made = [_changes(earlier.get(key), table) for key, table in later.items()]
    made += [
        TableChanges(table.title, (), "It is not in the later one.")
        for key, table in earlier.items()
        if key not in later
    ]
    return tuple(one for one in made if one.changes or one.only)


def _changes(before: Table | None, after: Table) -> TableChanges:
    if before is None:
        return TableChanges(after.title, (), "It is not in the earlier one.")
    return TableChanges(after.title, tuple(_differing(_figures(before), _figures(after))))


def _figures(table: Table) -> _Figures:
    """The numbers by the cells that name their row."""
    counted = [(i, column.label) for i, column in enumerate(table.columns) if column.kind is not Kind.TEXT]
    return {tuple(map(str, row[: table.names])): {label: row[i] for i, label in counted} for row in table.rows}


def _differing(before: _Figures, after: _Figures) -> Iterator[Change]:
    for row in dict.fromkeys([*after, *before]):
        old, new = before.get(row, {}), after.get(row, {})
        for column in dict.fromkeys([*new, *old]):
            if old.get(column) != new.get(column):
                yield Change(", ".join(row), column, old.get(column), new.get(column))
