"""What is recorded moves the clocks; what cannot have happened is refused in words."""

from datetime import timedelta

import pytest

from cast import decision_maker, durham_constable
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Standing
from pentameter.victims.rules.events import Clock, Event, EventKind, Outcome
from pentameter.victims.services.events import record_event
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def test_a_positive_decision_starts_the_period_and_the_standing_says_so() -> None:
    done = rescued(found_on=clock.today() - timedelta(days=3))
    grounds = Event(EventKind.REASONABLE_GROUNDS, on=clock.today(), outcome=Outcome.POSITIVE, reasons="Indicators.")
    record_event(case_id=done.case_id, event=grounds, origin="decision", by=decision_maker())
    standing = Standing.objects.get(case_id=done.case_id, clock=Clock.REMOVAL.value)
    assert standing.earliest_end is not None
    assert standing.earliest_end >= clock.today() + timedelta(days=29)


def test_tomorrow_cannot_be_recorded_today() -> None:
    done = rescued()
    tomorrow = Event(EventKind.REFERRED, on=clock.today() + timedelta(days=2))
    with pytest.raises(Refused, match="has not come yet"):
        record_event(case_id=done.case_id, event=tomorrow, origin="case", by=decision_maker())


def test_an_officer_records_no_decision() -> None:
    done = rescued()
    referral = Event(EventKind.REFERRED, on=clock.today())
    with pytest.raises(Refused):
        record_event(case_id=done.case_id, event=referral, origin="case", by=durham_constable())
