"""Cases as retention looks at them: closed, whose, and which were erased; and what a copy leaves out."""

import pytest

from cast import caseworker, durham_constable, duty_desk, in_database
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case
from pentameter.victims.queries.disposable import case_at_review, cases_at_review, cases_to_erase, erased_cases
from pentameter.victims.queries.left_out import left_out_counts
from pentameter.victims.services.erasure import erase_after_review, erase_again
from pentameter.victims.services.handing_over import hand_over_cases
from victims.ground import supported

pytestmark = pytest.mark.django_db


def closed() -> Case:
    row = Case.objects.get(pk=supported().case_id)
    Case.objects.filter(pk=row.pk).update(state="closed", closed_on=clock.today())
    in_database(duty_desk())
    return row


def test_closed_cases_of_whoever_may_erase_them() -> None:
    row = closed()
    said = {"closed_by": clock.today(), "limit": 9}
    for who, seen in ((caseworker(), 1), (duty_desk(), 1), (durham_constable(), 0)):
        assert len(cases_at_review(who, **said)) == seen
        assert len(cases_to_erase(who, [row.id])) == seen
    assert cases_at_review(duty_desk(), **said, besides=[row.id]) == ()
    assert case_at_review(row.id).reference == row.reference


def test_protection_is_asked_again_when_a_review_ends() -> None:
    row = closed()
    with pytest.raises(Refused, match="while it protects"):
        erase_after_review(case_id=row.id, proposed_by="somebody", purpose="review", by=duty_desk())


def test_only_pentameter_erases_again() -> None:
    row = closed()
    assert left_out_counts(row.id)["files"] == 0
    with pytest.raises(Refused, match="Only Pentameter"):
        erase_again(case_id=row.id, by=duty_desk())
    assert erase_again(case_id=row.id, by=SYSTEM)
    assert not erase_again(case_id=row.id, by=SYSTEM)
    assert case_at_review(row.id).gone
    assert erased_cases() == ()


def test_only_whoever_receives_hands_over() -> None:
    closed()
    with pytest.raises(Refused):
        hand_over_cases(leaving="northern-support", receiving="kent", people=(), by=caseworker())
