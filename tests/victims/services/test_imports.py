"""Cases from another system: every row is accounted for, nothing doubles, and protection begins with each."""

import json
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import pytest

from cast import caseworker, cleveland_sergeant, durham_constable, durham_sergeant, in_database, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseImport, Consent, FurtherFacts, ImportedRow, Standing
from pentameter.victims.queries.consents import consent_stands
from pentameter.victims.queries.imports import further_of
from pentameter.victims.queries.opening import opened
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Purpose
from pentameter.victims.services.imports import import_cases, show_import
from tests.victims.exchange import MILENA, WRONG, ZORANA, csv_of, sent
from victims.ground import agencies

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _agencies() -> None:
    agencies()
    for person in (caseworker(), durham_sergeant()):
        in_database(person)


def _import(*rows: Mapping[str, str], by: Actor | None = None, age: Age = Age.MAYBE_CHILD) -> CaseImport:
    taken = import_cases(arrived=sent(csv_of(*rows)), age_unknown=age, by=by or caseworker())
    return CaseImport.objects.get(pk=taken)


def _counts(done: CaseImport) -> tuple[int, int, int, int]:
    return done.rows, done.accepted, done.quarantined, done.duplicate


def _case(case_id: UUID) -> object:
    from pentameter.access.api import Compartment, Operation

    return opened(case_id, caseworker(), Operation.VIEW_CASE, Compartment.IDENTITY)


def test_every_row_is_opened_quarantined_or_here_already() -> None:
    assert _counts(_import(ZORANA, MILENA, WRONG, MILENA)) == (4, 2, 1, 1)
    assert Case.objects.count() == 2
    (row,) = ImportedRow.objects.filter(fate="quarantined")
    assert row.number == 4
    assert row.problems == [{"field": "prs_Birthdate", "sentence": "Birthdate is no day. Write it as 2007-10-05."}]


def test_the_same_file_twice_doubles_nothing() -> None:
    _import(ZORANA, MILENA, WRONG)
    assert _counts(_import(ZORANA, MILENA, WRONG)) == (3, 0, 1, 2)
    assert Case.objects.count() == 2


def test_two_of_whom_nothing_is_known_are_never_made_one() -> None:
    nothing = {"prs_FirstName": "Unknown", "prs_SecondName": "", "vic_TraffickingStatus": "PossibleVictimOfTrafficking"}
    assert _counts(_import(nothing, nothing)) == (2, 2, 0, 0)
    assert _counts(_import(nothing, nothing)) == (2, 0, 0, 2)


def test_a_case_that_came_is_protected_and_sealed_and_whole() -> None:
    found_on = clock.today() - timedelta(days=3)
    _import(ZORANA | {"cas_IncomingReferralDate": found_on.isoformat()})
    row = Case.objects.get()
    case = _case(row.id)
    assert (case.identity.given, case.identity.surname, case.identity.nationality) == ("Zorana", "Testova", "BG")
    assert case.whereabouts.where == "1 Nowhere Lane, canary-whereabouts"
    assert (row.rescued_on, row.support_agency_id) == (found_on, "northern-support")
    assert Standing.objects.filter(case=row, clock="removal").exclude(state="ended").count() == 1
    assert further_of(case)["cco_CaseComment"] == "She likes to sing."
    assert b"sing" not in bytes(FurtherFacts.objects.get().sealed)


def test_consent_that_was_ticked_elsewhere_is_to_be_asked_again() -> None:
    _import(ZORANA)
    assert Consent.objects.get().said == "asked"
    assert not consent_stands(Case.objects.get().id, Purpose.SUPPORT).allowed
    _import(MILENA)
    assert Consent.objects.count() == 1


def test_a_force_supervisor_brings_in_her_own_force_s_and_it_counts_as_its_own() -> None:
    _import(MILENA, by=durham_sergeant())
    assert Case.objects.get().agency_id == "durham"
    assert _counts(_import(MILENA)) == (1, 1, 0, 0)


def test_json_and_a_file_that_is_none() -> None:
    arrived = sent(json.dumps([ZORANA]).encode(), "cases.json")
    assert import_cases(arrived=arrived, age_unknown=Age.ADULT, by=caseworker())
    with pytest.raises(Refused, match="does not name fields of HTCDS"):
        import_cases(arrived=sent(b"a,b\n1,2\n"), age_unknown=Age.ADULT, by=caseworker())
    many = csv_of(*({"prs_FirstName": f"N{n}", "prs_SecondName": "T"} for n in range(501)))
    with pytest.raises(Refused, match="more than 500 rows"):
        import_cases(arrived=sent(many), age_unknown=Age.ADULT, by=caseworker())
    assert Case.objects.count() == 1


def test_only_who_may_brings_cases_in_and_sees_what_became_of_them() -> None:
    done = _import(MILENA)
    for person in (durham_constable(), removals_officer()):
        with pytest.raises(Refused):
            _import(ZORANA, by=person)
        with pytest.raises(Refused):
            show_import(import_id=done.id, by=person)
    with pytest.raises(Refused) as hidden:
        show_import(import_id=done.id, by=cleveland_sergeant())
    assert hidden.value.hidden
    assert show_import(import_id=done.id, by=caseworker()).accepted == 1


def test_the_record_says_counts_and_ids_and_no_name() -> None:
    _import(ZORANA, WRONG)
    entry = Entry.objects.get(event="cases_imported")
    assert json.loads(entry.detail) == {"rows": 2, "accepted": 1, "quarantined": 1, "duplicate": 0}
    assert Entry.objects.filter(event="case_opened", subject_id=str(Case.objects.get().id)).count() == 1
    assert not [one for one in Entry.objects.all() if "Zorana" in str(one.detail)]


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    arrived = sent(csv_of(ZORANA))
    no_row_no_act(lambda: import_cases(arrived=arrived, age_unknown=Age.ADULT, by=caseworker()))
