"""The one input: what is read, what is refused, and that order means nothing."""

from pathlib import Path

import numpy as np
import pytest
from published import SHARED, table

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories

ROWS = [[1, 0, 0, 40], [0, 1, 0, 30], [0, 0, 1, 20], [1, 1, 0, 6]]


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text)
    return path


def test_the_same_table_by_every_door(tmp_path: Path) -> None:
    people = [row[:3] for row in ROWS for _ in range(row[3])]
    text = "A,B,C,count\n" + "\n".join(",".join(map(str, row)) for row in ROWS)
    tables = [
        table("Artificial_3"),
        CaptureHistories.from_counts(ROWS),
        CaptureHistories.from_counts({tuple(row[:3]): row[3] for row in ROWS}),
        CaptureHistories.from_individuals(people),
        CaptureHistories.from_csv(written(tmp_path, text)),
        CaptureHistories.from_cells(table("Artificial_3").cells(), "ABC"),
    ]
    assert len({one.digest for one in tables}) == 1
    assert tables[0].margins.tolist() == [46, 36, 20]
    assert tables[0].overlaps.tolist() == [[46, 6, 0], [6, 36, 0], [0, 0, 20]]
    assert tables[0].cells().tolist() == [40, 30, 6, 20, 0, 0, 0]


def test_repeated_rows_are_added_up() -> None:
    halves = [[1, 0, 0, 15], [1, 0, 0, 25], *ROWS[1:], [0, 1, 1, 0]]
    assert CaptureHistories.from_counts(halves) == CaptureHistories.from_counts(ROWS)


def test_order_means_nothing_to_the_digest() -> None:
    korea = table("Korea")
    assert korea.permute(["d", "b", "c"]) == korea
    assert CaptureHistories(korea.lists, korea.patterns[::-1], korea.counts[::-1]) == korea


def test_merge_drop_restrict() -> None:
    assert table("UKdat").merge(["P", "C"], into="P").permute("LNPGU") == table("UKdat_5")
    korea = table("Korea")
    assert korea.drop("d").n == 123 - 41
    assert korea.restrict(to="d").cells().tolist() == [6, 0, 12]
    assert korea.margins[korea.place("d")] == 59


def test_strata(tmp_path: Path) -> None:
    text = "year,A,B,count\n2012,1,0,3\n2012,1,1,1\n2013,1,0,4\n2013,0,1,5\n2013,1,1,2\n"
    both = CaptureHistories.from_csv(written(tmp_path, text), strata="year")
    assert both.cells().tolist() == [7, 5, 3]
    assert {year: part.n for year, part in both.strata.items()} == {"2012": 4, "2013": 11}


def test_the_values_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        table("Korea").counts[0] = 1


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([[1, 0, -1], [0, 1, 4]], "Row 1.*negative"),
        ([[1, 0, 1.5], [0, 1, 4]], "Row 1.*not whole"),
        ([[1, 0, 1], [0, 1, float("nan")]], "Row 2.*missing"),
        ([[1, 0, 1], [0, 0, 4]], "Row 2 is on no list"),
        ([[1, 4], [0, 4]], "at least two lists"),
        ([[1] + [0] * 19 + [4]], "at most 16 lists are feasible"),
        ([[1, 0, 0], [0, 1, 0]], "counts nobody"),
        ([[2013, 0, 1, 3]], "Row 1, list 'A': 2013 is neither 0 nor 1.*covariate"),
        ([[1, 0, 3], [1, 0]], "equal length"),
        ([], "equal length"),
        ([["x", 0, 3]], "Row 1, list 'A': 'x' is neither 0 nor 1"),
    ],
)
def test_bad_tables_are_named(rows: list[list[float]], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        CaptureHistories.from_counts(rows)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("A,B,count\n", "empty"),
        ("A,B\n1,0\n", "no column 'count'.*from_individuals"),
        ("A,A,count\n1,0,3\n", "Two lists are named 'A'"),
        ("A,,count\n1,0,3\n", "no name"),
        ("A,B,count\n1,0\n", "Row 1 has 2 values"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        CaptureHistories.from_csv(written(tmp_path, text))


def test_individuals_given_as_counts() -> None:
    with pytest.raises(BadInput, match="read the rows as counts"):
        CaptureHistories.from_individuals(ROWS)


def test_the_tables_here_are_those_of_the_literature() -> None:
    folder = SHARED / "data"
    if not folder.exists():
        pytest.skip("the published tables are not beside the project's folder")
    for name in ("Korea", "Artificial_3", "Kosovo", "Western", "NewOrl_5", "UKdat", "UKdat_5", "Ned_5"):
        file = CaptureHistories.from_csv(folder / f"{name}.csv")
        assert np.array_equal(file.cells(), table(name).cells()), name
