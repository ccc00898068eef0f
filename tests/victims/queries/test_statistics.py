"""Referrals and decisions are counted without who: sealed facts only with consent, and nobody who said no."""

from datetime import timedelta
from uuid import UUID

import pytest

from cast import caseworker, durham_constable, national_analyst
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.models import CaseEvent
from pentameter.victims.queries.statistics import (
    NOT_KNOWN,
    NOT_OPENED,
    DecisionGroup,
    ReferralGroup,
    decision_counts,
    referral_counts,
)
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.rules.notification import quarter_of
from pentameter.victims.services.consent import withdraw_consent
from pentameter.victims.services.events import record_event
from victims.ground import rescued
from victims.records import says

pytestmark = pytest.mark.django_db


def _referred(*, age: Age = Age.ADULT) -> UUID:
    case = rescued(age=age).case_id
    _happened(case, EventKind.REFERRED)
    return case


def _happened(case: UUID, kind: EventKind, outcome: Outcome | None = None) -> None:
    record_event(case_id=case, event=Event(kind, clock.today(), outcome), origin="test", by=SYSTEM)


def _now() -> str:
    return quarter_of(clock.today())


def test_without_consent_sex_and_nationality_stay_sealed() -> None:
    _referred()
    rescued()
    found = referral_counts()
    assert dict(found.groups) == {ReferralGroup(_now(), "durham", Age.ADULT, NOT_OPENED, NOT_OPENED): 1}
    assert found.opened == 0


def test_with_consent_they_are_counted() -> None:
    says(_referred(), Said.GIVEN, purpose=Purpose.STATISTICS)
    found = referral_counts()
    (group,) = found.groups
    assert found.opened == 1
    assert NOT_OPENED not in (group.sex, group.nationality)
    assert len(group.nationality) == 2 or group.nationality == NOT_KNOWN


@pytest.mark.parametrize("no", [Said.REFUSED, Said.WITHDRAWN])
def test_who_said_no_is_in_no_count(no: Said) -> None:
    case = _referred()
    _happened(case, EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE)
    if no is Said.WITHDRAWN:
        given = says(case, Said.GIVEN, purpose=Purpose.STATISTICS)
        withdraw_consent(case_id=case, consent_id=given, by=durham_constable())
    else:
        says(case, no, purpose=Purpose.STATISTICS)
    assert not referral_counts().groups
    assert not decision_counts()


def test_who_said_yes_after_no_is_counted_again() -> None:
    case = _referred()
    _happened(case, EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE)
    says(case, Said.REFUSED, purpose=Purpose.STATISTICS)
    says(case, Said.GIVEN, purpose=Purpose.STATISTICS)
    assert referral_counts().opened == 1
    assert sum(decision_counts().values()) == 1


def test_a_person_is_counted_once_by_her_first_referral() -> None:
    case = _referred()
    CaseEvent.objects.filter(case=case, kind="referred").update(on=clock.today() - timedelta(days=200))
    _happened(case, EventKind.REFERRED)
    (group,) = referral_counts().groups
    assert group.quarter == quarter_of(clock.today() - timedelta(days=200))


def test_what_was_struck_out_does_not_count() -> None:
    case = _referred()
    _happened(case, EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE)
    CaseEvent.objects.filter(case=case).update(struck_at=clock.now())
    assert not referral_counts().groups
    assert not decision_counts()


def test_a_referral_whose_day_nobody_knows_counts_as_such() -> None:
    case = _referred()
    CaseEvent.objects.filter(case=case, kind="referred").update(on=None)
    (group,) = referral_counts().groups
    assert group.quarter == NOT_KNOWN


def test_decisions_by_quarter_kind_outcome_and_age() -> None:
    adult, child = _referred(), _referred(age=Age.CHILD)
    _happened(adult, EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE)
    _happened(adult, EventKind.CONCLUSIVE_GROUNDS, Outcome.NEGATIVE)
    _happened(child, EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE)
    assert dict(decision_counts()) == {
        DecisionGroup(_now(), EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE, Age.ADULT): 1,
        DecisionGroup(_now(), EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE, Age.CHILD): 1,
        DecisionGroup(_now(), EventKind.CONCLUSIVE_GROUNDS, Outcome.NEGATIVE, Age.ADULT): 1,
    }


def test_how_often_it_asks_does_not_grow_with_the_number_of_people(django_assert_max_num_queries) -> None:
    for _ in range(6):
        says(_referred(), Said.GIVEN, purpose=Purpose.STATISTICS)
    with django_assert_max_num_queries(8):
        referral_counts()
    with django_assert_max_num_queries(8):
        decision_counts()


def test_nobody_is_named_by_an_agency_that_supports_her() -> None:
    """The first responder is whoever opened the case."""
    _referred()
    assert {group.agency for group in referral_counts().groups} == {"durham"}
    assert caseworker().agency != national_analyst().agency
