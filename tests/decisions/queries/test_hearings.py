"""How she was heard so far, and whose words were used before."""

from uuid import UUID, uuid4

import pytest

from cast import caseworker, decision_maker, duty_desk
from decisions import persons
from pentameter.access.api import Compartment, Operation
from pentameter.decisions.queries.consent import authority_for
from pentameter.decisions.queries.hearings import heard, weight_index, weight_used_before
from pentameter.decisions.rules.gate import Told
from pentameter.decisions.services.accounts import explain_absence
from pentameter.kernel.actor import Actor
from pentameter.victims.api import OpenCase, opened

pytestmark = pytest.mark.django_db


def case_for(case_id: UUID, by: Actor) -> OpenCase:
    return opened(case_id, by, Operation.VIEW_MATTERS, Compartment.DECISION)


def test_from_not_asked_to_disclosed_to_closed() -> None:
    case_id = persons.run_out()
    for person in (decision_maker(), caseworker(), duty_desk()):
        assert heard(case_for(case_id, person), person).hearing.told is Told.NOT_ASKED
    consent = persons.disclosed(case_id)
    for person in (decision_maker(), caseworker(), duty_desk()):
        found = heard(case_for(case_id, person), person)
        assert (found.hearing.told, found.disclosed_by) == (Told.DISCLOSED, caseworker().id)
        assert not found.hearing.opened
    persons.takes_back(case_id, consent)
    for person in (decision_maker(), caseworker(), duty_desk()):
        found = heard(case_for(case_id, person), person)
        assert (found.hearing.told, found.account) == (Told.CLOSED, None)


def test_who_opened_it_for_what() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.opened_account(made)
    me, colleague = decision_maker(), persons.colleague()
    assert heard(case_for(case_id, me), me, matter=made).hearing.opened
    assert not heard(case_for(case_id, me), me, matter=uuid4()).hearing.opened
    assert not heard(case_for(case_id, me), colleague, matter=made).hearing.opened
    assert heard(case_for(case_id, me), colleague, matter=made, person=me.id).hearing.opened


def test_why_there_is_none_is_found_and_costs_few_queries(django_assert_max_num_queries) -> None:
    case_id = persons.run_out()
    explain_absence(case_id=case_id, words=persons.ABSENCE, by=caseworker())
    case = case_for(case_id, decision_maker())
    with django_assert_max_num_queries(3):
        found = heard(case, decision_maker())
    assert (found.hearing.told, found.hearing.absence) == (Told.ABSENT, persons.ABSENCE)


def test_nobody_is_asked_for_where_there_is_no_authority() -> None:
    from pentameter.accounts.models import Agency

    case_id = persons.run_out()
    case = case_for(case_id, caseworker())
    assert authority_for(case)[0] == decision_maker().agency
    Agency.objects.filter(sector="competent_authority").update(sector="oversight")
    assert "No competent authority" in authority_for(case)[1].reason


def test_words_are_remembered_by_person_and_not_by_accident() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.opened_account(made)
    persons.decides(made, persons.draft())
    me = decision_maker().id
    assert weight_used_before(me, persons.WEIGHT.lower() + " 2026")
    assert not weight_used_before(me, persons.WEIGHT, besides=made)
    assert not weight_used_before("somebody else", persons.WEIGHT)
    assert not weight_used_before(me, " ")
    assert persons.WEIGHT not in weight_index(me, persons.WEIGHT)
