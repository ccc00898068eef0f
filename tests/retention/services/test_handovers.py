"""An agency leaves: both sides say so, nobody loses protection, nothing is left without an owner."""

from dataclasses import replace
from uuid import UUID

import pytest

from cast import caseworker, duty_desk, in_database
from no_row_no_act import no_row_no_act
from pentameter.accounts.models import Agency, Membership, Succession
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.retention.models import Handover
from pentameter.retention.services.handovers import (
    accept_handover,
    propose_handover,
    show_handovers,
    withdraw_handover,
)
from pentameter.victims.models import Case, NeedToKnow
from pentameter.victims.services.holds import look_up_hold
from retention.ground import old_report
from victims.ground import worked_with

pytestmark = pytest.mark.django_db
SOUTH = "southern-support"


def southern() -> Actor:
    """A caseworker of the organisation that takes over."""
    mine = Agency.objects.get(pk=caseworker().agency)
    Agency.objects.get_or_create(
        slug=SOUTH,
        defaults={"name": "Southern Support", "sector": mine.sector, "jurisdiction": mine.jurisdiction},
    )
    who = replace(caseworker(), id=str(UUID(int=77)), name="Salma Idowu", agency=SOUTH)
    in_database(who)
    return who


def proposed() -> tuple[UUID, Case, Actor]:
    case = Case.objects.get(pk=worked_with().case_id)
    other = southern()
    propose_handover(receiving=SOUTH, words="The organisation closes.", by=caseworker())
    return Handover.objects.get().id, case, other


def test_both_sides_say_so_and_all_of_it_changes_hands() -> None:
    handover, case, other = proposed()
    in_database(duty_desk())
    assert NeedToKnow.objects.filter(ended_at=None).count() == 1
    with pytest.raises(Refused):
        accept_handover(handover_id=handover, by=caseworker())
    accept_handover(handover_id=handover, by=other)
    case.refresh_from_db()
    assert (case.support_agency_id, case.state) == (SOUTH, "open")
    assert not NeedToKnow.objects.filter(ended_at=None).exists()
    assert not Membership.objects.filter(agency_id=caseworker().agency, ended_at=None).exists()
    assert not Agency.objects.get(pk=caseworker().agency).current
    assert Succession.objects.get(predecessor_id=caseworker().agency).successor_id == SOUTH
    assert look_up_hold(reference=case.reference, by=duty_desk()).stands
    assert Entry.objects.filter(event="handed_over", subject_type="case", subject_id=str(case.id)).count() == 1
    with pytest.raises(Refused):
        withdraw_handover(handover_id=handover, by=other)


def test_either_side_may_turn_it_down_and_nothing_changes() -> None:
    handover, case, other = proposed()
    withdraw_handover(handover_id=handover, by=other)
    with pytest.raises(Refused, match="already"):
        accept_handover(handover_id=handover, by=other)
    case.refresh_from_db()
    assert case.support_agency_id == caseworker().agency


def test_whoever_has_no_part_in_it_learns_of_none() -> None:
    handover, _, _ = proposed()
    stranger = replace(caseworker(), id=str(UUID(int=78)), agency="kent")
    for act in (accept_handover, withdraw_handover):
        with pytest.raises(Refused) as told:
            act(handover_id=handover, by=stranger)
        assert told.value.hidden


def test_what_nobody_would_own_stands_in_the_way() -> None:
    handover, _, other = proposed()
    old_report()
    from pentameter.intelligence.models import Report

    Report.objects.update(agency_id=caseworker().agency)
    assert any("reports" in one for one in show_handovers(by=caseworker()).in_the_way)
    with pytest.raises(Refused, match="reports"):
        accept_handover(handover_id=handover, by=other)


@pytest.mark.parametrize("receiving", ["northern-support", "durham", "garda", "nowhere"])
def test_who_cannot_take_over(receiving: str) -> None:
    worked_with()
    with pytest.raises(Refused):
        propose_handover(receiving=receiving, words="x", by=caseworker())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    worked_with()
    other = southern()
    propose = {"receiving": SOUTH, "words": "x", "by": caseworker()}
    no_row_no_act(lambda: show_handovers(by=caseworker()))
    no_row_no_act(lambda: propose_handover(**propose))
    propose_handover(**propose)
    handover = Handover.objects.get().id
    no_row_no_act(lambda: withdraw_handover(handover_id=handover, by=other))
    no_row_no_act(lambda: accept_handover(handover_id=handover, by=other))
