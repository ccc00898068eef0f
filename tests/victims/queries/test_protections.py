"""Rows become the values that the rules know."""

import pytest

from cast import durham_constable
from pentameter.access.api import Compartment, Operation
from pentameter.kernel import clock
from pentameter.victims.models import Case, CaseEvent
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.protections import case_value, protection_of, values_of
from pentameter.victims.rules.events import EventKind
from pentameter.victims.rules.protection import State
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def test_an_event_of_a_kind_that_is_not_known_protects() -> None:
    done = rescued()
    CaseEvent.objects.filter(case_id=done.case_id).update(kind="of another version")
    case = opened(done.case_id, durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)
    (event,) = case_value(case).events
    assert (event.kind, event.said) == (EventKind.UNKNOWN, "of another version")
    assert protection_of(case).removal.state is State.UNKNOWN


def test_what_was_struck_out_does_not_count_and_leaves_her_protected() -> None:
    done = rescued()
    CaseEvent.objects.filter(case_id=done.case_id).update(struck_at=clock.now())
    case = opened(done.case_id, durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)
    assert case_value(case).events == frozenset()
    assert protection_of(case).removal.protected


def test_many_at_once_are_what_they_are_one_by_one() -> None:
    done = rescued()
    case = opened(done.case_id, durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)
    assert values_of(Case.objects.all(), {}) == {done.case_id: case_value(case)}
