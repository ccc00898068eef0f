"""The workbook is opened again: cover, contents, notes, sources, texts, one table a sheet; nothing in it runs."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from pentameter.picture.assessment.files.cells import formatting, frame, long_columns, plain
from pentameter.picture.assessment.files.page import sheets
from pentameter.picture.assessment.files.workbook import workbook
from pentameter.picture.assessment.rules.content import Column, Kind, Missing
from picture.assessment.sample import assessment, table, text

DIGEST = "ab" * 32
BODY = "=1+1\n\n- [a link](http://example.org)\n- $$note$$\n\nДесислава\n\n…"
MADE = assessment(table(), table(("2026-Q4", 7), key="national-2"), texts=(text(BODY),))


def _opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def _cells(book: CalamineWorkbook, sheet: str) -> list[list[object]]:
    return book.get_sheet_by_name(sheet).to_python()


def test_cover_contents_notes_sources_texts_and_one_table_a_sheet() -> None:
    book = _opened(workbook(MADE, DIGEST))
    assert book.sheet_names == ["Cover", "Contents", "Notes", "Sources", "Texts", "1", "Table_2"]
    cover = " ".join(str(row[0]) for row in _cells(book, "Cover"))
    for words in (MADE.marking, DIGEST, MADE.code, "Figures as of: 5 October 2007", "Made by: Esther Lindqvist"):
        assert words in cover
    contents = [row[0] for row in _cells(book, "Contents")]
    assert contents[-4:] == ["Sources", "Texts", "1", "Table_2"]


def test_a_sheet_says_title_day_marking_source_and_its_shorthand_before_the_table() -> None:
    rows = _cells(_opened(workbook(MADE, DIGEST)), "1")
    before = " ".join(str(row[0]) for row in rows[:6])
    for words in (
        "Reports by area",
        "As of 5 October 2007",
        MADE.marking,
        "Source: agencies' reports.",
        "[c] = withheld",
    ):
        assert words in before
    assert rows[-3:] == [["Area", "Reports"], ["Durham", 61.0], ["Kent", "[c]"]]


def test_a_long_text_goes_on_in_the_next_line_and_makes_no_column_wider_than_a_screen() -> None:
    columns, rows = (Column("Law"), Column("Count", Kind.COUNT)), (("An act of " + "many words " * 20, 1), ("Short", 2))
    assert long_columns(columns, rows) == (0,)
    assert long_columns(columns, rows[1:]) == ()
    made = assessment(replace(table(), columns=columns, rows=rows))
    with zipfile.ZipFile(io.BytesIO(workbook(made, DIGEST))) as parts:
        sheets_with = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert 'wrapText="1"' in parts.read("xl/styles.xml").decode()
    whole = next(one for one in sheets_with if 'width="60.7' in one)
    assert 'min="1" max="1"' in whole


def test_notes_are_told_once_and_named_where_they_apply() -> None:
    book = _opened(workbook(MADE, DIGEST))
    notes = {str(row[1]): row[0] for row in _cells(book, "Notes")[-2:]}
    assert set(notes) == {"Each once.", "Every report is counted once."}
    assert re.search(r"\[note 1\]\[note 2\]", str(_cells(book, "1")[0][0]))


def test_what_people_wrote_is_words_and_nothing_else() -> None:
    content = workbook(MADE, DIGEST)
    said = [row[1] for row in _cells(_opened(content), "Texts")][-5:]
    assert said == ["=1+1", "[a link] (http://example.org)", "$ $note$ $", "Text: Десислава", "Text: …"]
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        texts = [packed.read(name).decode() for name in packed.namelist() if "worksheets/" in name]
    assert not any("<f>" in one for one in texts), "no formula"
    assert not any("http://example.org" in one for one in texts if "hyperlink" in one)


def test_the_marking_is_printed_on_every_sheet() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(MADE, DIGEST))) as packed:
        pages = [packed.read(name).decode() for name in packed.namelist() if re.match(r"xl/worksheets/sheet\d", name)]
    assert len(pages) == 7
    assert all(MADE.marking in page for page in pages)


def test_the_same_version_is_the_same_to_the_byte() -> None:
    assert workbook(MADE, DIGEST) == workbook(MADE, DIGEST)


def test_a_table_without_rows_says_that_nothing_was_counted() -> None:
    made = assessment(replace(table(), rows=()))
    assert _cells(_opened(workbook(made, DIGEST)), "1")[-1] == ["Nothing was counted", "[z]"]


def test_without_texts_there_is_no_sheet_for_them() -> None:
    assert "Texts" not in _opened(workbook(assessment(), DIGEST)).sheet_names


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", "[z]"), ("  ", "[z]"), ("Kent", "Kent"), ("–", "Text: –"), ("$$a$$", "$ $a$ $"), ("[a](b)", "[a] (b)")],
)
def test_no_cell_is_empty_or_mark_up(typed: str, kept: str) -> None:
    assert plain(typed) == kept


def test_numbers_stay_numbers_and_reasons_become_shorthand() -> None:
    columns = (Column("Area"), Column("Reports", Kind.COUNT))
    made = frame(columns, [("Durham", 61), ("Kent", Missing.NOT_HELD)])
    assert made.to_numpy().tolist() == [["Durham", 61], ["Kent", "[x]"]]
    assert [one["column"]["columns"] for one in formatting(columns)] == [["Area"], ["Reports"]]


def test_tables_of_the_national_statistics_bear_their_numbers() -> None:
    named = sheets([table(key="national-13"), table(key="bulletin-sex"), table(key="areas"), table(key="routes")])
    assert named == {"national-13": "Table_13", "bulletin-sex": "Bulletin_sex", "areas": "1", "routes": "2"}
