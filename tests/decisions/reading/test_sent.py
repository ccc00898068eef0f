"""Lists as they are sent: CSV or workbook, none of whose rows is lost; and one person typed."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from pentameter.decisions.matching import Birth, Subject
from pentameter.decisions.reading import country, read_sent
from pentameter.decisions.reading.typed import subject_of
from pentameter.kernel.in_memory import in_memory
from pentameter.kernel.verdict import Refused

TODAY = date(2026, 11, 23)
HEAD = ("List ID", "First names", "Family name", "Date of birth", "Gender", "Country", "Passport no")
ROW = ("L1", "Mirela", "Marku", date(1990, 3, 25), "f", "Albanian", "DM1234567")
HER = Subject("L1", "", "Mirela", "Marku", Birth(1990, 3, 25), "f", "AL", "DM1234567")


def workbook(*sheets: list[tuple[object, ...]], formula: str = "") -> bytes:
    """A workbook with these sheets."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd"}) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if formula:
                sheet.write_formula(1, 1, formula)
    return out.getvalue()


def read(content: bytes, name: str) -> list[Subject]:
    """The lines of what was sent."""
    with in_memory(content) as path:
        return list(read_sent(path, TODAY, name=name))


def test_a_workbook_is_read_as_a_csv_is() -> None:
    assert read(workbook([HEAD, ROW]), "flight.xlsx") == [HER]
    csv = ",".join(HEAD) + "\nL1,Mirela,Marku,25/03/1990,f,Albanian,DM1234567\n"
    assert read(csv.encode(), "flight.csv") == [HER]


def test_a_second_sheet_with_rows_is_refused_and_never_left_out() -> None:
    with pytest.raises(Refused, match="all hold rows"):
        read(workbook([HEAD, ROW], [ROW]), "flight.xlsx")


def test_a_row_with_a_formula_cannot_rule_anybody_out() -> None:
    (line,) = read(workbook([HEAD, ROW], formula='="Mi"&"rela"'), "flight.xlsx")
    assert not line.is_whole
    assert "formula" in line.doubts[0]


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "flight.csv", "empty"),
        (b'[{"name": "Mirela"}]', "flight.json", "JSON"),
        (b"%PDF-1.7", "flight.pdf", "PDF"),
        (workbook([]), "flight.xlsx", "no rows"),
        (workbook([("soup", "bread"), ("hot", "new")]), "menu.xlsx", "no column for names"),
        (b"name\nMirela Marku\n", "flight.xlsx", "what it holds is CSV"),
    ],
)
def test_what_is_no_list_says_what_to_do(content: bytes, name: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read(content, name)


def test_one_person_typed_is_read_as_a_row_is() -> None:
    cells = {"id": "7", "name": "Mirela Marku", "dob": "25/03/1990", "nationality": "Albanian", "note": "x"}
    expected = Subject("7", "Mirela Marku", born=Birth(1990, 3, 25), nationality="AL")
    assert subject_of(cells, number=1, today=TODAY) == expected
    assert subject_of({"name": "M", "dob": "spring"}, number=1, today=TODAY).doubts


def test_countries() -> None:
    assert (country("Albanian"), country("Atlantis"), country(" ")) == ("AL", "", "")
