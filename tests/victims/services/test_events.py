"""What is recorded moves the clocks; what cannot have happened is refused in words; the order changes nothing."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from cast import caseworker, decision_maker, durham_constable, duty_desk, without_second_factor
from no_row_no_act import no_row_no_act
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Alert, Case, CaseEvent, Standing
from pentameter.victims.rules.events import Clock, Event, EventKind, Outcome
from pentameter.victims.services.events import record_event
from victims.ground import rescued, supported

pytestmark = pytest.mark.django_db
POSITIVE, NEGATIVE = Outcome.POSITIVE, Outcome.NEGATIVE


def ago(days: int) -> date:
    return clock.today() - timedelta(days=days)


def test_a_positive_decision_starts_the_period_and_the_standing_says_so() -> None:
    done = rescued(found_on=ago(3))
    grounds = Event(EventKind.REASONABLE_GROUNDS, on=clock.today(), outcome=POSITIVE, reasons="Indicators.")
    record_event(case_id=done.case_id, event=grounds, origin="decision", by=decision_maker())
    standing = Standing.objects.get(case_id=done.case_id, clock=Clock.REMOVAL.value)
    assert standing.earliest_end is not None
    assert standing.earliest_end >= clock.today() + timedelta(days=29)


@pytest.mark.parametrize("order", list(permutations(range(4)))[::3])
def test_late_and_out_of_order_events_give_the_same_state(order: tuple[int, ...]) -> None:
    done = rescued(found_on=ago(90))
    events = (
        Event(EventKind.REFERRED, on=ago(88)),
        Event(EventKind.REASONABLE_GROUNDS, on=ago(80), outcome=POSITIVE),
        Event(EventKind.CONCLUSIVE_GROUNDS, on=ago(20), outcome=NEGATIVE),
        Event(EventKind.RECONSIDERATION_ASKED, on=ago(10), about=EventKind.CONCLUSIVE_GROUNDS),
    )
    for number in order:
        record_event(case_id=done.case_id, event=events[number], origin="decision", by=decision_maker())
    told = {one.clock: (one.state, one.since, one.earliest_end, one.sentence) for one in Standing.objects.all()}
    assert told["removal"][0] == "awaiting_decision"
    for clock_, (state, since, _, sentence) in told.items():
        assert (clock_, state, since) == (clock_, "awaiting_decision", ago(10))
        assert "a reconsideration is open" in sentence


def test_tomorrow_cannot_be_recorded_today_nor_what_came_before_her_birth() -> None:
    done = rescued()
    tomorrow = Event(EventKind.REFERRED, on=clock.today() + timedelta(days=2))
    with pytest.raises(Refused, match="has not come yet"):
        record_event(case_id=done.case_id, event=tomorrow, origin="case", by=decision_maker())


def test_an_officer_records_nothing_and_a_caseworker_no_decision() -> None:
    done = supported()
    referral = Event(EventKind.REFERRED, on=clock.today())
    with pytest.raises(Refused):
        record_event(case_id=done.case_id, event=referral, origin="case", by=durham_constable())
    record_event(case_id=done.case_id, event=referral, origin="case", by=caseworker())
    grounds = Event(EventKind.REASONABLE_GROUNDS, on=clock.today(), outcome=NEGATIVE)
    with pytest.raises(Refused, match="by those who decide it"):
        record_event(case_id=done.case_id, event=grounds, origin="case", by=caseworker())


def test_a_closed_case_takes_decisions_that_shorten_nothing_and_alerts() -> None:
    done = supported(found_on=ago(60))
    Case.objects.filter(pk=done.case_id).update(state="closed")
    positive = Event(EventKind.REASONABLE_GROUNDS, on=ago(1), outcome=POSITIVE)
    with pytest.raises(Refused, match="Open it again first"):
        record_event(case_id=done.case_id, event=positive, origin="decision", by=decision_maker())
    asked = Event(EventKind.LEAVE_ASKED, on=ago(1))
    with pytest.raises(Refused, match="Open it again first"):
        record_event(case_id=done.case_id, event=asked, origin="case", by=duty_desk(), closed=True)
    negative = Event(EventKind.REASONABLE_GROUNDS, on=ago(40), outcome=NEGATIVE)
    with pytest.raises(Refused, match="nobody works with her"):
        record_event(case_id=done.case_id, event=negative, origin="decision", by=decision_maker(), closed=True)
    record_event(case_id=done.case_id, event=positive, origin="decision", by=decision_maker(), closed=True)
    assert Alert.objects.filter(kind="closed_case").count() == 1


def test_an_early_end_needs_the_second_factor_by_whatever_way() -> None:
    done = rescued(found_on=ago(9))
    event = Event(
        EventKind.DISQUALIFIED,
        on=ago(1),
        ground="public_order",
        evidence="File 7",
        decider="A. Decider",
        reasons="As stated.",
        review_on=clock.today() + timedelta(days=30),
    )
    with pytest.raises(Refused, match="second factor"):
        record_event(case_id=done.case_id, event=event, origin="decisions", by=without_second_factor(decision_maker()))
    record_event(case_id=done.case_id, event=event, origin="decisions", by=decision_maker())
    assert Alert.objects.filter(kind="determined").count() == 1


@pytest.mark.django_db(transaction=True)
def test_no_row_no_event() -> None:
    done = supported()
    asked = Event(EventKind.LEAVE_ASKED, on=clock.today())
    no_row_no_act(lambda: record_event(case_id=done.case_id, event=asked, origin="case", by=caseworker()))
    assert CaseEvent.objects.count() == 1
