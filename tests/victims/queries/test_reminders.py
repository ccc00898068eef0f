"""Whoever answers for a task, or works with her, is reminded of days; nobody is told what for."""

from dataclasses import replace
from uuid import UUID

import pytest

from cast import caseworker, durham_constable
from pentameter.config.today import home_page
from pentameter.kernel import clock
from pentameter.victims.models import Case
from pentameter.victims.queries.reminders import coming_appointments, due_tasks
from pentameter.victims.rules.support import EntryState
from pentameter.victims.services.appointments import arrange
from pentameter.victims.services.plans import plan_task, settle
from victims.support_ground import CANARY, DAY, assigned, case, closed, task, today
from victims.support_scene import an_appointment

pytestmark = pytest.mark.django_db


def planned() -> UUID:
    case_id = case()
    for days in (-3, -1, 2):
        plan_task(case_id=case_id, task=task(due_on=today() + days * DAY), by=caseworker())
    arrange(case_id=case_id, appointment=an_appointment(on=today() + DAY), by=caseworker())
    return case_id


def test_who_answers_for_tasks_is_told_how_many_are_due_and_since_when() -> None:
    case_id = planned()
    (due,) = due_tasks(caseworker(), today=today())
    assert (due.case_id, due.tasks, due.first_due) == (case_id, 2, today() - 3 * DAY)
    assert due_tasks(replace(caseworker(), id=str(UUID(int=9))), today=today()) == ()
    assert due_tasks(durham_constable(), today=today()) == ()


def test_what_is_done_closed_or_taken_over_reminds_nobody() -> None:
    case_id = case()
    task_id = plan_task(case_id=case_id, task=task(due_on=today()), by=caseworker())
    settle(case_id=case_id, entry_id=task_id, to=EntryState.DONE, reason="", version=1, by=caseworker())
    assert due_tasks(caseworker(), today=today()) == ()
    settle(case_id=case_id, entry_id=task_id, to=EntryState.LIVE, reason="", version=2, by=caseworker())
    assert len(due_tasks(caseworker(), today=today())) == 1
    closed(case_id)
    assert due_tasks(caseworker(), today=today()) == ()
    Case.objects.filter(pk=case_id).update(state="open", support_agency=None)
    assert due_tasks(caseworker(), today=today()) == ()


def test_only_who_works_with_her_is_reminded_of_an_appointment() -> None:
    case_id = planned()
    assert coming_appointments(caseworker(), now=clock.now()) == ()
    assigned(case_id)
    (coming,) = coming_appointments(caseworker(), now=clock.now())
    assert coming.case_id == case_id


def test_the_first_page_says_days_and_references_and_nothing_of_what_for() -> None:
    case_id = planned()
    assigned(case_id)
    tasks = home_page(caseworker(), today()).tasks
    reference = Case.objects.get(pk=case_id).reference
    said = repr(tasks)
    assert f"2 tasks are due in {reference}" in said
    assert f"An appointment in {reference}" in said
    for word in (CANARY, "dentist", "doctor", "letter", "Albanian"):
        assert word not in said
    assert reference not in repr(home_page(durham_constable(), today()).tasks)
