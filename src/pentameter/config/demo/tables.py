"""Tables made from the template: CSV in any encoding, and workbooks."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

import xlsxwriter

from pentameter.config.demo.dialects import Written
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.shipments import Shipment
from pentameter.intelligence.intake import columns
from pentameter.intelligence.intake.drafts import FileKind


def csv_bytes(shipment: Shipment) -> bytes:
    """The file as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=shipment.delimiter, lineterminator="\r\n")
    headings = columns.names(FileKind(shipment.kind))
    writer.writerow(headings)
    writer.writerows(_values(headings, (line.cells for line in shipment.lines)))
    return stream.getvalue().encode(shipment.encoding)


def xlsx_bytes(shipment: Shipment, *, made_on: date) -> bytes:
    """The file as a workbook. The day stands in its properties instead of the moment, so that it is the same again."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": f"{shipment.agency}, {shipment.kind}",
            "comments": MARK,
            "created": datetime.combine(made_on, time(), UTC),
        }
    )
    sheet = book.add_worksheet(shipment.kind.capitalize())
    headings = columns.names(FileKind(shipment.kind))
    sheet.write_row(0, 0, headings, book.add_format({"bold": True}))
    sheet.freeze_panes(1, 2)
    days = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, values in enumerate(_values(headings, (line.cells for line in shipment.lines)), start=1):
        for place, value in enumerate(values):
            _put(sheet, (number, place), value, days)
    book.close()
    return stream.getvalue()


def _values(headings: Sequence[str], rows: Iterable[Written]) -> Iterable[list[str | date]]:
    return ([row.get(heading, "") for heading in headings] for row in rows)


def _put(
    sheet: xlsxwriter.worksheet.Worksheet, at: tuple[int, int], value: str | date, days: xlsxwriter.format.Format
) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*at, value, days)
    elif value:
        sheet.write_string(*at, value)
