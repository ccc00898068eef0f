"""The templates' columns: the single truth for readers, interpreter, templates and data dictionary."""

from collections.abc import Mapping
from types import MappingProxyType

from pentameter.intelligence.intake.columns.column import Column
from pentameter.intelligence.intake.columns.last_year import REPORTS_V1
from pentameter.intelligence.intake.columns.reports import PEOPLE_IN_A_ROW, PHONES_IN_A_ROW, REPORTS
from pentameter.intelligence.intake.columns.returns import LOOKED, RETURNS
from pentameter.intelligence.intake.drafts import FileKind

COLUMNS: Mapping[FileKind, tuple[Column, ...]] = MappingProxyType(
    {FileKind.REPORTS: REPORTS, FileKind.RETURNS: RETURNS}
)

LABELS: Mapping[str, str] = MappingProxyType({column.name: column.label for column in (*RETURNS, *REPORTS)})
"""How sentences call a column."""


def names(kind: FileKind) -> tuple[str, ...]:
    """The headings of a template, in order."""
    return tuple(column.name for column in COLUMNS[kind])


def required(kind: FileKind) -> tuple[str, ...]:
    """The headings without which a file is not read."""
    return tuple(column.name for column in COLUMNS[kind] if column.required)


__all__ = [
    "COLUMNS",
    "LABELS",
    "LOOKED",
    "PEOPLE_IN_A_ROW",
    "PHONES_IN_A_ROW",
    "REPORTS_V1",
    "Column",
    "names",
    "required",
]
