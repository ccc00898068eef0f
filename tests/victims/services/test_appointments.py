"""Appointments are at a time where the case's law is, and say nothing in the open."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from cast import caseworker, durham_constable
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, SupportEntry
from pentameter.victims.rules.support import EntryState
from pentameter.victims.services.appointments import arrange, rearrange
from pentameter.victims.services.plans import settle, undo
from pentameter.victims.services.support import show_support
from pentameter.victims.services.supporting import EntryChangedMeanwhile
from victims.support_ground import CANARY, DAY, case, closed, today
from victims.support_scene import an_appointment

pytestmark = pytest.mark.django_db


def test_the_next_one_is_shown_first_at_the_time_of_the_place() -> None:
    case_id = case()
    Case.objects.filter(pk=case_id).update(zone="Europe/Dublin")
    for days in (9, 2):
        arrange(case_id=case_id, appointment=an_appointment(on=today() + days * DAY), by=caseworker())
    first, second = show_support(case_id=case_id, by=caseworker()).appointments
    assert first.at is not None
    assert second.at is not None
    assert second.at - first.at in (timedelta(days=7), timedelta(days=7, hours=1), timedelta(days=6, hours=23))
    assert f"{first.at.astimezone(ZoneInfo('Europe/Dublin')):%H:%M}" == "14:30"


def test_nothing_of_it_stands_open() -> None:
    arrange(case_id=case(), appointment=an_appointment(), by=caseworker())
    row = SupportEntry.objects.get()
    for word in (CANARY, "doctor", "Albanian"):
        assert word.encode() not in bytes(row.sealed)


def test_it_is_rearranged_kept_missed_and_undone() -> None:
    case_id = case()
    entry_id = arrange(case_id=case_id, appointment=an_appointment(), by=caseworker())
    act = {"case_id": case_id, "entry_id": entry_id, "by": caseworker()}
    rearrange(appointment=an_appointment(on=today() + 4 * DAY), version=1, **act)
    with pytest.raises(EntryChangedMeanwhile):
        rearrange(appointment=an_appointment(), version=1, **act)
    settle(to=EntryState.MISSED, reason="", version=2, **act)
    undo(version=3, **act)
    assert SupportEntry.objects.get().state == "live"
    with pytest.raises(Refused, match="Say why"):
        settle(to=EntryState.CANCELLED, reason="", version=4, **act)


def test_impossible_days_officers_and_closed_cases_are_refused() -> None:
    case_id = case()
    with pytest.raises(Refused, match="Check the year"):
        arrange(case_id=case_id, appointment=an_appointment(on=today() - 400 * DAY), by=caseworker())
    with pytest.raises(Refused):
        arrange(case_id=case_id, appointment=an_appointment(), by=durham_constable())
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        arrange(case_id=case_id, appointment=an_appointment(), by=caseworker())
