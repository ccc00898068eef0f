"""Cells of the workbook: what gptables would read as mark-up is made plain, and no cell is empty."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pentameter.picture.assessment.rules.content import Cell, Column, Kind, Missing

if TYPE_CHECKING:
    from pandas import DataFrame

_FORMATS = {Kind.COUNT: "#,##0", Kind.AMOUNT: "General"}
WIDEST = 60
"""So many letters wide is a column at most: a text that is longer goes on in the next line."""
_READABLE = re.compile(r"[a-zA-Z0-9]")


def frame(columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]]) -> "DataFrame":
    """The rows as gptables takes them. A table without rows says that nothing was counted."""
    from pandas import DataFrame

    told = [[_cell(cell) for cell in row] for row in rows]
    nothing = [["Nothing was counted", *([Missing.NOT_GIVEN.symbol] * (len(columns) - 1))]]
    return DataFrame(told or nothing, columns=[column.label for column in columns], dtype=object)


def formatting(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """How columns are written: numbers in their format and to the right, texts in as many lines as they need."""
    return [{"column": {"columns": [column.label], "format": _format(column)}} for column in columns]


def _format(column: Column) -> dict[str, Any]:
    if column.kind is Kind.TEXT:
        return {"text_wrap": True}
    return {"num_format": _FORMATS[column.kind], "align": "right"}


def long_columns(columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]]) -> tuple[int, ...]:
    """The places of the columns that hold a text too long for one line of a screen."""
    long = {at for row in rows for at, cell in enumerate(row) if isinstance(cell, str) and len(cell) > WIDEST}
    return tuple(at for at, column in enumerate(columns) if at in long and column.kind is Kind.TEXT)


def plain(text: str) -> str:
    """A text in which gptables finds neither a note nor a link; never empty, never signs alone."""
    said = plain_title(text).strip()
    if not said:
        return Missing.NOT_GIVEN.symbol
    return said if _READABLE.search(said) else f"Text: {said}"


def plain_title(text: str) -> str:
    """The same without regard to being empty."""
    return text.replace("$$", "$ $").replace("](", "] (")


def _cell(cell: Cell) -> str | int | float:
    if isinstance(cell, Missing):
        return cell.symbol
    return plain(cell) if isinstance(cell, str) else cell
