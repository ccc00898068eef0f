"""What was recorded by mistake is struck out, by two people where she would lose by it, and stays readable."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from cast import caseworker, decision_maker, durham_constable, duty_desk, in_database
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Alert, Case, CaseEvent, Standing
from pentameter.victims.rules.events import Event, EventKind
from pentameter.victims.services.corrections import (
    agree_to_strike,
    leave_standing,
    show_strike,
    strike_out,
    told,
)
from pentameter.victims.services.events import record_event
from victims.ground import supported

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def with_event(kind: EventKind = EventKind.LEAVE_ASKED) -> tuple[UUID, UUID]:
    done = supported(found_on=TODAY - timedelta(days=40))
    event = Event(kind, on=TODAY - timedelta(days=2))
    return done.case_id, record_event(case_id=done.case_id, event=event, origin="case", by=caseworker())


def test_what_costs_her_nothing_is_struck_out_by_one_and_stays_readable() -> None:
    case_id, event_id = with_event(EventKind.REMOVAL_CHECKED)
    done = strike_out(case_id=case_id, event_id=event_id, reason="Another woman was meant.", by=caseworker())
    row = CaseEvent.objects.get(pk=event_id)
    assert done.waits == ""
    assert "stays readable" in told(done)
    assert row.struck_by == caseworker().id
    assert b"Another woman" not in bytes(row.struck_because or b"")


def test_what_would_shorten_protection_waits_for_another_person() -> None:
    case_id, event_id = with_event()
    before = Standing.objects.get(clock="removal").sentence
    assert show_strike(case_id=case_id, event_id=event_id, by=caseworker()).lost
    done = strike_out(case_id=case_id, event_id=event_id, reason="Nobody asked.", by=caseworker())
    assert "It would" in done.waits
    assert CaseEvent.objects.get(pk=event_id).struck_at is None
    assert Standing.objects.get(clock="removal").sentence == before
    assert Alert.objects.filter(kind="correction").count() == 1
    with pytest.raises(Refused, match="Another person"):
        agree_to_strike(case_id=case_id, event_id=event_id, by=caseworker())
    with pytest.raises(Refused, match="dealt with this event"):
        strike_out(case_id=case_id, event_id=event_id, reason="Again.", by=duty_desk())
    agree_to_strike(case_id=case_id, event_id=event_id, by=duty_desk())
    assert CaseEvent.objects.get(pk=event_id).struck_by == duty_desk().id
    said = Entry.objects.filter(event="protection_corrected").order_by("seq").values_list("detail", flat=True)
    assert ["proposed" in said[0], "agreed" in said[1]] == [True, True]


def test_a_proposal_may_be_turned_down() -> None:
    case_id, event_id = with_event()
    with pytest.raises(Refused, match="dealt with this event"):
        leave_standing(case_id=case_id, event_id=event_id, by=duty_desk())
    strike_out(case_id=case_id, event_id=event_id, reason="Nobody asked.", by=caseworker())
    leave_standing(case_id=case_id, event_id=event_id, by=duty_desk())
    row = CaseEvent.objects.get(pk=event_id)
    assert (row.strike_asked_by, row.struck_because) == ("", None)


def test_who_may_not_and_what_is_not_there() -> None:
    case_id, event_id = with_event()
    other = replace(caseworker(), agency="another-house")
    in_database(duty_desk())
    for person in (other, durham_constable()):
        with pytest.raises(Refused):
            strike_out(case_id=case_id, event_id=event_id, reason="Why not.", by=person)
    with pytest.raises(Refused) as missing:
        strike_out(case_id=case_id, event_id=uuid4(), reason="Why not.", by=duty_desk())
    assert missing.value.hidden
    with pytest.raises(Refused, match="Say why"):
        strike_out(case_id=case_id, event_id=event_id, reason=" ", by=decision_maker())
    Case.objects.update(state="closed")
    with pytest.raises(Refused, match="Open it again"):
        strike_out(case_id=case_id, event_id=event_id, reason="Why not.", by=duty_desk())


@pytest.mark.django_db(transaction=True)
def test_no_row_no_correction() -> None:
    case_id, event_id = with_event()
    no_row_no_act(lambda: strike_out(case_id=case_id, event_id=event_id, reason="No.", by=caseworker()))
    strike_out(case_id=case_id, event_id=event_id, reason="No.", by=caseworker())
    no_row_no_act(lambda: agree_to_strike(case_id=case_id, event_id=event_id, by=duty_desk()))
    no_row_no_act(lambda: leave_standing(case_id=case_id, event_id=event_id, by=duty_desk()))
