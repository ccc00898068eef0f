import gc
import io
import os
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import psutil
import pytest
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from pentameter.intelligence.intake import interpret, readers, templates
from pentameter.intelligence.intake.drafts import FileKind, FileRefused, RawRow, ReportDraft
from pentameter.intelligence.intake.readers import xlsx
from pentameter.intelligence.intake.readers.guide import GUIDE
from tests.intelligence.intake import bad_files
from tests.intelligence.intake.bad_files import HEADINGS, fill, replaced, with_parts, workbook
from tests.intelligence.intake.rows import REPORT, RETURN, TODAY


def read(content: bytes, tmp_path: Path, name: str = "week.xlsx") -> list[RawRow]:
    path = tmp_path / "received"
    path.write_bytes(content)
    with readers.open_file(path, name=name) as source:
        assert source.format == "xlsx"
        return list(source.rows())


def refusal(content: bytes, tmp_path: Path, name: str = "week.xlsx") -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        read(content, tmp_path, name)
    assert refused.value.sentence.endswith(".")
    assert name in refused.value.sentence
    assert not children()
    return refused.value


def children() -> list[psutil.Process]:
    gc.collect()
    return [one for one in psutil.Process(os.getpid()).children() if "xlsx_child" in " ".join(one.cmdline())]


def test_rows_as_they_were_typed(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_datetime(1, HEADINGS.index("reported_on"), datetime(2007, 10, 5), day)  # noqa: DTZ001
        sheet.write_datetime(1, HEADINGS.index("event_from"), datetime(2007, 10, 1, 14, 30), moment)  # noqa: DTZ001
        sheet.write_string(1, HEADINGS.index("person1_dob"), "28/02/1989")
        sheet.write_number(1, HEADINGS.index("phone1"), 7700900417)
        sheet.write_number(1, HEADINGS.index("price"), 60.5)
        sheet.write_boolean(1, HEADINGS.index("advertised"), True)

    (row,) = read(workbook(change), tmp_path)
    assert row.number == 2
    assert {name: cell for name, cell in row.cells.items() if cell} == {
        **REPORT,
        "reported_on": "2007-10-05",
        "event_from": "2007-10-01 14:30",
        "person1_dob": "28/02/1989",
        "phone1": "7700900417",
        "price": "60.5",
        "advertised": "yes",
    }
    made = interpret.report(RawRow(2, {**row.cells, "currency": "GBP"}), agency="durham", today=TODAY)
    assert isinstance(made, ReportDraft)
    assert (made.reported_on, made.event_from) == (date(2007, 10, 5), date(2007, 10, 1))
    assert made.mentions[1].identifier == "+447700900417"


@pytest.mark.parametrize(("kind", "cells"), [(FileKind.REPORTS, REPORT), (FileKind.RETURNS, RETURN)])
def test_the_template_filled_in_is_read(kind: FileKind, cells: dict[str, str], tmp_path: Path) -> None:
    content = templates.xlsx_template(kind)
    row = "".join(f'<c t="inlineStr"><is><t>{cells.get(name, "")}</t></is></c>' for name in templates.names(kind))
    filled = replaced(
        content, "xl/worksheets/sheet1.xml", b"</row></sheetData>", f"</row><row>{row}</row></sheetData>".encode()
    )
    (read_row,) = read(filled, tmp_path)
    assert {name: cell for name, cell in read_row.cells.items() if cell} == cells


def test_the_sheet_with_the_headings_is_found_among_others(tmp_path: Path) -> None:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet("Notes").write_string(0, 0, "Written on a train.")
        book.add_worksheet(GUIDE).write_row(0, 0, HEADINGS)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Notes!$A$1:$A$2"})
        book.add_chartsheet("Chart").set_chart(chart)
        fill(book, "Week 40")
    assert len(read(content.getvalue(), tmp_path)) == 1


def test_empty_rows_are_none_and_numbers_stay_those_of_the_sheet(tmp_path: Path) -> None:
    assert [row.number for row in read(workbook(rows=[{}, REPORT, {}, {}, REPORT]), tmp_path)] == [3, 6]


def test_rows_can_be_read_again_and_from_the_middle(tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(workbook(rows=[{**REPORT, "report_ref": str(n)} for n in range(5)]))
    with readers.open_file(path, name="week.xlsx") as source:
        first = [row.cells["report_ref"] for row in source.rows()]
        assert first == list("01234")
        assert [row.cells["report_ref"] for row in source.rows(skip=3)] == ["3", "4"]
        next(source.rows())
    assert not children()


def test_a_formula_goes_to_quarantine_with_its_column(tmp_path: Path) -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_formula(1, HEADINGS.index("place"), '=WEBSERVICE("x")', value="Durham")

    (row,) = read(workbook(change), tmp_path)
    assert row.cells["place"] == "Durham"
    assert [fault.code for fault in row.faults] == ["formula"]
    assert row.faults[0].sentence.startswith("Row 2: column G holds a formula")


def test_hidden_sheets_are_refused_by_name(tmp_path: Path) -> None:
    def change(book: Workbook, _: Worksheet) -> None:
        fill(book, "Sources").hide()
        book.add_worksheet("Old & new").very_hidden()

    refused = refusal(workbook(change), tmp_path)
    assert refused.code == "hidden_sheets"
    assert "the sheets Sources and Old & new are hidden" in refused.sentence


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (lambda sheet: sheet.set_row(2, None, None, {"hidden": True}), "row 3 is hidden"),
        (lambda sheet: sheet.set_row(2, 0), "row 3 is hidden"),
    ],
)
def test_hidden_rows_are_refused_by_number(options: Callable[[Worksheet], object], said: str, tmp_path: Path) -> None:
    content = workbook(lambda _, sheet: options(sheet), rows=[REPORT] * 3)
    refused = refusal(content, tmp_path)
    assert refused.code == "hidden_rows"
    assert said in refused.sentence
    assert "Reports" in refused.sentence


