import io

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from pentameter.intelligence.intake.columns import COLUMNS, names
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.intake.readers.guide import GUIDE
from pentameter.intelligence.intake.templates import csv_template, xlsx_template
from tests.intelligence.intake.bad_files import part_of


@pytest.mark.parametrize("kind", FileKind)
def test_the_csv_template_is_its_headings_with_the_mark_of_utf_8(kind: FileKind) -> None:
    content = csv_template(kind)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == ",".join(names(kind)) + "\r\n"


@pytest.mark.parametrize("kind", FileKind)
def test_the_workbook_has_a_sheet_to_fill_in_and_one_that_says_how(kind: FileKind) -> None:
    with CalamineWorkbook.from_filelike(io.BytesIO(xlsx_template(kind))) as book:
        assert all(sheet.visible is SheetVisibleEnum.Visible for sheet in book.sheets_metadata)
        data, guide = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
        assert book.sheet_names[1] == GUIDE
    assert data == [list(names(kind))]
    assert [row[0] for row in guide[1:]] == list(names(kind))
    assert [row[1] == "yes" for row in guide[1:]] == [column.required for column in COLUMNS[kind]]


def test_the_workbook_offers_codes_to_choose_from() -> None:
    sheet = part_of(xlsx_template(FileKind.REPORTS), "xl/worksheets/sheet1.xml").decode()
    assert '<formula1>"3x5x2,5x5x5"</formula1>' in sheet
    assert "sexual_exploitation,forced_labour" in sheet
    assert 'topLeftCell="C2"' in sheet
    assert sheet.count("<dataValidation ") == len(names(FileKind.REPORTS))
