"""The templates that agencies download, made from the columns themselves. This package reads what they write."""

import csv
from io import BytesIO, StringIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pentameter.intelligence.intake.columns import COLUMNS, Column, names
from pentameter.intelligence.intake.dictionary import TITLES, what_may_be_written
from pentameter.intelligence.intake.drafts import FileKind
from pentameter.intelligence.intake.readers.guide import GUIDE

_ROWS_WITH_CHOICES = 5000
_LONGEST_CHOICE = 255
"""Excel's own limit for the entries of a drop-down list together."""
_GUIDE_COLUMNS = (
    ("column", 24),
    ("must be filled", 14),
    ("what it means", 50),
    ("what may be written", 70),
    ("example", 30),
)
_WIDE = {"text", "original_text", "handling_conditions"}


def csv_template(kind: FileKind) -> bytes:
    """Headings alone, in UTF-8 with its mark, so that Excel reads accents right."""
    text = StringIO()
    csv.writer(text).writerow(names(kind))
    return text.getvalue().encode("utf-8-sig")


def xlsx_template(kind: FileKind) -> bytes:
    """A sheet to fill in, with drop-down lists for what is coded, and a sheet that says how."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": f"{TITLES[kind]}: template"})
        _data_sheet(workbook, kind)
        _guide_sheet(workbook, kind)
    return content.getvalue()


def _data_sheet(workbook: Workbook, kind: FileKind) -> None:
    sheet = workbook.add_worksheet(TITLES[kind])
    needed = workbook.add_format({"bold": True, "bg_color": "#00616b", "font_color": "#ffffff"})
    optional = workbook.add_format({"bold": True, "bg_color": "#e8ecf1"})
    text = workbook.add_format({"num_format": "@"})
    for at, column in enumerate(COLUMNS[kind]):
        sheet.set_column(at, at, 50 if column.name in _WIDE else max(14, len(column.name) + 2), text)
        sheet.write_string(0, at, column.name, needed if column.required else optional)
        _help(sheet, at, column)
    sheet.freeze_panes(1, 2)


def _help(sheet: Worksheet, at: int, column: Column) -> None:
    """A drop-down list where one code is wanted, and a note when a cell is chosen. Nothing typed is ever refused."""
    rules: dict[str, object] = {
        "validate": "any",
        "input_title": column.name[:32],
        "input_message": column.meaning[:255],
        "error_type": "information",
    }
    codes = list(column.codes)
    if codes and not column.many and len(",".join(codes)) <= _LONGEST_CHOICE:
        rules |= {"validate": "list", "source": codes}
    sheet.data_validation(1, at, _ROWS_WITH_CHOICES, at, rules)


def _guide_sheet(workbook: Workbook, kind: FileKind) -> None:
    sheet = workbook.add_worksheet(GUIDE)
    bold = workbook.add_format({"bold": True, "bg_color": "#e8ecf1", "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for at, (head, width) in enumerate(_GUIDE_COLUMNS):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, head, bold)
    for number, column in enumerate(COLUMNS[kind], start=1):
        _guide_row(sheet, number, column, wrapped)
    sheet.freeze_panes(1, 1)


def _guide_row(sheet: Worksheet, number: int, column: Column, wrapped: Format) -> None:
    cells = (
        column.name,
        "yes" if column.required else "",
        column.meaning,
        what_may_be_written(column),
        column.example,
    )
    for at, cell in enumerate(cells):
        sheet.write_string(number, at, cell, wrapped)
