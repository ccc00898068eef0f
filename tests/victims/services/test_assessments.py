"""An assessment takes the place of the one before, which is kept as it was."""

import pytest

from cast import caseworker, durham_constable
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import SupportEntry
from pentameter.victims.rules.support import EntryKind, EntryState
from pentameter.victims.services.assessments import assess
from pentameter.victims.services.support import show_entries
from victims.support_ground import CANARY, DAY, case, closed, risk, today

pytestmark = pytest.mark.django_db


def test_the_next_one_takes_its_place_and_both_are_kept() -> None:
    case_id = case()
    first = assess(case_id=case_id, assessment=risk(level="high"), by=caseworker())
    before = bytes(SupportEntry.objects.get(pk=first).sealed)
    second = assess(case_id=case_id, assessment=risk(level="low", seen=first), by=caseworker())
    page = show_entries(case_id=case_id, kinds=(EntryKind.RISK,), by=caseworker())
    assert [(one.id, one.state, one.said.level) for one in page.entries] == [
        (second, EntryState.LIVE, "low"),
        (first, EntryState.SUPERSEDED, "high"),
    ]
    assert page.entries[0].follows == first
    assert bytes(SupportEntry.objects.get(pk=first).sealed) == before


def test_kinds_stand_beside_one_another() -> None:
    case_id = case()
    assess(case_id=case_id, assessment=risk(), by=caseworker())
    assess(case_id=case_id, assessment=risk(kind=EntryKind.NEEDS, level="many"), by=caseworker())
    assess(case_id=case_id, assessment=risk(kind=EntryKind.RECOVERY, level="some"), by=caseworker())
    assert SupportEntry.objects.filter(state="live").count() == 3


def test_who_wrote_without_having_read_the_latest_reads_it_first() -> None:
    case_id = case()
    assess(case_id=case_id, assessment=risk(), by=caseworker())
    with pytest.raises(Refused, match="Read it first") as refusal:
        assess(case_id=case_id, assessment=risk(), by=caseworker())
    assert refusal.value.conflict


@pytest.mark.parametrize(
    ("kind", "level"), [(EntryKind.RISK, "many"), (EntryKind.NEEDS, "immediate"), (EntryKind.TASK, "low")]
)
def test_a_level_that_is_none_is_refused(kind: EntryKind, level: str) -> None:
    with pytest.raises(Refused):
        assess(case_id=case(), assessment=risk(kind=kind, level=level), by=caseworker())


def test_nothing_of_it_stands_open() -> None:
    assess(case_id=case(), assessment=risk(), by=caseworker())
    row = SupportEntry.objects.get()
    assert CANARY.encode() not in bytes(row.sealed)
    assert row.until_on == today() + 28 * DAY


def test_officers_and_closed_cases_are_refused() -> None:
    case_id = case()
    with pytest.raises(Refused):
        assess(case_id=case_id, assessment=risk(), by=durham_constable())
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        assess(case_id=case_id, assessment=risk(), by=caseworker())
