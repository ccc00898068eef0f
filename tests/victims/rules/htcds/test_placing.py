"""Where a record's facts go: nothing is lost, and nothing of where she is lies in the open facts."""

from datetime import date

import pytest

from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.htcds import placed
from tests.victims.rules.htcds.tools import read

TODAY = date(2026, 11, 24)


def test_names_a_birth_and_numbers_become_who_she_is() -> None:
    case, faults = placed(
        read(
            prs_FirstName="Zorana",
            prs_MiddleName="Ana",
            prs_SecondName="Testova",
            prs_Birthdate="1998-03-17",
            prs_Gender="TransgenderFeminine",
            prs_Citizenship="BG;RO",
            prs_MobilePhone="+447700900123",
            prs_HomePhone="+441632960001",
            prs_PrimaryLanguage="bul",
            prs_IdentityNumber="DM1; DM2",
            cas_IncomingReferralDate="2026-11-20",
        ),
        today=TODAY,
        age_unknown=Age.MAYBE_CHILD,
    )
    who = case.identity
    assert not faults
    assert (who.given, who.surname, who.born, who.sex) == ("Zorana Ana", "Testova", "1998-03-17", "female")
    assert (who.nationality, who.documents) == ("BG", ("DM1", "DM2"))
    assert who.phones == ("+447700900123", "+441632960001")
    assert (case.practical.language, case.age, case.found_on) == ("bg", Age.ADULT, date(2026, 11, 20))
    assert case.further["prs_Gender"] == "TransgenderFeminine"


def test_a_mailing_address_is_whereabouts_and_nothing_else() -> None:
    record = read(prs_FirstName="Zorana", prs_MailingStreet="1 Nowhere Lane", prs_MailingCity="Durham")
    case, _ = placed(record, today=TODAY, age_unknown=Age.ADULT)
    assert case.whereabouts.where == "1 Nowhere Lane, Durham"
    assert not [name for name in case.further if name.startswith("prs_Mailing")]


def test_a_single_name_is_what_she_is_called() -> None:
    case, _ = placed(read(prs_FirstName="Zorana"), today=TODAY, age_unknown=Age.ADULT)
    assert (case.identity.name, case.identity.given) == ("Zorana", "")


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2008-11-24", Age.ADULT),
        ("2008-11-25", Age.CHILD),
        ("2008", Age.MAYBE_CHILD),
        ("2008-11", Age.MAYBE_CHILD),
        ("2007-12", Age.ADULT),
        ("2007", Age.ADULT),
        ("2009", Age.CHILD),
        ("", Age.MAYBE_CHILD),
    ],
)
def test_who_may_be_a_child_counts_as_one(born: str, age: Age) -> None:
    cells = {"prs_FirstName": "Zorana"} | ({"prs_Birthdate": born} if born else {})
    assert placed(read(**cells), today=TODAY, age_unknown=Age.MAYBE_CHILD)[0].age is age


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"cas_IncomingReferralDate": "2026-11-25"}, "cas_IncomingReferralDate"),
        ({"cas_IncomingReferralDate": "1999-12-31"}, "cas_IncomingReferralDate"),
        ({"prs_Birthdate": "2026-11-22", "cas_IncomingReferralDate": "2026-11-21"}, "prs_Birthdate"),
        ({"prs_Birthdate": "2026-12-01"}, "prs_Birthdate"),
        ({"prs_Birthdate": "1890-01-01"}, "prs_Birthdate"),
    ],
)
def test_impossible_days_have_their_sentence(cells: dict[str, str], field: str) -> None:
    _, (fault,) = placed(read(**cells), today=TODAY, age_unknown=Age.ADULT)
    assert fault.field == field
