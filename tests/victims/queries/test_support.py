"""What whoever opens the record must know before calling her, without why; nothing for whom the firewall stops."""

import pytest

from cast import caseworker, decision_maker, durham_constable, removals_officer
from pentameter.access.api import Compartment, Operation
from pentameter.kernel.actor import Actor
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.support import colleagues, contact_flags
from pentameter.victims.rules.support import FlagKind
from pentameter.victims.services.flags import end_flag, raise_flag
from victims.support_ground import CANARY, DAY, case, flag, today

pytestmark = pytest.mark.django_db


def told(actor: Actor, *, after: int = 0) -> tuple[str, ...]:
    case_id = case()
    raise_flag(case_id=case_id, flag=flag(until=today() + DAY), by=caseworker())
    raise_flag(case_id=case_id, flag=flag(FlagKind.SELF_HARM), by=caseworker())
    found = opened(case_id, durham_constable(), Operation.VIEW_CASE, Compartment.IDENTITY)
    return contact_flags(found, actor, today=today() + after * DAY)


def test_an_officer_is_told_not_to_call_and_nothing_more() -> None:
    assert told(durham_constable()) == ("Do not contact her by telephone",)
    assert CANARY not in repr(told(durham_constable()))


def test_when_its_last_day_is_over_it_is_not_told() -> None:
    assert told(durham_constable(), after=2) == ()


@pytest.mark.parametrize("actor", [decision_maker(), removals_officer()], ids=lambda one: one.role)
def test_whom_the_firewall_stops_is_told_nothing(actor: Actor) -> None:
    assert told(actor) == ()


def test_an_ended_flag_is_not_told() -> None:
    case_id = case()
    flag_id = raise_flag(case_id=case_id, flag=flag(), by=caseworker())
    end_flag(case_id=case_id, flag_id=flag_id, reason="A new telephone.", by=caseworker())
    found = opened(case_id, caseworker(), Operation.VIEW_CASE, Compartment.IDENTITY)
    assert contact_flags(found, caseworker(), today=today()) == ()


def test_colleagues_of_an_agency_that_is_not_there_are_none() -> None:
    assert colleagues("nowhere") == ()
