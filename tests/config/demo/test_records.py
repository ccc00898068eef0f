from datetime import date

from pentameter.config.demo import records
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.senders import Format
from pentameter.config.demo.shipments import Line, Shipment

ROW = {
    "agency": "northern-support",
    "report_ref": "NS-26-00001",
    "reported_on": "2026-09-04",
    "event_from": date(2026, 9, 1),
    "force_area": "Durham",
    "place": "Durham",
    "postcode": "",
    "theme": "forced_labour",
    "acts": "recruitment; harbouring",
    "means": "deception",
    "purposes": "forced_labour",
    "indicators": "debt_bondage; isolation",
    "grade_scheme": "3x5x2",
    "source_grade": "2",
    "information_grade": "B",
    "handling_code": "C",
    "handling_conditions": "Ask first.",
    "handling_recipients": "durham; kent",
    "malicious": "no",
    "text": f"Said in Durham. {MARK}.",
    "person1_name": "Mira Bela Testova",
    "person1_role": "victim",
    "person1_sex": "female",
    "person2_name": "Ivo Testov",
    "person2_role": "suspect",
    "phone1": "+44 7700 900417",
    "price": "",
}


def _shipment(form: Format) -> Shipment:
    return Shipment("ns/a.json", "northern-support", "reports", 2, form, (Line(ROW),))


def test_a_referral_in_the_national_form() -> None:
    made = records.nrm(_shipment(Format.NRM_JSON))
    assert (made["form"], made["version"], made["agency"]) == ("nrm", 1, "northern-support")
    [referral] = made["referrals"]  # type: ignore[misc]
    assert referral["reference"] == "NS-26-00001"
    assert referral["grade"]["recipients"] == ["durham", "kent"]
    assert referral["grade"]["malicious"] is False
    assert referral["potential_victim"] == {"name": "Mira Bela Testova", "role": "victim", "sex": "female"}
    assert referral["others"] == [{"name": "Ivo Testov", "role": "suspect"}]
    assert referral["exploitation"]["from"] == "2026-09-01"
    assert referral["exploitation"]["acts"] == ["recruitment", "harbouring"]
    assert "vehicle" not in referral


def test_a_record_of_the_case_data_standard() -> None:
    made = records.htcds(_shipment(Format.HTCDS))
    assert (made["form"], made["version"]) == ("htcds", "2.0")
    [record] = made["records"]  # type: ignore[misc]
    assert (record["prs_First_Name"], record["prs_SecondName"]) == ("Mira Bela", "Testova")
    assert record["vic_TypeOfExploitation"] == "ForcedLabour"
    assert record["vic_TraffickingStatus"] == "ActualVictimOfTrafficking"
    assert record["vic_Methods_of_Control"] == "DebtBondage ;PsychologicalAbuse"
    assert record["person2_role"] == "suspect"
    assert "theme" not in record


def test_a_theme_that_the_standard_lacks_stands_beside_it() -> None:
    line = Line({**ROW, "theme": "domestic_servitude"})
    made = records.htcds(Shipment("a", "b", "reports", 2, Format.HTCDS, (line,)))
    [record] = made["records"]  # type: ignore[misc]
    assert record["theme"] == "domestic_servitude"
    assert "vic_TypeOfExploitation" not in record
