"""The files of a release: opened again they say what was signed, and made again they are the same."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from pentameter.releases.files import files_of
from pentameter.releases.shelf.files import File
from pentameter.releases.shelf.freezing import digest, freeze
from releases.scene import WORDS, content, table, withheld

CONTENT = content(withheld(table()), table(key="=second table", population="other"))
DIGEST = digest(freeze(CONTENT))


@pytest.fixture(scope="module")
def files() -> dict[str, File]:
    """By the end of their names."""
    return {one.name.removeprefix("people-found-v1"): one for one in files_of(CONTENT, DIGEST)}


def _json(file: File) -> Any:
    return json.loads(file.body)


def test_made_again_they_are_the_same(files: dict[str, File]) -> None:
    again = {one.name: one.digest for one in files_of(CONTENT, DIGEST)}
    assert again == {one.name: one.digest for one in files.values()}


def test_each_table_is_a_csv_with_a_row_for_each_cell(files: dict[str, File]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["-found.csv"].body.decode())))
    assert len(rows) == len(CONTENT.tables[0].values)
    assert rows[0] == {"area": "All areas", "sex": "All sexes", "count": "129", "status": ""}
    durham = next(row for row in rows if (row["area"], row["sex"]) == ("Durham", "Female"))
    assert (durham["count"], durham["status"]) == ("", "[c]")


def test_no_withheld_count_is_in_any_file(files: dict[str, File]) -> None:
    """3, 12, 40 and 25 are withheld in the first table; the second shows them, so it is left out here."""
    alone = {one.name: one for one in files_of(content(withheld(table())), DIGEST)}
    text = alone["people-found-v1-found.csv"].body.decode()
    assert "Durham,Female,3" not in text
    assert "Durham,Female,,[c]" in text
    assert ">3<" not in alone["people-found-v1.html"].body.decode()


def test_metadata_describe_every_csv_and_its_columns(files: dict[str, File]) -> None:
    said = _json(files["-csv-metadata.json"])
    assert said["@context"][0] == "http://www.w3.org/ns/csvw"
    tables = {one["url"]: one for one in said["tables"]}
    assert set(tables) == {one.name for one in files.values() if one.name.endswith(".csv")}
    for url, one in tables.items():
        file = next(each for each in files.values() if each.name == url)
        head = next(csv.reader(io.StringIO(file.body.decode())))
        assert [column["name"] for column in one["tableSchema"]["columns"]] == head
        assert set(one["tableSchema"]["primaryKey"]) <= set(head)


def test_the_package_names_every_file_with_its_digest_and_types(files: dict[str, File]) -> None:
    said = _json(files["-datapackage.json"])
    assert said["digest"] == f"sha256:{DIGEST}"
    assert said["preReleaseAccess"] == ["Ada Quill, press officer"]
    for resource in said["resources"]:
        file = next(each for each in files.values() if each.name == resource["path"])
        assert resource["hash"] == f"sha256:{file.digest}"
        assert resource["bytes"] == len(file.body)
        rows = list(csv.DictReader(io.StringIO(file.body.decode())))
        fields = {one["name"]: one["type"] for one in resource["schema"]["fields"]}
        assert set(rows[0]) == set(fields)
        assert all(
            row[name] == "" or row[name].isdecimal() for row in rows for name in fields if fields[name] == "integer"
        )


def test_the_archive_holds_them_all(files: dict[str, File]) -> None:
    archive = zipfile.ZipFile(io.BytesIO(files[".zip"].body))
    assert "datapackage.json" in archive.namelist()
    for name in archive.namelist():
        if name != "datapackage.json":
            assert archive.read(name) == next(one for one in files.values() if one.name == name).body


def test_the_workbook_opens_and_has_a_sheet_for_each_table(files: dict[str, File]) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(files[".xlsx"].body))
    assert book.sheet_names == ["Cover", "Contents", "Notes", "About", "1", "2", "Ranges"]
    cells = book.get_sheet_by_name("1").to_python()
    assert ["Durham", 15, "[c]", "[c]"] in [row[:4] for row in cells]
    cover = str(book.get_sheet_by_name("Cover").to_python())
    assert DIGEST in cover


def test_the_page_is_one_file_that_fetches_nothing(files: dict[str, File]) -> None:
    page = files[".html"].body.decode()
    assert "<h1>People found</h1>" in page
    assert "default-src 'none'" in page
    for sign in ("<script", "src=", 'href="http', "@import"):
        assert sign not in page
    assert "Most people were found in the north." in page
    assert DIGEST in page


def test_what_people_wrote_runs_nowhere() -> None:
    nasty = "<script>alert(1)</script> =1+1 $$n1$$ [a](http://example.org)"
    made = files_of(content(title=nasty[:60], description=replace(WORDS, summary=nasty, method=nasty)), DIGEST)
    page = next(one for one in made if one.name.endswith(".html")).body.decode()
    assert "<script" not in page
    book = next(one for one in made if one.name.endswith(".xlsx"))
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(book.body)).read("xl/worksheets/sheet4.xml").decode()
