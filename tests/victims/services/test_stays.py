"""Where she stays is sealed apart, said and seen only by who works with her, and stands on the case at once."""

from uuid import UUID

import pytest

from cast import caseworker, durham_constable, duty_desk
from pentameter.access.api import Compartment, Operation
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import SupportEntry
from pentameter.victims.queries.opening import opened
from pentameter.victims.services.stays import begin_stay, end_stay
from pentameter.victims.services.support import open_stays, show_stays, show_support
from victims.support_ground import DAY, STAY, assigned, case, closed, stay, today

pytestmark = pytest.mark.django_db


def where(case_id: UUID) -> str:
    found = opened(case_id, caseworker(), Operation.SEE_WHEREABOUTS, Compartment.WHEREABOUTS, purpose="a visit")
    return found.whereabouts.where


def test_a_new_stay_ends_the_one_before_and_stands_on_the_case() -> None:
    case_id = case()
    worker = assigned(case_id)
    begin_stay(case_id=case_id, stay=stay(since=today() - 3 * DAY), by=worker)
    assert where(case_id) == STAY
    begin_stay(case_id=case_id, stay=stay(where="elsewhere", until=today() + 9 * DAY), by=worker)
    assert where(case_id) == "elsewhere"
    page = show_stays(case_id=case_id, purpose="a visit today", by=worker)
    assert [(one.said.where, one.is_live, one.until_on) for one in page.entries] == [
        ("elsewhere", True, today() + 9 * DAY),
        (STAY, False, today()),
    ]
    look = Entry.objects.get(event="whereabouts_read")
    assert (look.subject_id, look.purpose) == (str(case_id), "a visit today")


def test_when_she_left_nobody_says_where_she_is() -> None:
    case_id = case()
    worker = assigned(case_id)
    with pytest.raises(Refused, match="No stay"):
        end_stay(case_id=case_id, on=today(), reason="x", by=worker)
    begin_stay(case_id=case_id, stay=stay(), by=worker)
    with pytest.raises(Refused, match="Say why"):
        end_stay(case_id=case_id, on=today(), reason="", by=worker)
    end_stay(case_id=case_id, on=today(), reason="She went to her sister.", by=worker)
    assert where(case_id) == ""
    assert SupportEntry.objects.get().until_on == today()


def test_the_page_of_support_says_that_she_is_housed_and_until_when() -> None:
    case_id = case()
    begin_stay(case_id=case_id, stay=stay(until=today() + 9 * DAY), by=assigned(case_id))
    page = show_support(case_id=case_id, by=caseworker())
    assert page.current.housed is not None
    assert page.current.housed.until_on == today() + 9 * DAY
    assert STAY not in repr(page)


def test_only_who_works_with_her_says_or_sees_it_and_only_for_a_purpose() -> None:
    case_id = case()
    for actor in (caseworker(), durham_constable()):
        with pytest.raises(Refused):
            begin_stay(case_id=case_id, stay=stay(), by=actor)
        with pytest.raises(Refused):
            show_stays(case_id=case_id, purpose="a visit", by=actor)
        with pytest.raises(Refused):
            open_stays(case_id=case_id, by=actor)
    worker = assigned(case_id)
    with pytest.raises(Refused, match="purpose"):
        show_stays(case_id=case_id, purpose=" ", by=worker)
    begin_stay(case_id=case_id, stay=stay(), by=duty_desk())
    assert STAY.encode() not in bytes(SupportEntry.objects.get().sealed)
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        begin_stay(case_id=case_id, stay=stay(), by=worker)
