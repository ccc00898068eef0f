"""Looking at support leaves a row, shows only what may be shown, and says what a child has beside her."""

import pytest

from cast import caseworker
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import CaseKey
from pentameter.victims.rules.support import EntryKind
from pentameter.victims.services.plans import plan_task
from pentameter.victims.services.stays import begin_stay
from pentameter.victims.services.support import open_form, show_entries, show_entry, show_support
from victims.support_ground import assigned, case, closed, stay, task

pytestmark = pytest.mark.django_db


def test_each_look_leaves_a_row_without_contents() -> None:
    case_id = case()
    task_id = plan_task(case_id=case_id, task=task(), by=caseworker())
    show_support(case_id=case_id, by=caseworker())
    show_entries(case_id=case_id, kinds=(EntryKind.TASK,), by=caseworker())
    show_entry(case_id=case_id, entry_id=task_id, kind=EntryKind.TASK, by=caseworker())
    open_form(case_id=case_id, kind=EntryKind.TASK, by=caseworker())
    looks = Entry.objects.filter(event="support_read", subject_id=str(case_id))
    assert looks.count() == 4
    assert all(not one.purpose for one in looks)


def test_stays_are_never_shown_with_the_rest() -> None:
    case_id = case()
    stay_id = begin_stay(case_id=case_id, stay=stay(), by=assigned(case_id))
    with pytest.raises(Refused):
        show_entries(case_id=case_id, kinds=(EntryKind.STAY,), by=caseworker())
    with pytest.raises(Refused):
        show_entry(case_id=case_id, entry_id=stay_id, kind=EntryKind.STAY, by=caseworker())
    with pytest.raises(Refused):
        show_entry(case_id=case_id, entry_id=stay_id, kind=EntryKind.TASK, by=caseworker())


def test_a_closed_case_is_read_and_not_written() -> None:
    case_id = case()
    assert show_support(case_id=case_id, by=caseworker()).base.may_change
    closed(case_id)
    assert not show_support(case_id=case_id, by=caseworker()).base.may_change


def test_of_a_case_without_its_key_the_page_is_empty() -> None:
    case_id = case()
    plan_task(case_id=case_id, task=task(), by=caseworker())
    CaseKey.objects.filter(case_id=case_id).delete()
    (found,) = show_support(case_id=case_id, by=caseworker()).tasks
    assert found.said.what == ""


def test_colleagues_are_those_of_the_organisation() -> None:
    page = open_form(case_id=case(), kind=EntryKind.TASK, by=caseworker())
    assert page.colleagues == ((caseworker().id, caseworker().name),)
