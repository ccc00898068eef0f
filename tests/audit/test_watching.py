"""Rows for those who watch over looks."""

from datetime import timedelta

import pytest
from django.db import transaction

from cast import auditor, durham_constable
from pentameter.audit.api import Event, record
from pentameter.audit.queries.watching import latest_of, lines, rows_of
from pentameter.kernel import clock

pytestmark = pytest.mark.django_db


def test_rows_of_some_events_within_a_time_in_their_order() -> None:
    began = clock.now()
    with transaction.atomic():
        seqs = [record(Event.CASE_READ, by=durham_constable(), subject=("case", one)) for one in "ab"]
        record(Event.SIGNED_IN, by=durham_constable())
    now = clock.now() + timedelta(seconds=1)
    found = list(rows_of({"case_read"}, since=began, until=now))
    assert [(one.seq, one.subject_id, one.actor) for one in found] == [
        (seq, one, durham_constable().id) for seq, one in zip(seqs, "ab", strict=True)
    ]
    assert list(rows_of({"case_read"}, since=now, until=now)) == []
    assert lines(seqs).keys() == set(seqs)


def test_the_newest_of_one_event_of_one_agency_or_of_all() -> None:
    with transaction.atomic():
        first = record(Event.GLASS_BROKEN, by=durham_constable(), purpose="x")
        last = record(Event.GLASS_BROKEN, by=auditor(), purpose="y")
    assert [one.seq for one in latest_of("glass_broken", most=5)] == [last, first]
    assert [one.seq for one in latest_of("glass_broken", agency="durham", most=5)] == [first]
    assert len(latest_of("glass_broken", most=1)) == 1
