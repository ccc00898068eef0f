"""The data dictionary, made from the columns themselves."""

from pentameter.intelligence.intake.columns import COLUMNS, REPORTS_V1, Column
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.intake.limits import LONGEST_CELL, LONGEST_SHORT_CELL, MOST_COLUMNS

TITLES = {FileKind.REPORTS: "Reports", FileKind.RETURNS: "Weekly returns"}
_HEAD = "| column | must be filled | what it means | what may be written | example |\n|---|---|---|---|---|"


def what_may_be_written(column: Column) -> str:
    """The codes of a column, or what else may stand in it."""
    if not column.codes:
        return "several, separated by ;" if column.many else ""
    codes = "; ".join(
        code if meaning in {code, code.replace("_", " ")} else f"{code} ({meaning})"
        for code, meaning in column.codes.items()
    )
    return f"several, separated by ; from: {codes}" if column.many else f"one of: {codes}"


def markdown() -> str:
    """The data dictionary of all templates, as Markdown."""
    return "\n".join((_BEGINNING, *(_table(kind) for kind in FileKind), _end()))


def _table(kind: FileKind) -> str:
    rows = (
        f"| `{column.name}` | {'yes' if column.required else ''} | {column.meaning} | {what_may_be_written(column)} "
        f"| {column.example} |"
        for column in COLUMNS[kind]
    )
    return f"## {TITLES[kind]}\n\n{_HEAD}\n" + "\n".join(rows) + "\n"


_BEGINNING = f"""# Data dictionary of the intake templates

One row is one report, or one week's return. Headings are written as they stand here, in any order; columns that are
not needed may be left out, others may not be added. A cell holds at most {LONGEST_CELL:,} characters of text,
{LONGEST_SHORT_CELL} in the columns of facts; a table at most {MOST_COLUMNS} columns.

Dates are read as people write them here, the day first: 2007-10-05, 5/10/2007, 5 October 2007. Codes may be written as
codes or as their meanings, in capitals or not. Lists are separated by a semicolon. What is not known is left empty.
"""


def _end() -> str:
    changed = "\n".join(f"| `{old}` | {new} |" for old, new in REPORTS_V1.items())
    return f"""## What changed since the first template

Files that follow the first template are not read. Its columns are now:

| was | is |
|---|---|
{changed}
"""