def test_hidden_columns_are_refused_by_letter(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.set_column("C:D", None, None, {"hidden": True})
        sheet.set_column("F:F", 0)

    refused = refusal(workbook(change), tmp_path)
    assert refused.code == "hidden_columns"
    assert "columns C, D and F are hidden" in refused.sentence


def test_rows_and_columns_hidden_beyond_the_table_hide_nothing(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.set_column("CA:XFD", None, None, {"hidden": True})
        sheet.set_row(900, None, None, {"hidden": True})

    assert len(read(workbook(change), tmp_path)) == 1


def test_two_sheets_with_rows_are_refused_by_their_names(tmp_path: Path) -> None:
    refused = refusal(workbook(lambda book, _: fill(book, "Week 41") and None), tmp_path)
    assert refused.code == "several_sheets"
    assert "the sheets Reports and Week 41 all hold rows" in refused.sentence


def test_a_sheet_that_goes_on_without_headings_is_not_left_out(tmp_path: Path) -> None:
    def change(book: Workbook, _: Worksheet) -> None:
        book.add_worksheet("Sheet2").write_row(0, 0, [REPORT.get(name, "") for name in HEADINGS])

    refused = refusal(workbook(change), tmp_path)
    assert refused.code == "several_sheets"
    assert "the sheets Reports and Sheet2 all hold rows" in refused.sentence


def test_a_second_sheet_with_headings_and_no_rows_is_none(tmp_path: Path) -> None:
    assert len(read(workbook(lambda book, _: fill(book, "Week 41", []) and None), tmp_path)) == 1


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/vbaProject.bin": b"macro"}, "macros"),
        ({"xl/macrosheets/sheet1.xml": b"<x/>"}, "macros"),
        ({"xl/externalLinks/externalLink1.xml": b"<x/>"}, "external_links"),
        ({"xl/connections.xml": b"<x/>"}, "external_links"),
        ({"xl/queryTables/queryTable1.xml": b"<x/>"}, "external_links"),
        ({"xl/embeddings/oleObject1.bin": b"x"}, "embedded_objects"),
        ({"xl/activeX/activeX1.xml": b"<x/>"}, "embedded_objects"),
        (
            {
                "xl/worksheets/_rels/sheet1.xml.rels": b'<Relationships><Relationship Id="r" Type="http://x/image" '
                b'Target="http://tracker.example/p.png" TargetMode="External"/></Relationships>'
            },
            "external_links",
        ),
    ],
)
def test_what_a_workbook_carries_beside_its_cells(parts: dict[str, bytes], code: str, tmp_path: Path) -> None:
    assert refusal(with_parts(workbook(), parts), tmp_path).code == code


