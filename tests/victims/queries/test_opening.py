"""Only who may opens a case; for everyone else it never was."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cast import caseworker, cleveland_sergeant, durham_constable, duty_desk, outsider, removals_officer
from pentameter.access.api import Compartment, Operation
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import NeedToKnow
from pentameter.victims.queries.opening import opened
from pentameter.victims.rules.cases import NeedKind
from victims.ground import NAME, WHERE, rescued, supported

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("actor", [durham_constable(), duty_desk(), caseworker()], ids=lambda one: one.role)
def test_who_registered_her_who_supports_her_and_the_desk_open_it(actor: Actor) -> None:
    done = supported()
    assert opened(done.case_id, actor, Operation.VIEW_CASE, Compartment.IDENTITY).identity.name == NAME


@pytest.mark.parametrize("actor", [outsider(), cleveland_sergeant(), removals_officer()], ids=lambda one: one.role)
def test_for_others_it_never_was(actor: Actor) -> None:
    done = supported()
    for case_id in (done.case_id, uuid4()):
        with pytest.raises(Refused) as answer:
            opened(case_id, actor, Operation.VIEW_CASE, Compartment.IDENTITY)
        assert answer.value.hidden or actor.role not in ("force_officer", "force_supervisor", "caseworker")


def test_where_she_is_opens_only_to_who_is_assigned() -> None:
    done = supported()

    def look() -> str:
        where = opened(
            done.case_id, caseworker(), Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS, purpose="a visit"
        )
        return where.whereabouts.where

    with pytest.raises(Refused):
        look()
    need(done.case_id, caseworker(), hours=1)
    assert look() == WHERE


def test_a_need_to_know_that_has_run_out_opens_nothing() -> None:
    done = rescued()
    need(done.case_id, caseworker(), hours=-1)
    with pytest.raises(Refused):
        opened(done.case_id, caseworker(), Operation.VIEW_CASE, Compartment.IDENTITY)


def need(case_id: object, actor: Actor, hours: int) -> None:
    now = clock.now()
    NeedToKnow.objects.create(
        case_id=case_id,
        person=actor.id,
        kind=NeedKind.ASSIGNED.value,
        began_at=now - timedelta(days=1),
        given_by=duty_desk().id,
        until=now + timedelta(hours=hours),
    )
