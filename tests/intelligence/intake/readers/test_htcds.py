import csv
import json
from pathlib import Path

import pytest

from pentameter.intelligence.intake import interpret, readers
from pentameter.intelligence.intake.drafts import RawRow, ReportDraft
from pentameter.intelligence.intake.readers import htcds
from pentameter.intelligence.vocabulary import Act, Indicator, Means, Purpose, Theme
from tests.intelligence.intake.rows import REPORT, TODAY

FACTS = Path(__file__).resolve().parents[5] / "shared/domain/htcds_fields.csv"

BESIDE = {
    name: REPORT[name] for name in ("report_ref", "grade_scheme", "source_grade", "information_grade", "handling_code")
}
RECORD = {
    "prs_First_Name": "Mira",
    "prs_MiddleName": "N/A",
    "prs_SecondName": "Testova",
    "prs_Birthdate": "1989-02-28",
    "prs_Gender": "Feminine",
    "prs_Citizenship": "ROU",
    "prs_MobilePhone": "+44 7700 900417",
    "vic_TraffickingStatus": "ActualVictimOfTrafficking",
    "vic_TypeOfExploitation": "SexualExploitation",
    "vic_Methods_of_Control": "DebtBondage ; FalsePromises;Threats; RestrictsMovement",
    "vic_Vulnerabilities": "Poverty",
    "cas_IncomingReferralDate": "2007-10-05",
    "hte_Date": "2007-10-01",
    "hte_City": "Durham",
    "hte_PostalCode": "DH1 3XX",
    "hte_Country": "GB",
    "hte_Type": "Recruitment",
    "con_Consent": "true",
}


def translated(**fields: str) -> RawRow:
    return htcds.translate(RawRow(1, {htcds.field(name) or name: value for name, value in fields.items()}))


def as_report(row: RawRow) -> ReportDraft:
    made = interpret.report(row, agency="shoreline-refuge", today=TODAY)
    assert isinstance(made, ReportDraft), made
    return made


def test_a_record_becomes_a_report() -> None:
    made = as_report(translated(**RECORD, **BESIDE))
    assert made.theme is Theme.SEXUAL_EXPLOITATION
    assert made.purposes == (Purpose.SEXUAL_EXPLOITATION,)
    assert made.means == (Means.DECEPTION, Means.FORCE)
    assert made.acts == (Act.RECRUITMENT,)
    assert made.indicators == (
        Indicator.DEBT_BONDAGE,
        Indicator.DECEPTION,
        Indicator.INTIMIDATION_AND_THREATS,
        Indicator.RESTRICTION_OF_MOVEMENT,
    )
    person, phone = made.mentions
    assert person.values == {
        "name": "Mira Testova",
        "role": "victim",
        "sex": "female",
        "dob": "1989-02-28",
        "nationality": "RO",
    }
    assert phone.identifier == "+447700900417"
    assert (made.place, made.postcode) == ("Durham", "DH1 3XX")


def test_the_text_identifies_nobody_and_the_original_says_all() -> None:
    made = as_report(translated(**RECORD, **BESIDE))
    assert made.text == (
        "HTCDS 2.0 record. Trafficking Status: actual victim of trafficking. "
        "Type of Exploitation: sexual exploitation. "
        "Methods of Control: debt bondage, false promises, threats, restricts movement."
    )
    assert "Mira" not in made.text
    for value in RECORD.values():
        assert value.strip() == "N/A" or value.strip() in made.original_text


def test_a_grade_is_never_invented() -> None:
    made = interpret.report(translated(**RECORD, report_ref="R-1"), agency="shoreline-refuge", today=TODAY)
    assert isinstance(made, tuple)
    assert {problem.field for problem in made} == {"grade_scheme", "source_grade", "information_grade", "handling_code"}
    assert "grade_scheme" in made[0].sentence


def test_what_stands_in_the_template_s_columns_comes_first() -> None:
    made = as_report(
        translated(**RECORD, **BESIDE, theme="forced_labour", text="Our own words.", agency="shoreline-refuge")
    )
    assert (made.theme, made.text) == (Theme.FORCED_LABOUR, "Our own words.")


@pytest.mark.parametrize(
    ("types", "theme"),
    [
        ("Servitude;ForcedLabour", "forced_labour"),
        ("ChildLabour", "forced_labour"),
        ("ForcedBegging", "criminal_exploitation"),
        ("ForcedMarriage", "unknown"),
        ("", None),
    ],
)
def test_the_theme_is_the_first_that_is_ours(types: str, theme: str | None) -> None:
    assert translated(vic_TypeOfExploitation=types).cells.get("theme") == theme


def test_a_code_that_does_not_exist_is_a_fault() -> None:
    row = translated(**{**RECORD, "vic_MethodsOfControl": "DebtBondage; Hypnosis"})
    assert [(fault.field, fault.code) for fault in row.faults] == [("vic_MethodsOfControl", "code")]
    assert "Hypnosis is not a code of HTCDS 2.0" in row.faults[0].sentence


def test_a_postcode_of_another_country_is_no_postcode_here() -> None:
    row = translated(hte_PostalCode="010011", hte_Country="RO")
    assert "postcode" not in row.cells
    assert "010011" in row.cells["original_text"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("prs_FirstName", "prs_FirstName"),
        ("prs_First_Name", "prs_FirstName"),
        (" PRS_FIRSTNAME ", "prs_FirstName"),
        ("vic_Methods_of_Control", "vic_MethodsOfControl"),
        ("FirstName", None),
        ("prs_ShoeSize", None),
    ],
)
def test_names_with_and_without_inner_underscores(written: str, name: str | None) -> None:
    assert htcds.field(written) == name


def test_the_same_records_as_csv_and_as_json(tmp_path: Path) -> None:
    record = {**RECORD, **BESIDE}
    table, listed = tmp_path / "records.csv", tmp_path / "records.json"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(record))
        writer.writeheader()
        writer.writerow(record)
    listed.write_text(json.dumps([record]), encoding="utf-8")
    made = []
    for path in (table, listed):
        with readers.open_file(path, name=path.name) as source:
            assert source.format == "htcds"
            made += [as_report(row) for row in source.rows()]
    assert made[0] == made[1]


@pytest.mark.skipif(not FACTS.exists(), reason=f"the shared facts are not beside the project: {FACTS}")
def test_every_field_of_the_standard_is_known() -> None:
    with FACTS.open(encoding="utf-8", newline="") as facts:
        fields = {row["full_name"].strip() for row in csv.DictReader(facts)} - {"", "N/A"}
    assert fields == set(htcds.FIELDS)
