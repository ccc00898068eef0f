import csv
import io
import re
import tracemalloc
from collections.abc import Callable, Mapping
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pentameter.intelligence.intake import interpret, limits, readers, templates
from pentameter.intelligence.intake.columns import REPORTS_V1, names
from pentameter.intelligence.intake.drafts import FileKind, FileRefused, RawRow, ReportDraft
from pentameter.intelligence.intake.readers import csv_file
from tests.intelligence.intake.rows import REPORT, RETURN, TODAY, table

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
SEPARATORS = (",", ";", "\t", "|")
HEAD = b"agency,week_starting,looked,text\r\n"
WEEK = b"durham,2007-10-01,nil,"


def read(content: bytes, tmp_path: Path, name: str = "week.csv") -> list[RawRow]:
    path = tmp_path / "received"
    path.write_bytes(content)
    with readers.open_file(path, name=name) as source:
        return list(source.rows())


def refusal(content: bytes, tmp_path: Path) -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        read(content, tmp_path)
    assert "week.csv" in refused.value.sentence
    assert refused.value.sentence.endswith(".")
    return refused.value


def faults(row: RawRow) -> list[str]:
    return [fault.code for fault in row.faults]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", SEPARATORS)
def test_every_encoding_and_separator(encoding: str, delimiter: str, tmp_path: Path) -> None:
    sent = [
        {**REPORT, "text": f"Café, crêpes; £60 | “quoted”\tand\n{n} lines", "place": f'the "Ship" at {n}'}
        for n in range(40)
    ]
    content = table(sent, delimiter=delimiter).encode(encoding)
    rows = read(content, tmp_path)
    assert [row.number for row in rows] == list(range(2, 42))
    for row, cells in zip(rows, sent, strict=True):
        assert not row.faults
        assert {name: cell for name, cell in row.cells.items() if cell} == cells
        assert isinstance(interpret.report(row, agency="durham", today=TODAY), ReportDraft)


def reads_as_utf_8(line: str) -> bool:
    """Whether a line in Windows-1252 happens to be something else in UTF-8: nobody could tell."""
    try:
        return line.encode("cp1252").decode("utf-8") != line
    except UnicodeDecodeError:
        return False


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(("place", "text", "person1_name")),
            st.text(st.characters(codec="cp1252", exclude_characters="\0\r"), min_size=1, max_size=30),
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(ENCODINGS),
    st.sampled_from(SEPARATORS),
    st.sampled_from(("\r\n", "\n", "\r")),
)
def test_no_row_is_lost_and_no_cell_changed(
    changes: list[Mapping[str, str]], encoding: str, delimiter: str, ends: str
) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(
        text, names(FileKind.REPORTS), restval="", delimiter=delimiter, lineterminator=ends, quoting=csv.QUOTE_ALL
    )
    writer.writeheader()
    writer.writerows({**REPORT, **change} for change in changes)
    assume(encoding != "cp1252" or not any(map(reads_as_utf_8, re.split("[\r\n]", text.getvalue()))))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "received"
        path.write_bytes(text.getvalue().encode(encoding))
        with readers.open_file(path, name="week.csv") as source:
            rows = list(source.rows())
            assert [row.cells for row in source.rows(skip=1)] == [row.cells for row in rows[1:]]
    assert len(rows) == len(changes)
    assert not any(row.faults for row in rows)
    for row, change in zip(rows, changes, strict=True):
        assert {name: row.cells[name] for name in change} == dict(change)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from((b"", HEAD, HEAD + WEEK + b"\n")))
