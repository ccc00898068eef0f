import pytest

from pentameter.intelligence.intake.columns import COLUMNS, REPORTS_V1
from pentameter.intelligence.intake.dictionary import markdown, what_may_be_written
from pentameter.intelligence.intake.drafts import FileKind


@pytest.mark.parametrize("kind", FileKind)
def test_every_column_is_in_it(kind: FileKind) -> None:
    text = markdown()
    for column in COLUMNS[kind]:
        assert f"| `{column.name}` |" in text
        assert all(code in text for code in column.codes)


def test_what_changed_is_in_it() -> None:
    assert all(f"| `{old}` | {new} |" in markdown() for old, new in REPORTS_V1.items())


def test_every_row_of_its_tables_has_the_same_cells() -> None:
    for line in markdown().splitlines():
        assert not line.startswith("|") or line.count("|") in {3, 6}


def test_what_may_be_written() -> None:
    columns = {column.name: column for column in COLUMNS[FileKind.REPORTS]}
    assert what_may_be_written(columns["grade_scheme"]) == "one of: 3x5x2; 5x5x5"
    assert what_may_be_written(columns["acts"]).startswith("several, separated by ; from: recruitment; ")
    assert what_may_be_written(columns["place"]) == ""
