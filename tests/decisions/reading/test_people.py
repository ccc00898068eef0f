"""Lists under whatever headings they come."""

from datetime import date
from pathlib import Path

import pytest

from pentameter.decisions.matching import Birth, Subject
from pentameter.decisions.reading import read

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "headings",
    [
        "id,given_name,surname,dob,sex,nationality,doc_no",
        "List ID,First names,Family name,Date of birth,Gender,Country,Passport no",
        "REF,Forename,Last_Name,Born,SEX,Citizenship,Document number",
    ],
)
def test_headings_in_other_words(tmp_path: Path, headings: str) -> None:
    (tmp_path / "list.csv").write_text(f"{headings}\nL1,Mirela,Marku,25/03/1990,f,Albanian,DM1234567\n", "utf-8")
    born = Birth(1990, 3, 25)
    expected = Subject("L1", "", "Mirela", "Marku", born, "f", "AL", "DM1234567")
    assert list(read(tmp_path / "list.csv", TODAY)) == [expected]


def test_columns_that_are_not_asked_for_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("flight,name,id\nXX12,Mirela Marku,L1\n", "utf-8")
    assert list(read(tmp_path / "list.csv", TODAY)) == [Subject("L1", "Mirela Marku")]


def test_what_stands_for_not_known_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("id,name,dob,doc_no\nL1,Mirela Marku,N/K,unknown\n", "utf-8")
    assert list(read(tmp_path / "list.csv", TODAY)) == [Subject("L1", "Mirela Marku")]
