from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers import workbook
from pentameter.intelligence.intake.readers.workbook import Cell
from tests.intelligence.intake import bad_files
from tests.intelligence.intake.rows import REPORT


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Durham", "Durham"),
        (7700900417.0, "7700900417"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        (True, "yes"),
        (False, "no"),
        (date(2007, 10, 5), "2007-10-05"),
        (datetime(2007, 10, 5), "2007-10-05"),  # noqa: DTZ001
        (datetime(2007, 10, 5, 14, 30), "2007-10-05 14:30"),  # noqa: DTZ001
        (time(14, 30), "14:30:00"),
        (timedelta(hours=36), "1 day, 12:00:00"),
    ],
)
def test_a_cell_as_a_person_would_type_it(cell: Cell, text: str) -> None:
    assert workbook._text(cell) == text


def test_rows_with_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(bad_files.workbook(rows=[REPORT, {}, REPORT]))
    made = list(workbook.rows(path))
    assert [number for number, _, _ in made] == [1, 2, 4]
    assert made[1][1][0] == "durham"


def test_everything_is_checked_before_the_first_row(tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(bad_files.workbook(lambda book, _: book.add_worksheet("Secret").hide()))
    with pytest.raises(FileRefused):
        next(workbook.rows(path))
