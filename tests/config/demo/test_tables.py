import csv
import io
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from pentameter.config.demo import tables
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.senders import Format
from pentameter.config.demo.shipments import Line, Shipment
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind

ROW = {"agency": "kent", "report_ref": "KNT-1", "reported_on": date(2026, 9, 4), "text": 'She said "no"; so did he.'}
MADE_ON = date(2026, 10, 5)


def _shipment(form: Format, encoding: str = "utf-8", delimiter: str = ",") -> Shipment:
    return Shipment("kent/a", "kent", "reports", 2, form, (Line(ROW),), encoding, delimiter)


@pytest.mark.parametrize(
    ("encoding", "delimiter", "begins"),
    [
        ("utf-8", ",", b"agency,"),
        ("utf-8-sig", ",", b"\xef\xbb\xbfagency,"),
        ("utf-16", "\t", b"\xff\xfea\x00"),
        ("cp1252", ";", b"agency;"),
    ],
)
def test_csv_in_every_encoding(encoding: str, delimiter: str, begins: bytes) -> None:
    made = tables.csv_bytes(_shipment(Format.CSV, encoding, delimiter))
    assert made.startswith(begins)
    heading, row = csv.reader(io.StringIO(made.decode(encoding), newline=""), delimiter=delimiter)
    assert tuple(heading) == columns.names(FileKind.REPORTS)
    assert row[heading.index("text")] == ROW["text"]


def test_a_workbook_holds_days_and_says_what_it_is() -> None:
    made = tables.xlsx_bytes(_shipment(Format.XLSX), made_on=MADE_ON)
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    assert book.sheet_names == ["Reports"]
    heading, row = book.get_sheet_by_index(0).to_python()
    assert row[heading.index("reported_on")] == date(2026, 9, 4)
    assert row[heading.index("report_ref")] == "KNT-1"


def test_a_workbook_is_the_same_again() -> None:
    made = [tables.xlsx_bytes(_shipment(Format.XLSX), made_on=MADE_ON) for _ in range(2)]
    assert made[0] == made[1]


def test_a_workbooks_properties_say_what_it_is() -> None:
    with zipfile.ZipFile(io.BytesIO(tables.xlsx_bytes(_shipment(Format.XLSX), made_on=MADE_ON))) as package:
        properties = package.read("docProps/core.xml").decode()
    assert MARK in properties
    assert "2026-10-05T00:00:00Z" in properties
