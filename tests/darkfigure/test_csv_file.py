"""Files as people hand them in: read, or refused with a sentence that names the row and the field."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\n\n \n", "empty"),
        (b"A,B,count\n", "empty"),
        (b"A,B,count\n1,0,3\n1,1\n", "Row 2 has 2 values where the header has 3"),
        (b"A,B,count\n1,0,3\n1,1,2,9\n", "Row 2 has 4 values"),
        (b"A,A,count\n1,0,3\n", "Two lists are named 'A'"),
        (b"A,B,count,Count\n1,0,3,3\n", "Two columns are named 'count'"),
        (b"A,B\n1,0\n0,1\n", "no column 'count'.*from_individuals"),
        (b"A;B;count\n1;0;3\n", "separated by semicolons"),
        (b"A\tB\tcount\n1\t0\t3\n", "separated by tabs"),
        (b"A,B,count\n1,0,3\n1,1,x\n", "Row 2, count: 'x'"),
        (b"A,B,count\n1,0,3\n1,1,\n", "Row 2, count: ''"),
        (b"A,B,year,count\n1,0,2013,3\n", "Row 1, list 'year': '2013' is neither 0 nor 1.*covariate.*strata"),
        (b"A,B,sex,count\n1,0,f,3\n", "Row 1, list 'sex': 'f' is neither"),
        (b"A,count\n1,3\n", "1 list given"),
        ("Å,B,count\n1,0,3\n".encode("latin-1"), "no text in UTF-8 .byte 1."),
        ("A,B,count\n1,0,3\n".encode("utf-16"), "no text in UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "no text in UTF-8"),
        (b"PK\x03\x04\x00\x00,\x00,count\n1,2,3\n", "binary data"),
        (b'A,"B,count\n1,0,3\n', "no CSV file"),
    ],
)
def test_files(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=says):
        CaptureHistories.from_csv(path)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.csv cannot be read: No such file"):
        CaptureHistories.from_csv(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="cannot be read: Is a directory"):
        CaptureHistories.from_csv(tmp_path)


def test_a_column_of_strata(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("A,B,year,count\n1,0,2013,3\n1,1,,2\n")
    for column, says in (("year", "Row 2 has no stratum"), ("sex", "no column 'sex'"), ("count", "cannot name")):
        with pytest.raises(BadInput, match=says):
            CaptureHistories.from_csv(path, strata=column)


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfA,B,count\r\n1,0,3\r\n1,1,2\r\n",  # a byte order mark and the line ends of a spreadsheet
        b" A , B , Count \n\n1 , 0 , 3\n,,\n1,1, 2.0\n",
        b"count,A,B\n3,1,0\n2,1,1\n",
    ],
)
def test_what_spreadsheets_write_is_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    assert CaptureHistories.from_csv(path) == CaptureHistories.from_mapping({("A",): 3, ("A", "B"): 2})


@given(st.binary(max_size=60) | st.text("AB,count01;\n \"'-.x\0", max_size=60).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_no_file_brings_another_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("files") / "table.csv"
    path.write_bytes(content)
    with contextlib.suppress(BadInput):
        assert CaptureHistories.from_csv(path).n > 0
