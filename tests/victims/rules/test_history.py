"""The order of events, and when a request is open."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from pentameter.victims.rules.events import Case, Event, EventKind
from pentameter.victims.rules.history import first_after, history, open_since

START = date(2024, 3, 1)


def on(*days):
    return [Event(EventKind.APPEAL_ASKED, START + timedelta(days=day)) for day in days]


@pytest.mark.parametrize(
    ("asked", "ended", "since"),
    [
        ([], [], None),
        ([1], [], 1),
        ([1], [5], None),
        ([5], [1], 5),
        ([5], [5], None),
        ([1, 5], [5], 5),
        ([1, 5], [5, 5], None),
        ([1, 5], [6], None),
        ([1, 5], [3], 5),
        ([1, 2], [], 1),
        ([1, 5], [1, 5], None),
        ([], [3], None),
    ],
)
def test_a_request_is_open_until_an_end_follows_it(asked, ended, since):
    assert open_since(on(*asked), on(*ended)) == (None if since is None else START + timedelta(days=since))


def test_the_first_event_from_a_day_on():
    assert first_after(on(1, 3, 9), START + timedelta(days=3)) == START + timedelta(days=3)
    assert first_after(on(1), START + timedelta(days=3)) is None


def test_order_depends_on_the_events_alone():
    kinds = (EventKind.CONCLUSIVE_GROUNDS, EventKind.REFERRED, EventKind.REASONABLE_GROUNDS)
    orders = {
        history(Case("scotland", frozenset(Event(kind, START) for kind in order)), START).events
        for order in permutations(kinds)
    }
    assert [[one.kind for one in order] for order in orders] == [
        [EventKind.REFERRED, EventKind.REASONABLE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS]
    ]


def test_what_is_still_to_come_and_what_has_no_day_is_left_out():
    events = frozenset({Event(EventKind.REFERRED, START), Event(EventKind.WITHDRAWN, None), *on(1)})
    assert [one.kind for one in history(Case("scotland", events), START).events] == [EventKind.REFERRED]


def test_an_event_without_a_day_cannot_be_asked_for_it():
    with pytest.raises(ValueError, match="The day of the referral is not known"):
        _ = Event(EventKind.REFERRED).day
