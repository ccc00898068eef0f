"""HTCDS records for those who keep cases: by any spelling of a field's name, untranslated, with nothing dropped."""

import json
from pathlib import Path

import pytest

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers.htcds_records import open_records


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _cells(path: Path) -> list[dict[str, str]]:
    with open_records(path, name=path.name) as source:
        return [dict(row.cells) for row in source.rows()]


def test_both_spellings_of_names_and_columns_of_their_own(tmp_path: Path) -> None:
    text = "prs_First_Name;prs_SecondName;Our Own\nZorana;Testova;kept\n;;\nMilena;Probna;\n"
    assert _cells(_file(tmp_path, "cases.csv", text)) == [
        {"prs_FirstName": "Zorana", "prs_SecondName": "Testova", "our_own": "kept"},
        {"prs_FirstName": "Milena", "prs_SecondName": "Probna", "our_own": ""},
    ]


def test_json_as_a_list_or_under_records(tmp_path: Path) -> None:
    record = {
        "prs_FirstName": "Zorana",
        "vic_Methods_of_Control": ["DebtBondage ", "FalsePromises"],
        "con_Consent": True,
    }
    for name, said in (("a.json", [record]), ("b.json", {"form": "htcds", "records": [record]})):
        (cells,) = _cells(_file(tmp_path, name, json.dumps(said)))
        assert cells["vic_MethodsOfControl"] == "DebtBondage ; FalsePromises"
        assert cells["con_Consent"] == "yes"


def test_a_field_in_two_spellings_is_a_fault_of_its_row(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.json", json.dumps([{"prs_FirstName": "A", "prs_First_Name": "B"}, "no record"]))
    with open_records(path, name=path.name) as source:
        assert [len(row.faults) for row in source.rows()] == [1, 1]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.csv", "name,dob\nZorana,1990-01-01\n", "headings_unknown"),
        ("a.csv", "prs_FirstName,prs_First_Name,prs_SecondName\nA,B,C\n", "columns_twice"),
        ("a.csv", "prs_FirstName,prs_SecondName\n", "no_rows"),
        ("a.json", "[]", "no_rows"),
        ("a.json", '[{"name": "Zorana"}]', "json_form"),
        ("a.json", "[{]", "json"),
        ("a.csv", "", "empty"),
        ("a.xlsx", "prs_FirstName,prs_SecondName\nA,B\n", "extension"),
    ],
)
def test_what_is_no_file_of_records_is_refused_with_what_to_do(tmp_path: Path, name: str, text: str, code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        _cells(_file(tmp_path, name, text))
    assert refused.value.code == code
    assert refused.value.sentence.endswith(".")