def test_a_workbook_that_calls_itself_one_with_macros(tmp_path: Path) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    content = replaced(
        workbook(), "[Content_Types].xml", plain, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    assert refusal(content, tmp_path).code == "macros"
    assert refusal(workbook(), tmp_path, "week.xlsm").code == "macros"


def test_a_link_to_click_on_is_no_external_link(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_url(1, HEADINGS.index("place"), "https://adverts.example/", string="Durham")

    assert len(read(workbook(change), tmp_path)) == 1


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
def test_a_truncated_package(kept: float, tmp_path: Path) -> None:
    content = workbook()
    assert refusal(content[: int(len(content) * kept)], tmp_path).code == "damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bad_files.with_wrong_checksum, "damaged"),
        (lambda: bad_files.with_wrong_size(5, said=1000), "damaged"),
        (lambda: bad_files.with_wrong_size(5, said=500 * 1024**2), "too_large_unpacked"),
        (lambda: bad_files.zip_bomb(60), "too_large_unpacked"),
        (bad_files.encrypted_zip, "password"),
        (bad_files.encrypted_ole, "password"),
    ],
    ids=["checksum", "more than said", "less than said", "bomb", "encrypted part", "protected"],
)
def test_damaged_protected_and_exploding_packages(content: Callable[[], bytes], code: str, tmp_path: Path) -> None:
    assert refusal(content(), tmp_path).code == code


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>'
    content = replaced(workbook(), "xl/worksheets/sheet1.xml", b"<worksheet ", bomb + b"<x ")
    assert refusal(content, tmp_path).code == "damaged"


def test_a_cell_far_to_the_right(tmp_path: Path) -> None:
    refused = refusal(workbook(lambda _, sheet: sheet.write_string("XFD1", "x") and None), tmp_path)
    assert refused.code == "too_many_columns"
    assert "16,384" in refused.sentence


def test_a_cell_far_below_is_only_far_below(tmp_path: Path) -> None:
    rows = read(workbook(lambda _, sheet: sheet.write_string(99_999, 0, "durham") and None), tmp_path)
    assert [row.number for row in rows] == [2, 100_000]


def test_a_workbook_that_takes_too_much_memory_costs_its_own_process_only(tmp_path: Path) -> None:
    def change(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_string(1_048_575, 53, "x")

    assert refusal(workbook(change), tmp_path).code in {"unreadable", "too_large_unpacked"}


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LARGEST_WORKBOOK", 10)
    assert refusal(workbook(), tmp_path).code == "too_large"


def test_a_child_that_says_nothing_for_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "SECONDS_FOR_WORKBOOK", 0)
    refused = refusal(workbook(), tmp_path)
    assert refused.code == "unreadable"
    assert "in reasonable time" in refused.sentence


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_parts_that_are_no_xml(part: str, tmp_path: Path) -> None:
    assert refusal(with_parts(workbook(), {part: b"<broken"}), tmp_path).code in {"damaged", "empty"}


def test_a_package_without_its_relations(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(content, "w") as new:
        for part in old.infolist():
            if part.filename != "xl/_rels/workbook.xml.rels":
                new.writestr(part, old.read(part))
    assert refusal(content.getvalue(), tmp_path).code == "damaged"


def test_a_workbook_without_rows(tmp_path: Path) -> None:
    assert refusal(templates.xlsx_template(FileKind.REPORTS), tmp_path).code == "no_rows"


def test_the_child_is_gone_when_reading_stops_early(tmp_path: Path) -> None:
    path = tmp_path / "received"
    path.write_bytes(workbook(rows=[REPORT] * 3000))
    with readers.open_file(path, name="week.xlsx") as source:
        next(source.rows())
        assert children()
    assert not children()
