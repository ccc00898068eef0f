"""Carrying cases away: with consent, for a purpose, whole or not at all; and back in they are what they were."""

from datetime import timedelta

import pytest

from cast import caseworker, decision_maker, durham_constable, in_database, removals_officer, without_second_factor
from no_row_no_act import no_row_no_act
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseKey, Consent
from pentameter.victims.queries.opening import opened
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.services.consent import withdraw_consent
from pentameter.victims.services.events import record_event
from pentameter.victims.services.exports import Form, Leaving, export_cases
from pentameter.victims.services.imports import import_cases
from tests.victims.exchange import MILENA, RECEIVER, ZORANA, agrees_to_sharing, csv_of, sent
from tests.victims.records import worker_elsewhere
from victims.ground import agencies

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> list[Case]:
    """Two cases that came from elsewhere and may be shared with the receiver."""
    agencies()
    in_database(caseworker())
    import_cases(arrived=sent(csv_of(ZORANA, MILENA)), age_unknown=Age.ADULT, by=caseworker())
    cases = list(Case.objects.order_by("reference"))
    agrees_to_sharing([one.id for one in cases])
    return cases


def _leaving(cases: list[Case], form: Form = Form.CSV, recipient: str = RECEIVER) -> Leaving:
    return Leaving(tuple(one.reference for one in cases), recipient, "she moves there", form)


@pytest.mark.parametrize("form", list(Form))
def test_what_leaves_comes_back_as_it_was(form: Form, two: list[Case]) -> None:
    carried = export_cases(leaving=_leaving(two, form), by=caseworker())
    assert b"canary-whereabouts" not in carried.content
    in_database(worker_elsewhere())
    back = sent(carried.content, f"cases.{form.value}")
    import_cases(arrived=back, age_unknown=Age.ADULT, by=worker_elsewhere())
    assert Case.objects.count() == 4
    new = Case.objects.filter(agency_id=worker_elsewhere().agency)
    there = {_who(one, worker_elsewhere()) for one in new}
    assert there == {_who(one, caseworker()) for one in two}


def _who(row: Case, by: object) -> object:
    case = opened(row.id, by, Operation.VIEW_CASE, Compartment.IDENTITY)
    return case.identity, case.practical, row.rescued_on


def test_a_decision_made_here_goes_along(two: list[Case]) -> None:
    event = Event(EventKind.CONCLUSIVE_GROUNDS, clock.today() - timedelta(days=1), Outcome.POSITIVE)
    record_event(case_id=two[0].id, event=event, origin="test", by=decision_maker())
    text = export_cases(leaving=_leaving(two), by=caseworker()).content.decode("utf-8-sig")
    assert text.count("ActualVictimOfTrafficking") == 1
    assert text.count("PossibleVictimOfTrafficking") == 1


def test_without_consent_to_that_receiver_nothing_leaves(two: list[Case]) -> None:
    with pytest.raises(Refused, match=r"H-.*Nothing was exported"):
        export_cases(leaving=_leaving(two, recipient="Somebody Else"), by=caseworker())
    consent = Consent.objects.get(case=two[1], purpose="share")
    withdraw_consent(case_id=two[1].id, consent_id=consent.id, by=caseworker())
    with pytest.raises(Refused, match=two[1].reference):
        export_cases(leaving=_leaving(two), by=caseworker())
    assert not Entry.objects.filter(event="cases_exported").exists()


def test_what_is_hidden_is_refused_like_what_never_was(two: list[Case]) -> None:
    in_database(worker_elsewhere())
    said = set()
    for reference in (two[0].reference, "H-NEVER-WAS"):
        with pytest.raises(Refused) as refusal:
            export_cases(leaving=Leaving((reference,), RECEIVER, "why", Form.CSV), by=worker_elsewhere())
        said.add((refusal.value.reason, refusal.value.hidden))
    assert len(said) == 1


def test_it_asks_for_role_second_factor_purpose_and_a_living_key(two: list[Case]) -> None:
    for person in (durham_constable(), removals_officer(), without_second_factor(caseworker())):
        with pytest.raises(Refused):
            export_cases(leaving=_leaving(two), by=person)
    with pytest.raises(Refused, match="purpose"):
        export_cases(leaving=Leaving((two[0].reference,), RECEIVER, " ", Form.CSV), by=caseworker())
    with pytest.raises(Refused, match="Say which cases"):
        export_cases(leaving=Leaving((), RECEIVER, "why", Form.CSV), by=caseworker())
    CaseKey.objects.filter(case=two[0]).delete()
    with pytest.raises(Refused, match="erased"):
        export_cases(leaving=_leaving(two), by=caseworker())


def test_each_case_has_its_row_with_the_purpose(two: list[Case]) -> None:
    export_cases(leaving=_leaving(two), by=caseworker())
    entries = Entry.objects.filter(event="cases_exported")
    assert {one.subject_id for one in entries} == {str(one.id) for one in two}
    assert {one.purpose for one in entries} == {"she moves there"}


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act(two: list[Case]) -> None:
    no_row_no_act(lambda: export_cases(leaving=_leaving(two), by=caseworker()))
