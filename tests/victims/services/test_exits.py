"""Nobody is sent away while support runs; she may leave when she asks, and come back."""

from datetime import date
from uuid import UUID

import pytest

from cast import caseworker, decision_maker, durham_constable
from pentameter.access.api import Compartment, Operation
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseEvent
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.protections import protection_of
from pentameter.victims.rules.contents import ExitWords
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.rules.support import EntryKind
from pentameter.victims.services.events import record_event
from pentameter.victims.services.exits import Exit, record_exit, take_back_exit
from pentameter.victims.services.support import show_entries, show_support
from victims.support_ground import DAY, case, closed, today

pytestmark = pytest.mark.django_db


def leaving(*, her_words: str = "", on: date | None = None, after_care_until: date | None = None) -> Exit:
    words = ExitWords("Support has run its course.", "a home of her own", her_words)
    return Exit(words, on or today(), after_care_until)


def refused_case() -> UUID:
    """Her recognition was answered with a refusal long ago: the clock of support has run out."""
    case_id = case()
    CaseEvent.objects.filter(case_id=case_id).delete()
    Case.objects.filter(pk=case_id).update(rescued_on=today() - 400 * DAY)
    for kind, outcome, days in (
        (EventKind.REASONABLE_GROUNDS, Outcome.POSITIVE, 300),
        (EventKind.CONCLUSIVE_GROUNDS, Outcome.NEGATIVE, 200),
    ):
        event = Event(kind, today() - days * DAY, outcome=outcome)
        record_event(case_id=case_id, event=event, origin="test", by=decision_maker())
    return case_id


def test_while_support_runs_it_is_refused_and_says_until_when() -> None:
    case_id = case()
    with pytest.raises(Refused, match="not sent away") as refusal:
        record_exit(case_id=case_id, leaving=leaving(), by=caseworker())
    assert "awaiting" in refusal.value.reason


def test_she_may_leave_when_she_asks_and_her_words_are_kept() -> None:
    case_id = case()
    record_exit(case_id=case_id, leaving=leaving(her_words="I want to go to my sister."), by=caseworker())
    page = show_entries(case_id=case_id, kinds=(EntryKind.EXIT,), by=caseworker())
    standing = page.standing(EntryKind.EXIT)
    assert standing is not None
    assert standing.said.her_words == "I want to go to my sister."
    assert show_support(case_id=case_id, by=caseworker()).current.one(EntryKind.EXIT) is not None


def test_an_exit_ends_no_protection() -> None:
    case_id = case()
    before = CaseEvent.objects.count()
    record_exit(case_id=case_id, leaving=leaving(her_words="I wish to leave."), by=caseworker())
    assert CaseEvent.objects.count() == before
    found = opened(case_id, caseworker(), Operation.VIEW_SUPPORT, Compartment.SUPPORT)
    assert all(clock.protected for clock in protection_of(found).clocks)


def test_after_the_clock_has_run_out_no_words_are_needed_and_after_care_follows() -> None:
    case_id = refused_case()
    exit_id = record_exit(case_id=case_id, leaving=leaving(after_care_until=today() + 90 * DAY), by=caseworker())
    page = show_entries(case_id=case_id, kinds=(EntryKind.EXIT,), by=caseworker())
    assert [(one.id, one.until_on) for one in page.entries] == [(exit_id, today() + 90 * DAY)]


def test_one_exit_stands_at_a_time_and_she_may_come_back() -> None:
    case_id = case()
    with pytest.raises(Refused, match="No exit"):
        take_back_exit(case_id=case_id, reason="x", by=caseworker())
    record_exit(case_id=case_id, leaving=leaving(her_words="I wish to leave."), by=caseworker())
    with pytest.raises(Refused, match="recorded already"):
        record_exit(case_id=case_id, leaving=leaving(her_words="I wish to leave."), by=caseworker())
    take_back_exit(case_id=case_id, reason="She came back.", by=caseworker())
    record_exit(case_id=case_id, leaving=leaving(her_words="I wish to leave."), by=caseworker())
    page = show_entries(case_id=case_id, kinds=(EntryKind.EXIT,), by=caseworker())
    assert [one.is_live for one in page.entries] == [True, False]


def test_officers_days_to_come_and_closed_cases_are_refused() -> None:
    case_id = case()
    with pytest.raises(Refused):
        record_exit(case_id=case_id, leaving=leaving(her_words="Yes."), by=durham_constable())
    with pytest.raises(Refused, match="has not come"):
        record_exit(case_id=case_id, leaving=leaving(her_words="Yes.", on=today() + DAY), by=caseworker())
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        record_exit(case_id=case_id, leaving=leaving(her_words="Yes."), by=caseworker())
