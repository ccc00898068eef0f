"""Everyone who has a case is known by name for the check before publication, unless nothing of her opens any more."""

import pytest

from decisions.ground import WHERE, ZORANA, protected, stage
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.queries.named import named_people
from pentameter.victims.rules.cases import CaseState

pytestmark = pytest.mark.django_db


def test_who_and_where() -> None:
    stage()
    case_id = protected().case_id
    (one,) = named_people().people
    assert (one.case_id, one.identity, one.where) == (case_id, ZORANA, WHERE)


def test_a_closed_case_counts_for_life() -> None:
    stage()
    protected()
    Case.objects.update(state=CaseState.CLOSED.value)
    assert len(named_people().people) == 1


def test_what_does_not_open_is_counted() -> None:
    stage()
    protected()
    CaseKey.objects.update(wrapped=b"of another installation")
    found = named_people()
    assert (found.people, found.unreadable) == ((), 1)


def test_of_an_erased_case_nothing_is_known() -> None:
    stage()
    protected()
    Case.objects.update(state=CaseState.ERASED.value, identity=None, practical=None, whereabouts=None)
    CaseKey.objects.all().delete()
    found = named_people()
    assert (found.people, found.unreadable) == ((), 0)
