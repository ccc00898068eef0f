"""Tasks: planned, changed, settled, opened again, undone; and nobody's words are lost."""

from uuid import UUID

import pytest

from cast import caseworker, outsider
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import SupportEntry, SupportStep
from pentameter.victims.rules.contents import TaskWords
from pentameter.victims.rules.support import EntryKind, EntryState
from pentameter.victims.services.plans import Task, change_task, plan_task, settle, undo
from pentameter.victims.services.support import show_entry, show_support
from pentameter.victims.services.supporting import EntryChangedMeanwhile
from victims.support_ground import CANARY, DAY, case, closed, task, today

pytestmark = pytest.mark.django_db


def planned() -> tuple[UUID, UUID]:
    case_id = case()
    return case_id, plan_task(case_id=case_id, task=task(), by=caseworker())


def entry(case_id: UUID, task_id: UUID):
    return show_entry(case_id=case_id, entry_id=task_id, kind=EntryKind.TASK, by=caseworker())


def test_it_is_done_opened_again_and_every_step_is_kept() -> None:
    case_id, task_id = planned()
    act = {"case_id": case_id, "entry_id": task_id, "by": caseworker()}
    settle(to=EntryState.DONE, reason="", version=1, **act)
    assert not show_support(case_id=case_id, by=caseworker()).tasks
    settle(to=EntryState.LIVE, reason="It was another dentist.", version=2, **act)
    page = entry(case_id, task_id)
    assert page.entry.state is EntryState.LIVE
    assert [(one.act, one.reason) for one in page.steps] == [("live", "It was another dentist."), ("done", "")]


def test_what_is_not_needed_says_why() -> None:
    case_id, task_id = planned()
    act = {"case_id": case_id, "entry_id": task_id, "by": caseworker(), "version": 1}
    with pytest.raises(Refused, match="Say why"):
        settle(to=EntryState.NOT_NEEDED, reason=" ", **act)
    settle(to=EntryState.NOT_NEEDED, reason=f"She has one, {CANARY}", **act)
    assert all(CANARY.encode() not in bytes(one.sealed) for one in SupportStep.objects.all())


def test_undo_goes_back_step_by_step_and_keeps_what_was_undone() -> None:
    case_id, task_id = planned()
    other = Task(TaskWords("Another"), today() + DAY, "")
    change_task(case_id=case_id, task_id=task_id, task=other, version=1, by=caseworker())
    act = {"case_id": case_id, "entry_id": task_id, "by": caseworker()}
    settle(to=EntryState.DONE, reason="", version=2, **act)
    undo(version=3, **act)
    assert entry(case_id, task_id).entry.state is EntryState.LIVE
    undo(version=4, **act)
    page = entry(case_id, task_id)
    assert (page.entry.said, page.entry.until_on) == (task().words, task().due_on)
    assert page.entry.owner == caseworker().id
    assert [one.undone for one in page.steps] == [True, True]
    with pytest.raises(Refused, match="nothing left to undo"):
        undo(version=5, **act)


def test_who_comes_second_loses_nothing_and_saves_nothing() -> None:
    case_id, task_id = planned()
    hers, his = Task(TaskWords("Hers"), today(), ""), Task(TaskWords("His"), today(), "")
    change_task(case_id=case_id, task_id=task_id, task=hers, version=1, by=caseworker())
    with pytest.raises(EntryChangedMeanwhile) as meanwhile:
        change_task(case_id=case_id, task_id=task_id, task=his, version=1, by=caseworker())
    assert meanwhile.value.current.said.what == "Hers"
    assert entry(case_id, task_id).entry.said.what == "Hers"
    for act in (
        lambda: settle(case_id=case_id, entry_id=task_id, to=EntryState.DONE, reason="", version=1, by=caseworker()),
        lambda: undo(case_id=case_id, entry_id=task_id, version=1, by=caseworker()),
    ):
        with pytest.raises(EntryChangedMeanwhile):
            act()
    assert SupportStep.objects.count() == 1


def test_what_is_settled_is_not_rewritten() -> None:
    case_id, task_id = planned()
    settle(case_id=case_id, entry_id=task_id, to=EntryState.DONE, reason="", version=1, by=caseworker())
    with pytest.raises(Refused, match="Open it again first"):
        change_task(case_id=case_id, task_id=task_id, task=task(), version=2, by=caseworker())


def test_overdue_ones_come_first() -> None:
    case_id = case()
    for days in (3, -2, 0):
        plan_task(case_id=case_id, task=task(due_on=today() + days * DAY), by=caseworker())
    tasks = show_support(case_id=case_id, by=caseworker()).tasks
    assert [one.overdue(today()) for one in tasks] == [True, False, False]
    assert tasks[1].until_on == today()


def test_a_task_of_another_case_is_not_there() -> None:
    _, task_id = planned()
    other = case()
    with pytest.raises(Refused) as refusal:
        settle(case_id=other, entry_id=task_id, to=EntryState.DONE, reason="", version=1, by=caseworker())
    assert refusal.value.hidden


def test_outsiders_and_closed_cases_are_refused() -> None:
    case_id, task_id = planned()
    with pytest.raises(Refused):
        plan_task(case_id=case_id, task=task(), by=outsider())
    closed(case_id)
    with pytest.raises(Refused, match="Open it again first"):
        plan_task(case_id=case_id, task=task(), by=caseworker())
    with pytest.raises(Refused, match="Open it again first"):
        undo(case_id=case_id, entry_id=task_id, version=1, by=caseworker())
    assert SupportEntry.objects.count() == 1
