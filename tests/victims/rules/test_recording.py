"""What cannot have happened is not recorded, and who only supports her ends nothing."""

from datetime import date

import pytest

from pentameter.kernel.actor import Role
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.recording import (
    SUPPORTING,
    earliest_birth,
    may_record,
    may_record_as,
    may_record_when_closed,
    typed_by,
)

TODAY = date(2026, 3, 1)
FEBRUARY = date(2026, 2, 1)
REFERRED = Event(EventKind.REFERRED, on=FEBRUARY)
GROUNDS = Event(EventKind.REASONABLE_GROUNDS, on=FEBRUARY, outcome=Outcome.POSITIVE)
CASE = Case("england_wales", frozenset({REFERRED, GROUNDS}))


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Event(EventKind.REFERRED, on=TODAY), ""),
        (Event(EventKind.REFERRED, on=None), ""),
        (Event(EventKind.REFERRED, on=date(2026, 3, 2)), "has not come yet"),
        (Event(EventKind.REFERRED, on=date(1989, 3, 2)), "Check the year"),
        (Event(EventKind.REFERRED, on=date(2002, 3, 2)), "before her birth"),
        (Event(EventKind.UNKNOWN, on=TODAY, said="odd"), "Say what happened"),
        (REFERRED, "recorded already"),
        (Event(EventKind.CONCLUSIVE_GROUNDS, on=TODAY), "went is not known"),
        (Event(EventKind.CONCLUSIVE_GROUNDS), "went is not known"),
        (Event(EventKind.REASONABLE_GROUNDS, on=FEBRUARY, outcome=Outcome.NEGATIVE), "strike that out"),
        (Event(EventKind.EXTENDED, on=TODAY), "Until when"),
        (Event(EventKind.EXTENDED, on=TODAY, until=FEBRUARY), "before it began"),
        (Event(EventKind.RECONSIDERATION_ASKED, on=TODAY), "Which decision"),
        (Event(EventKind.FURTHER_PERIOD, on=TODAY), "lacks: decider, reasons"),
        (Event(EventKind.FURTHER_PERIOD, on=TODAY, decider="The authority", reasons="New threats."), ""),
        (Event(EventKind.PERIOD_ENDED, on=TODAY), "who decided it"),
        (Event(EventKind.DISQUALIFIED, on=TODAY, ground="public_order"), "ends nothing"),
    ],
)
def test_what_may_be_recorded(event: Event, said: str) -> None:
    verdict = may_record(event, CASE, today=TODAY, born="2003")
    assert verdict.allowed is not bool(said)
    assert said in verdict.reason


@pytest.mark.parametrize(
    ("born", "first"),
    [
        ("", None),
        ("unknown", None),
        ("1989", date(1989, 1, 1)),
        ("1989-02", date(1989, 2, 1)),
        ("1989-02-28", date(1989, 2, 28)),
        ("1989-02-31", date(1989, 1, 1)),
        ("0", None),
        ("1989-99999999999999999999-1", date(1989, 1, 1)),
    ],
)
def test_birth_is_known_as_far_as_it_is(born: str, first: date | None) -> None:
    assert earliest_birth(born) == first


def test_who_supports_her_records_nothing_that_ends() -> None:
    assert not may_record_as(EventKind.CONCLUSIVE_GROUNDS, Role.CASEWORKER).allowed
    assert all(may_record_as(kind, Role.DUTY_DESK).allowed for kind in SUPPORTING)
    assert typed_by(Role.FORCE_OFFICER) == ()
    assert EventKind.DISQUALIFIED not in typed_by(Role.DECISION_MAKER)


def test_a_closed_case_takes_decisions_that_shorten_nothing() -> None:
    assert may_record_when_closed(Role.DECISION_MAKER, shortens="").allowed
    assert not may_record_when_closed(Role.DECISION_MAKER, shortens="It would end support.").allowed
    assert "Open it again" in may_record_when_closed(Role.CASEWORKER, shortens="").reason
