"""Tasks and appointments as typed, and what became of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest

from pentameter.victims.forms.support_plan import AppointmentForm, SettleForm, TaskForm
from pentameter.victims.queries.support import AnyEntry, Entry
from pentameter.victims.rules.cases import Practical
from pentameter.victims.rules.contents import AppointmentWords, TaskWords
from pentameter.victims.rules.support import EntryKind, EntryState
from victims.support_ground import typed_day

DAY = date(2007, 10, 9)
MOMENT = datetime(2007, 10, 9, 13, 30, tzinfo=UTC)
PEOPLE = [("7", "Farida Okonjo")]


def entry(kind: EntryKind, said: object, state: EntryState = EntryState.LIVE) -> AnyEntry:
    at = MOMENT if kind is EntryKind.APPOINTMENT else None
    until = DAY if kind is EntryKind.TASK else None
    return Entry(uuid4(), kind, state, said, None, until, at, "7", 3, MOMENT, "7", None)


TASK = entry(EntryKind.TASK, TaskWords("Find a dentist", "soon"))


def test_a_task_as_typed_and_as_it_is() -> None:
    form = TaskForm({"what": "x", "owner": "7", "version": "3", **typed_day("due_on", DAY)}, people=PEOPLE)
    assert form.is_valid(), form.errors
    assert (form.task.words.what, form.task.due_on, form.task.owner, form.seen) == ("x", DAY, "7", 3)
    assert TaskForm.of(TASK, PEOPLE).initial["what"] == "Find a dentist"


def test_nobody_else_may_answer_for_it() -> None:
    form = TaskForm({"what": "x", "owner": "a stranger", **typed_day("due_on", DAY)}, people=PEOPLE)
    assert set(form.errors) == {"owner"}


def test_the_same_words_are_offered_over_the_newer_version() -> None:
    form = TaskForm({"what": "mine", "version": "1", **typed_day("due_on", DAY)}, people=PEOPLE)
    again = TaskForm(form.again(replace(TASK, version=9)), people=PEOPLE)
    assert (again["what"].value(), again["version"].value()) == ("mine", 9)


@pytest.mark.parametrize(
    ("typed", "at"), [("14:30", time(14, 30)), ("9.15", time(9, 15)), ("1430", time(14, 30)), ("25:00", None)]
)
def test_an_appointment_as_typed(typed: str, at: time | None) -> None:
    form = AppointmentForm({"with_whom": "a doctor", "at": typed, **typed_day("on", DAY)})
    assert form.is_valid() is (at is not None)
    if at:
        assert (form.appointment.at, form.appointment.on) == (at, DAY)
    else:
        assert "Write the time as 14:30." in str(form.errors["at"])


def test_an_appointment_as_it_is_and_a_new_one_with_what_she_needs() -> None:
    said = entry(EntryKind.APPOINTMENT, AppointmentWords("a doctor", "Albanian"))
    form = AppointmentForm.of(said, "Europe/Dublin")
    assert (form.initial["on"], form.initial["at"], form.initial["language"]) == (DAY, "14:30", "Albanian")
    fresh = AppointmentForm.beside(Practical(language="ro", worker_gender="woman")).initial
    assert (fresh["language"], fresh["worker_gender"]) == ("Romanian or Moldovan", "a woman")


@pytest.mark.parametrize(
    ("state", "to", "reason", "faults"),
    [
        (EntryState.LIVE, "done", "", set()),
        (EntryState.LIVE, "not_needed", "", {"reason"}),
        (EntryState.LIVE, "not_needed", "She has one.", set()),
        (EntryState.LIVE, "live", "", {"to"}),
        (EntryState.LIVE, "", "", {"to"}),
        (EntryState.DONE, "live", "", set()),
        (EntryState.DONE, "done", "", {"to"}),
    ],
)
def test_what_became_of_it(state: EntryState, to: str, reason: str, faults: set[str]) -> None:
    form = SettleForm({"to": to, "reason": reason, "version": "3"}, entry=replace(TASK, state=state))
    assert set(form.errors) == faults
    if not faults:
        assert form.outcome.value == to
