"""Where protection begins again, the holds have changed: what was cleared before is no longer clear."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cast import decision_maker, in_database
from pentameter.kernel import clock
from pentameter.victims.models import Case, Standing
from pentameter.victims.queries.holds import holds_mark
from pentameter.victims.queries.protections import today_of, values_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Event, EventKind
from pentameter.victims.rules.protection import protection
from pentameter.victims.services.events import record_event
from pentameter.victims.services.keeping import keep_standings
from victims.ground import rescued

pytestmark = pytest.mark.django_db


def test_only_where_it_had_ended_does_it_move_the_mark() -> None:
    done = rescued()
    row = Case.objects.get(pk=done.case_id)
    now = {row.id: protection(values_of([row], {})[row.id], rule_book(), today=today_of(row))}
    before = holds_mark()
    keep_standings(now)
    assert holds_mark() == before
    Standing.objects.filter(case=row, clock="removal").update(state="ended")
    keep_standings(now)
    assert holds_mark() == before + 1


def test_an_event_moves_the_mark_where_her_standing_is_of_an_earlier_day() -> None:
    """Her day may have ended since, and a list have been cleared in between: midnight is not the same everywhere."""
    case_id = rescued().case_id
    in_database(decision_maker())
    event = Event(EventKind.LEAVE_ASKED, on=clock.today())
    Standing.objects.filter(case_id=case_id).update(on=clock.today() - timedelta(days=1))
    before = holds_mark()
    record_event(case_id=case_id, event=event, origin="test", by=decision_maker())
    assert holds_mark() == before + 1
    record_event(case_id=case_id, event=replace(event, kind=EventKind.APPEAL_ASKED), origin="test", by=decision_maker())
    assert holds_mark() == before + 1
