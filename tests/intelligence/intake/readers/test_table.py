from collections.abc import Iterator

import pytest

from pentameter.intelligence.intake.drafts import FileKind, FileRefused
from pentameter.intelligence.intake.readers.headings import Layout
from pentameter.intelligence.intake.readers.table import BEYOND, Record, layout_of, rows

LAYOUT = Layout(FileKind.RETURNS, "csv", ("agency", "week_starting", "looked"))


def records(*cells: list[str]) -> Iterator[Record]:
    return iter([Record(number, row) for number, row in enumerate(cells, start=1)])


def test_the_heading_is_row_one() -> None:
    (row,) = rows(records(["agency", "week_starting", "looked"], ["durham", "2007-10-01", "nil"]), LAYOUT)
    assert (row.number, list(row.cells.values())) == (2, ["durham", "2007-10-01", "nil"])


def test_what_stands_beyond_the_headings_is_kept() -> None:
    (row,) = rows(records([], ["durham", "2007-10-01", "nil", "", "more"]), LAYOUT)
    assert row.cells[BEYOND] == "more"


def test_a_fault_is_put_in_words_with_its_row() -> None:
    faulty = Record(9, ["durham"], (("quote", ""), ("encoding", "UTF-8")))
    (row,) = rows(iter([Record(1, []), faulty]), LAYOUT)
    assert [fault.code for fault in row.faults] == ["quote", "encoding"]
    assert all(fault.sentence.startswith("Row 9: ") for fault in row.faults)


def test_nothing_at_all() -> None:
    with pytest.raises(FileRefused) as refused:
        layout_of([], file="week.csv", format="csv")
    assert refused.value.code == "empty"
