import io

import pytest

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers.sheet_check import (
    Found,
    inspect,
    is_plain,
    letters_of,
    number_of,
    refuse_hidden,
)

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="m">'
ROW = '<row r="1" ht="15"><c r="A1" t="inlineStr"><is><t>right: 0</t></is></c></row>'


def sheet(rows: str = ROW, before: str = "", head: str = HEAD) -> bytes:
    return f"{head}{before}<sheetData>{rows}</sheetData></worksheet>".encode()


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        (sheet(), True),
        (sheet(before='<cols><col min="1" max="2" width="9.5"/></cols>'), True),
        (sheet('<row r="1"><c r="KN1"/></row>'), True),
        (sheet(ROW * 9000), True),
        (sheet('<row r="1" hidden="1"/>'), False),
        (sheet('<row r="1" hidden="&#49;"/>'), False),
        (sheet('<row r="1" ht="0"/>'), False),
        (sheet("<row r='1'\tht = '0'/>"), False),
        (sheet('<row r="1" ht="&#48;"/>'), False),
        (sheet(before='<cols><col min="1" max="2" width="0"/></cols>'), False),
        (sheet('<row r="1"><c r="A1"><f>1+1</f></c></row>'), False),
        (sheet('<row r="1"><c r="A1"><f t="shared"/></c></row>'), False),
        (sheet('<row r="1"><c r="A1"><x:f>1+1</x:f></c></row>'), False),
        (sheet('<row r="1"><c r="KO1"/></row>'), False),
        (sheet('<row r="1"><c r="XFD1"/></row>'), False),
        (sheet(ROW * 9000 + '<row r="2" hidden="1"/>'), False),
        (sheet(head='<?xml version="1.0" encoding="UTF-7"?><worksheet>'), False),
        (sheet().decode().encode("utf-16"), False),
        (sheet(head="<!DOCTYPE w><worksheet>"), False),
        (b"<worksheet/>", False),
    ],
)
def test_a_quick_look_is_sure_or_says_that_it_is_not(content: bytes, plain: bool) -> None:
    assert is_plain(io.BytesIO(content)) is plain


def test_what_is_hidden_and_calculated_is_found() -> None:
    rows = '<row r="2" hidden="true"><c r="B2"><f>1</f></c></row><row r="3" ht="0"><c r="D3"/></row>'
    found = inspect(io.BytesIO(sheet(rows, '<cols><col min="1" max="2" hidden="1"/></cols>')))
    assert found == Found([2, 3], [(1, 2)], {2: ["B"]}, 3, 4)


def test_a_sheet_with_more_cells_than_can_be_held() -> None:
    with pytest.raises(FileRefused) as refused:
        inspect(io.BytesIO(sheet('<row r="1000000"><c r="KN1000000"/></row>')))
    assert refused.value.code == "too_large_unpacked"
    assert "Send it as CSV" in refused.value.sentence


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found(hidden_rows=[5], last_row=9, last_column=3), "in the sheet Week 40, row 5 is hidden"),
        (Found(hidden_rows=[5, 6], last_row=9, last_column=3), "rows 5 and 6 are hidden"),
        (Found(hidden_rows=list(range(1, 13)), last_row=99, last_column=3), "9, 10 and 2 more are hidden"),
        (Found(hidden_columns=[(2, 16384)], last_row=9, last_column=4), "columns B, C and D are hidden"),
    ],
)
def test_what_is_hidden_is_named(found: Found, said: str) -> None:
    with pytest.raises(FileRefused) as refused:
        refuse_hidden(found, "Week 40")
    assert said in refused.value.sentence


def test_what_is_hidden_beyond_the_table_is_not_refused() -> None:
    refuse_hidden(Found(hidden_rows=[10], hidden_columns=[(5, 9)], last_row=9, last_column=4), "Week 40")


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("KN", 300), ("XFD", 16384)])
def test_letters_and_numbers_of_columns(letters: str, number: int) -> None:
    assert (number_of(letters), letters_of(number)) == (number, letters)
