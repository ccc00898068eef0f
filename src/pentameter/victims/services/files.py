"""HTCDS records as files: CSV, JSON, and a workbook. Written in memory; what leaves is never put down here."""

import csv
import io
import json
from collections.abc import Sequence

import xlsxwriter

from pentameter.intelligence.api import safe_cell
from pentameter.victims.rules.htcds import FIELDS, Record


def headings(records: Sequence[Record]) -> list[str]:
    """The fields that at least one record says something in, and all core ones that are in use."""
    said = {name for record in records for name in record.said}
    return [name for name, field in FIELDS.items() if name in said or (field.core and not field.deprecated)]


def as_csv(records: Sequence[Record]) -> bytes:
    """As CSV in UTF-8. No spreadsheet takes a cell for a formula; reading it here takes the sign for that off again."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    names = headings(records)
    writer.writerow(names)
    writer.writerows([safe_cell(record[name]) for name in names] for record in records)
    return stream.getvalue().encode("utf-8-sig")


def as_json(records: Sequence[Record]) -> bytes:
    """As a list of records, each with the fields that it says something in."""
    said = {"form": "htcds", "standard": "HTCDS", "version": "2.0", "records": [dict(one.said) for one in records]}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def as_xlsx(records: Sequence[Record]) -> bytes:
    """As a workbook, every cell as text."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Cases")
    names = headings(records)
    sheet.write_row(0, 0, names, book.add_format({"bold": True}))
    sheet.freeze_panes(1, 0)
    for number, record in enumerate(records, start=1):
        for place, name in enumerate(names):
            if record[name]:
                sheet.write_string(number, place, record[name])
    book.close()
    return stream.getvalue()
