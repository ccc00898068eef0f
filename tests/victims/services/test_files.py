import json

from pentameter.victims.rules.htcds import Record
from pentameter.victims.services.files import as_csv, as_json, as_xlsx, headings

RECORDS = [Record({"prs_FirstName": "Zorana", "prs_MobilePhone": "+447700900123"}), Record({"spl_Objectives": "=1+1"})]


def test_core_fields_always_stand_there_and_others_where_something_is_said() -> None:
    names = headings(RECORDS)
    assert {"prs_SecondName", "spl_Objectives", "con_Consent"} <= set(names)
    assert not {"spl_ActionPlan", "vic_Vulnerabilities"} & set(names)


def test_no_cell_is_taken_for_a_formula() -> None:
    text = as_csv(RECORDS).decode("utf-8-sig")
    assert "'=1+1" in text
    assert "'+447700900123" in text


def test_json_and_a_workbook() -> None:
    assert json.loads(as_json(RECORDS))["records"][1] == {"spl_Objectives": "=1+1"}
    assert as_xlsx(RECORDS).startswith(b"PK")