def test_any_bytes_are_rows_or_a_refusal(content: bytes, before: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "received"
        path.write_bytes(before + content)
        try:
            with readers.open_file(path, name="week.csv") as source:
                rows = list(source.rows())
        except FileRefused:
            return
    assert all(interpret.weekly_return(row, agency="durham", today=TODAY) for row in rows)
    assert len({row.number for row in rows}) == len(rows)


@pytest.mark.parametrize("kind", FileKind)
def test_the_template_filled_in_is_read(kind: FileKind, tmp_path: Path) -> None:
    cells = REPORT if kind is FileKind.REPORTS else RETURN
    filled = templates.csv_template(kind) + table([cells], kind=kind).split("\r\n", 1)[1].encode()
    (row,) = read(filled, tmp_path)
    assert {name: cell for name, cell in row.cells.items() if cell} == cells


def test_columns_in_any_order_and_optional_ones_left_out(tmp_path: Path) -> None:
    content = b"Looked*, week_starting ,AGENCY\r\nnil,2007-10-01,durham\r\n"
    assert [row.cells for row in read(content, tmp_path)] == [RETURN]


def test_the_hint_that_excel_understands(tmp_path: Path) -> None:
    (row,) = read(b"sep=|\r\nagency|week_starting|looked\r\ndurham|2007-10-01|nil\r\n", tmp_path)
    assert row == RawRow(2, RETURN)


def test_empty_rows_are_none_and_numbers_stay_those_of_the_table(tmp_path: Path) -> None:
    content = HEAD + b"\r\n" + WEEK + b"\r\n,,,\r\n  ,,,\r\n" + WEEK + b'"two\r\nlines"\r\n' + WEEK + b"last"
    assert [row.number for row in read(content, tmp_path)] == [3, 6, 7]


def test_a_row_in_another_encoding_is_quarantined_and_not_lost(tmp_path: Path) -> None:
    content = HEAD + WEEK + "café\n".encode() + WEEK + "thé\n".encode("cp1252") + WEEK + b"tea\n"
    rows = read(content, tmp_path)
    assert [row.cells["text"] for row in rows] == ["café", "thé", "tea"]
    assert [faults(row) for row in rows] == [[], ["encoding"], []]
    assert "Row 3: it is not written in the encoding of the rest of the file (UTF-8)" in rows[1].faults[0].sentence
    made = interpret.weekly_return(rows[1], agency="durham", today=TODAY)
    assert isinstance(made, tuple)
    assert [problem.code for problem in made] == ["encoding"]


def test_bytes_that_no_encoding_has(tmp_path: Path) -> None:
    rows = read(HEAD + WEEK + b"\x81\x8d\n" + WEEK + b"tea\n", tmp_path)
    assert [faults(row) for row in rows] == [["encoding"], []]


def test_utf_16_that_ends_in_the_middle_of_a_character(tmp_path: Path) -> None:
    rows = read((HEAD + WEEK + b"tea").decode().encode("utf-16")[:-1], tmp_path)
    assert [faults(row) for row in rows] == [["encoding"]]


def test_a_nul_is_quarantined(tmp_path: Path) -> None:
    rows = read(HEAD + WEEK + b"t\0ea\n" + WEEK + b"tea\n", tmp_path)
    made = [interpret.weekly_return(row, agency="durham", today=TODAY) for row in rows]
    assert isinstance(made[0], tuple)
    assert [problem.code for problem in made[0]] == ["unreadable"]
    assert not isinstance(made[1], tuple)


@pytest.mark.parametrize("broken", [b'"tea', b'"tea" time', b'"tea""', b'"'])
def test_a_quotation_mark_in_the_wrong_place_costs_its_own_row_alone(broken: bytes, tmp_path: Path) -> None:
    rows = read(HEAD + WEEK + broken + b"\n" + (WEEK + b"tea\n") * 3, tmp_path)
    assert len(rows) == 4
    assert [faults(row) for row in rows] == [["quote"], [], [], []]
    assert [row.number for row in rows] == [2, 3, 4, 5]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_a_long_file(tmp_path: Path) -> None:
    more = limits.MOST_LINES_IN_A_ROW + 500
    rows = read(HEAD + WEEK + b'"tea\n' + (WEEK + b"tea\n") * more, tmp_path)
    assert len(rows) == more + 1
    assert sum(bool(row.faults) for row in rows) == 1


def test_a_row_with_more_cells_than_headings(tmp_path: Path) -> None:
    first, second = read(HEAD + WEEK + b"tea,and,more\n" + WEEK + b"tea,,\n", tmp_path)
    assert faults(first) == ["extra_cells"]
    assert "and; more" in first.cells.values()
    assert not second.faults


def test_a_row_with_fewer_cells_than_headings(tmp_path: Path) -> None:
    (row,) = read(HEAD + b"durham,2007-10-01\n", tmp_path)
    assert row.cells == {"agency": "durham", "week_starting": "2007-10-01", "looked": "", "text": ""}


def test_cells_below_no_heading(tmp_path: Path) -> None:
    first, second = read(b"agency,,week_starting,looked\ndurham,x,2007-10-01,nil\ndurham,,2007-10-01,nil\n", tmp_path)
    assert faults(first) == ["extra_cells"]
    assert second == RawRow(3, RETURN)


def test_a_cell_too_long_for_the_reader(tmp_path: Path) -> None:
    first, second = read(HEAD + WEEK + b"x" * 200_000 + b"\n" + WEEK + b"tea\n", tmp_path)
    assert faults(first) == ["too_long"]
    assert not second.faults


def test_headings_in_the_middle_are_quarantined(tmp_path: Path) -> None:
    rows = read(HEAD + WEEK + b"\n" + HEAD.upper() + WEEK + b"\n", tmp_path)
    assert [faults(row) for row in rows] == [[], ["headings"], []]


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (HEAD, "no_rows", "has headings and no rows below them"),
        (HEAD + HEAD + WEEK, "headings_twice", "has its headings twice. Delete the second row of headings"),
        (b"Week 40 of Durham\n\n" + HEAD + WEEK, "headings_not_first", "are in row 3. Delete the rows above them"),
        (b"one,two\n1,2\n", "headings_unknown", "does not hold the headings of a template"),
        (b"agency,looked\ndurham,nil\n", "columns_missing", "lacks the column week_starting. Download the template"),
        (
            b"agency,text,theme\ndurham,x,y\n",
            "columns_missing",
            "lacks the columns report_ref, reported_on, grade_scheme",
        ),
        (
            HEAD.strip() + b",shoe size\n" + WEEK,
            "columns_unknown",
            "has the column shoe_size, which the template does not",
        ),
        (HEAD.strip() + b",Looked,TEXT\n" + WEEK, "columns_twice", "has the columns looked and text more than once"),
        (",".join(REPORTS_V1).encode() + b"\n1,2,3\n", "last_year", "ref_no is now report_ref"),
        (
            b",".join(b"c%d" % n for n in range(301)) + b"\n",
            "too_many_columns",
            "has 301 columns; at most 300 are read",
        ),
        (b",".join(b"c%d" % n for n in range(1_000_000)) + b"\n", "too_many_columns", "has far too many columns"),
        (b"," * 1_000_000 + b"\n", "too_many_columns", "has 1,000,001 columns"),
        (HEAD + b"x" * (limits.LONGEST_LINE + 1), "line_too_long", "Line 2 of week.csv is longer than 1,048,576"),
        (b"x" * (limits.LONGEST_LINE + 1), "line_too_long", "Line 1 of week.csv is longer"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_tables_that_are_refused_as_a_whole(content: bytes, code: str, said: str, tmp_path: Path) -> None:
    began = perf_counter()
    refused = refusal(content, tmp_path)
    assert perf_counter() - began < 5
    assert refused.code == code
    assert said in refused.sentence


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "LARGEST_FILE", 10)
    assert refusal(HEAD + WEEK, tmp_path).code == "too_large"


@pytest.mark.parametrize(("encoding", "write"), [("utf-8", str), ("utf-16", lambda text: text.replace("x", "é"))])
def test_memory_stays_the_same_however_long_the_file_is(
    encoding: str, write: Callable[[str], str], tmp_path: Path
) -> None:
    def peak(rows: int) -> int:
        path = tmp_path / "received"
        with path.open("w", encoding=encoding, newline="") as file:
            file.write(table([]))
            line = write(table([{**REPORT, "text": "x" * 200}]).split("\r\n", 1)[1])
            file.writelines(islice(cycle([line]), rows))
        tracemalloc.start()
        with readers.open_file(path, name="week.csv") as source:
            assert sum(1 for _ in source.rows()) == rows
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    few, many = peak(500), peak(20_000)
    assert many < 1024**2
    assert many < 1.5 * few
