"""The files of a release, opened again as their readers open them."""

import csv
import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from python_calamine import CalamineWorkbook

WITHHELD = "[c]"


def rows_of(content: bytes) -> list[dict[str, str]]:
    """A CSV's rows."""
    return list(csv.DictReader(io.StringIO(content.decode())))


def counts_in(content: bytes) -> list[int | None]:
    """What a CSV counts, row by row; None where it is withheld, which it says."""
    rows = rows_of(content)
    assert all((row["count"] == "") == (row["status"] == WITHHELD) for row in rows)
    return [int(row["count"]) if row["count"] else None for row in rows]


def assert_workbook(content: bytes, title: str, counts: list[list[int | None]]) -> None:
    """It opens, says what it is, and each of its tables counts what the table's CSV counts."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert book.sheet_names[:2] == ["Cover", "Contents"]
    cover = " ".join(str(row[0]) for row in book.get_sheet_by_name("Cover").to_python())
    for words in (title, "Version: 1", "It never means zero", "Demonstration data"):
        assert words in cover
    for number, of_table in enumerate(counts, 1):
        sheet = book.get_sheet_by_name(str(number)).to_python()
        cells = [cell for row in sheet for cell in row if isinstance(cell, float) or cell == WITHHELD]
        assert sorted(_number(one) for one in cells) == sorted(-1 if one is None else one for one in of_table)


def _number(cell: object) -> int:
    return int(cell) if isinstance(cell, float) else -1


def assert_package(content: bytes, tables: dict[str, bytes]) -> None:
    """The archive holds the same tables, and its descriptor says of each what it is, with its digest."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    said = json.loads(archive.read("datapackage.json"))
    assert said["threshold"] == 10
    assert {one["path"] for one in said["resources"]} == set(tables)
    for one in said["resources"]:
        body = archive.read(one["path"])
        assert body == tables[one["path"]]
        assert one["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert one["schema"]["fields"][-2]["name"] == "count"


def assert_nothing_given_away(content: bytes, folder: Path) -> None:
    """Whoever has nothing but the file, and knows what adds up to what, cannot come closer than the threshold."""
    file, adds_up = folder / "released.csv", folder / "adds-up.csv"
    rows = [{name: value for name, value in row.items() if name != "status"} for row in rows_of(content)]
    names = [name for name in rows[0] if name != "count"]
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, [*names, "count"])
        writer.writeheader()
        writer.writerows(rows)
    whole = rows[0]
    parts = {(name, row[name], whole[name] * (row[name] != whole[name])) for name in names for row in rows}
    with adds_up.open("w", newline="") as out:
        csv.writer(out).writerows([("dimension", "code", "parent"), *sorted(parts)])
    command = [sys.executable, "-m", "safetables", "attack", str(file), "--hierarchy", str(adds_up), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r'"(high|at_most)"', done.stdout), done.stdout
