"""What a case's own pages show beside its frame."""

from datetime import timedelta

import pytest

from cast import caseworker, durham_constable
from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.kernel import clock
from pentameter.victims.models import CaseEvent, NeedToKnow
from pentameter.victims.queries.cases import ACTS, happened_in, needs_of, workers_of
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.queries.protections import protection_of
from victims.ground import rescued, worked_with

pytestmark = pytest.mark.django_db
TOLD_ELSEWHERE = {"read", "listed", "shown"}


def case_of() -> OpenCase:
    return opened(worked_with().case_id, durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)


def test_who_works_with_her_now_and_who_did() -> None:
    case = case_of()
    assert [one.person for one in workers_of(case)] == [caseworker().id]
    NeedToKnow.objects.update(until=clock.now() - timedelta(seconds=1))
    assert workers_of(case) == ()
    assert [one.is_live for one in needs_of(case)] == [False]


def test_what_happened_comes_with_what_protects_her_by_it() -> None:
    done = rescued()
    case = opened(done.case_id, durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)
    (line,), now = happened_in(case)
    assert line.day == clock.today()
    assert now == protection_of(case)
    CaseEvent.objects.update(struck_at=clock.now())
    (line,), now = happened_in(case)
    assert line.struck
    assert now == protection_of(case)


def test_neither_looks_nor_support_are_told_on_the_timeline() -> None:
    assert not any(TOLD_ELSEWHERE & set(act.value.split("_")) for act in ACTS)
    assert Act.SUPPORT_CHANGED not in ACTS
