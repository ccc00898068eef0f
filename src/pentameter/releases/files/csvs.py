"""Each table as CSV, a row a cell, and the description of all of them as metadata for tabular data on the web.

Source: W3C, Metadata Vocabulary for Tabular Data (2015): a group of tables with a schema and a primary key for each.
"""

import csv
import io
import json
import re
from typing import Any

from pentameter.releases.shelf.content import WITHHELD, Content, Range, Table
from pentameter.releases.shelf.files import File

_RISKY = ("=", "+", "-", "@", "\t")
_SIGNS = re.compile(r"[^a-z0-9]+")
CSV = "text/csv; charset=utf-8"


def csvs(content: Content) -> tuple[File, ...]:
    """A file for each table, and one for the ranges."""
    files = [_file(content, one.key, f"CSV: {one.title}", _table(one)) for one in content.tables]
    if content.ranges:
        files.append(_file(content, "ranges", "CSV: ranges", _ranges(content.ranges)))
    return tuple(files)


def columns(table: Table) -> tuple[tuple[str, str], ...]:
    """The columns of a table's file: (name, title)."""
    named = tuple((one.name, one.title) for one in table.dimensions)
    return (*named, ("count", table.counted[:1].upper() + table.counted[1:]), ("status", "Status"))


RANGE_COLUMNS = (("estimate", "Estimate"), ("about", "About"), ("low", "From"), ("high", "To"), ("as_of", "As of"))


def csv_metadata(content: Content, files: tuple[File, ...]) -> File:
    """What each file is, and what its columns hold."""
    described: list[dict[str, Any]] = [
        _described(file.name, table.title, table.source, columns(table), [one.name for one in table.dimensions])
        for file, table in zip(files, content.tables, strict=False)
    ]
    if content.ranges:
        described.append(_described(files[-1].name, "Ranges", content.ranges[0].source, RANGE_COLUMNS, ["estimate"]))
    whole = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "dc:title": content.title,
        "dc:description": content.description.summary,
        "dc:issued": content.published_at.isoformat(),
        "dc:hasVersion": str(content.number),
        "dc:temporal": content.as_of.isoformat(),
        "tables": described,
    }
    body = json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
    name = f"{content.slug}-v{content.number}-csv-metadata.json"
    return File(name, "What the CSV files hold (CSV on the Web)", "application/csvm+json", body)


def _described(url: str, title: str, source: str, named: tuple[tuple[str, str], ...], key: list[str]) -> dict[str, Any]:
    return {
        "url": url,
        "dc:title": title,
        "dc:source": source,
        "tableSchema": {"columns": [_column(*one) for one in named], "primaryKey": key},
    }


def _column(name: str, title: str) -> dict[str, Any]:
    found: dict[str, Any] = {"name": name, "titles": title, "required": name not in ("count", "status")}
    if name in ("count", "low", "high"):
        found |= {"datatype": {"base": "integer", "minimum": 0}, "null": ""}
    elif name == "as_of":
        found |= {"datatype": "date"}
    if name == "status":
        found |= {
            "dc:description": f"{WITHHELD} where the count is withheld, which is not zero; empty elsewhere.",
            "null": "",
        }
    return found


def _table(table: Table) -> str:
    head = [name for name, _ in columns(table)]
    rows = [
        [*codes, "" if count is None else count, WITHHELD if count is None else ""]
        for codes, count in table.cells.items()
    ]
    return _written(head, rows)


def _ranges(ranges: tuple[Range, ...]) -> str:
    rows = [[one.title, one.about, one.low, one.high, one.as_of.isoformat()] for one in ranges]
    return _written([name for name, _ in RANGE_COLUMNS], rows)


def _written(head: list[str], rows: list[list[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([[_tame(cell) for cell in row] for row in rows])
    return out.getvalue()


def _tame(cell: Any) -> Any:
    """A text that a spreadsheet would run is led by an apostrophe."""
    return "'" + cell if isinstance(cell, str) and cell[:1] in _RISKY else cell


def _file(content: Content, key: str, words: str, text: str) -> File:
    name = _SIGNS.sub("-", key.lower()).strip("-")
    return File(f"{content.slug}-v{content.number}-{name}.csv", words, CSV, text.encode())
