"""Notes are only ever added."""

from uuid import uuid4

import pytest

from cast import caseworker, durham_constable
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import SupportEntry
from pentameter.victims.rules.support import MOVES, EntryKind
from pentameter.victims.services.notes import write_note
from pentameter.victims.services.support import show_entries, show_support
from victims.support_ground import CANARY, case, closed

pytestmark = pytest.mark.django_db


def test_a_correction_follows_and_both_are_kept() -> None:
    case_id = case()
    first = write_note(case_id=case_id, text=f"She was seen on Monday, {CANARY}", by=caseworker())
    before = bytes(SupportEntry.objects.get(pk=first).sealed)
    assert CANARY.encode() not in before
    second = write_note(case_id=case_id, text="On Tuesday.", corrects=first, by=caseworker())
    page = show_entries(case_id=case_id, kinds=(EntryKind.NOTE,), by=caseworker())
    assert [(one.id, one.follows) for one in page.entries] == [(second, first), (first, None)]
    assert page.names[page.entries[0].made_by] == caseworker().name
    assert bytes(SupportEntry.objects.get(pk=first).sealed) == before
    with pytest.raises(Refused, match="corrected already"):
        write_note(case_id=case_id, text="On Wednesday.", corrects=first, by=caseworker())


def test_nothing_can_become_of_a_note() -> None:
    assert MOVES[EntryKind.NOTE] == {}


def test_the_page_shows_the_last_three() -> None:
    case_id = case()
    for number in range(5):
        write_note(case_id=case_id, text=f"Note {number}", by=caseworker())
    notes = show_support(case_id=case_id, by=caseworker()).current.notes
    assert [one.said.text for one in notes] == ["Note 4", "Note 3", "Note 2"]


def test_what_is_empty_of_another_case_or_too_late_is_refused() -> None:
    case_id = case()
    with pytest.raises(Refused, match="Write something"):
        write_note(case_id=case_id, text=" ", by=caseworker())
    with pytest.raises(Refused) as refusal:
        write_note(case_id=case_id, text="x", corrects=uuid4(), by=caseworker())
    assert refusal.value.hidden
    with pytest.raises(Refused):
        write_note(case_id=case_id, text="x", by=durham_constable())
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        write_note(case_id=case_id, text="x", by=caseworker())
