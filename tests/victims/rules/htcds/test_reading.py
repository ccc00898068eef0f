"""Every quirk of the standard's tables is read, and what is wrong says field and reason without repeating the fact."""

import pytest

from pentameter.victims.rules.htcds import read_record
from tests.victims.rules.htcds.tools import TOOLS, read


@pytest.mark.parametrize(
    ("field", "said", "read_as"),
    [
        ("vic_MethodsOfControl", "DebtBondage ", "DebtBondage"),
        ("vic_MethodsOfControl", "DebtBondage ;FalsePromises", "DebtBondage;FalsePromises"),
        ("vic_MethodsOfControl", "Threats", "PhysicalThreats"),
        ("vic_MethodsOfControl", "ThreatOfLawEnforcement", "ThreatsLawEnforcement"),
        ("vic_MethodsOfControl", "PsychoactiveSubstances", "PsychoactiveSubstance"),
        ("vic_MethodsOfControl", "RestrictsMovement; UsesChildren", "RestrictsMovement;UsesChildren"),
        ("vic_RelationshipToTrafficker", "Unacquainted", "Unaquainted"),
        ("vic_TypeOfExploitation", "Sexual exploitation, Forced labour", "SexualExploitation;ForcedLabour"),
        ("vic_RecruitmentWebsitesAndApps", "Facebook;A site of their own", "Facebook;A site of their own"),
        ("prs_PrimaryLanguage", "alb", "sqi"),
        ("prs_PrimaryLanguage", "sq", "sqi"),
        ("prs_Citizenship", "ro; MD", "RO;MD"),
        ("prs_MobilePhone", "'+447700900123", "+447700900123"),
        ("prs_Birthdate", "1989", "1989"),
        ("prs_Birthdate", "1989-02", "1989-02"),
        ("con_Consent", "TRUE", "true"),
        ("con_Consent", "no", "false"),
        ("prs_NumberOfChildren", "2.0", "2"),
        ("prs_IdentityNumber", "A1; B2;A1", "A1; B2"),
    ],
)
def test_it_is_read_in_one_way_of_writing(field: str, said: str, read_as: str) -> None:
    assert read(**{field: said})[field] == read_as


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("vic_MethodsOfControl", "DebtBondage;SomethingElse"),
        ("vic_TraffickingStatus", "Maybe"),
        ("prs_Birthdate", "1989-02-30"),
        ("prs_NumberOfChildren", "two"),
        ("prs_MobilePhone", "ask her sister"),
        ("prs_Citizenship", "Ruritania"),
        ("con_Consent", "perhaps"),
        ("cco_CaseComment", "x" * 10_001),
    ],
)
def test_what_is_wrong_names_the_field_and_never_what_it_holds(field: str, said: str) -> None:
    _, (fault,) = read_record({field: said}, TOOLS)
    assert fault.field == field
    assert said not in fault.sentence


def test_a_record_that_says_nothing_is_no_case() -> None:
    record, (fault,) = read_record({"prs_FirstName": "  ", "prs_SecondName": ""}, TOOLS)
    assert not record.said
    assert fault.field == "record"


def test_what_the_standard_does_not_have_is_kept() -> None:
    assert read(own_column="something of their own")["own_column"] == "something of their own"


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ud800", "\uffff"])
@pytest.mark.parametrize("name", ["prs_SecondName", "of_their_own"])
def test_a_sign_that_is_no_text_is_a_fault_of_its_field(name: str, sign: str) -> None:
    record, (fault,) = read_record({name: f"Te{sign}stova", "prs_FirstName": "Zorana"}, TOOLS)
    assert (fault.field, record["prs_FirstName"]) == (name, "Zorana")
    assert "no text" in fault.sentence
    _, (fault,) = read_record({f"x{sign}y": "1"}, TOOLS)
    assert fault.field == "x\ufffdy"
