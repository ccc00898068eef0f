"""No row, no act, for everything that support does; and all of it can be forgotten."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from cast import caseworker
from no_row_no_act import no_row_no_act
from pentameter.victims.models import Attachment, SupportEntry, SupportStep
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.queries.support import row_of
from pentameter.victims.rules.contents import AssessmentWords, ExitWords
from pentameter.victims.rules.support import EntryKind, EntryState
from pentameter.victims.services.appointments import arrange, rearrange
from pentameter.victims.services.assessments import assess
from pentameter.victims.services.attachments import Upload, attach, read_attachment, remove_attachment
from pentameter.victims.services.exits import Exit, record_exit, take_back_exit
from pentameter.victims.services.flags import end_flag, raise_flag
from pentameter.victims.services.notes import write_note
from pentameter.victims.services.plans import change_task, plan_task, settle, undo
from pentameter.victims.services.stays import begin_stay, end_stay
from pentameter.victims.services.support import show_entries, show_stays, show_support
from pentameter.victims.services.supporting import Days, add_entry, forget_support, supporting
from victims.some_files import PNG
from victims.support_ground import assigned, case, flag, risk, stay, task, today
from victims.support_scene import an_appointment

Act = tuple[str, Callable[[], object]]
LEFT = Exit(ExitWords("She wished to.", "", "I wish to leave."), today())


@pytest.mark.django_db(transaction=True)
def test_nothing_is_saved_without_its_row() -> None:
    case_id = case()
    assigned(case_id)
    for name, act in _beginnings(case_id):
        _held_to_it(name, act)
        act()
    for name, act in _followings(case_id):
        _held_to_it(name, act)
        act()


def _held_to_it(name: str, act: Callable[[], object]) -> None:
    try:
        no_row_no_act(act)
    except BaseException as failure:
        raise AssertionError(f"{name} went on without its row: {failure}") from failure


def _beginnings(case_id: UUID) -> Iterator[Act]:
    here = {"case_id": case_id, "by": caseworker()}
    yield "assess", lambda: assess(assessment=risk(), **here)
    yield "plan_task", lambda: plan_task(task=task(), **here)
    yield "arrange", lambda: arrange(appointment=an_appointment(), **here)
    yield "write_note", lambda: write_note(text="A note.", **here)
    yield "raise_flag", lambda: raise_flag(flag=flag(), **here)
    yield "begin_stay", lambda: begin_stay(stay=stay(), **here)
    yield "record_exit", lambda: record_exit(leaving=LEFT, **here)
    yield "attach", lambda: attach(upload=Upload("a.png", PNG), **here)


def _followings(case_id: UUID) -> Iterator[Act]:
    here = {"case_id": case_id, "by": caseworker()}
    ids = {row.kind: row.pk for row in SupportEntry.objects.all()}
    file_id = Attachment.objects.get().pk
    planned, met = {"entry_id": ids["task"], **here}, {"entry_id": ids["appointment"], **here}
    yield "change_task", lambda: change_task(task_id=ids["task"], task=task(), version=1, **here)
    yield "settle", lambda: settle(to=EntryState.DONE, reason="", version=2, **planned)
    yield "undo", lambda: undo(version=3, **planned)
    yield "rearrange", lambda: rearrange(appointment=an_appointment(), version=1, **met)
    yield "end_flag", lambda: end_flag(flag_id=ids["flag"], reason="It is over.", **here)
    yield "end_stay", lambda: end_stay(on=today(), reason="She left.", **here)
    yield "take_back_exit", lambda: take_back_exit(reason="She came back.", **here)
    yield "read_attachment", lambda: read_attachment(attachment_id=file_id, **here)
    yield "remove_attachment", lambda: remove_attachment(attachment_id=file_id, reason="Not hers.", **here)
    yield "show_support", lambda: show_support(**here)
    yield "show_entries", lambda: show_entries(kinds=(EntryKind.NOTE,), **here)
    yield "show_stays", lambda: show_stays(purpose="a visit", **here)


def _case(case_id: UUID) -> OpenCase:
    with transaction.atomic():
        return supporting(case_id, caseworker())


@pytest.mark.django_db
def test_the_database_itself_lets_one_stand_at_a_time() -> None:
    found = _case(case())
    days = Days(today(), today())
    add_entry(found, EntryKind.RISK, AssessmentWords("low"), caseworker(), days)
    with pytest.raises(IntegrityError), transaction.atomic():
        add_entry(found, EntryKind.RISK, AssessmentWords("high"), caseworker(), days)
    with pytest.raises(IntegrityError), transaction.atomic():
        add_entry(found, EntryKind.TASK, AssessmentWords(), caseworker(), Days())
    with pytest.raises(IntegrityError), transaction.atomic():
        add_entry(found, EntryKind.APPOINTMENT, AssessmentWords(), caseworker(), Days())


@pytest.mark.django_db
def test_what_one_case_keeps_can_be_forgotten_whole() -> None:
    case_id, other = case(), case()
    for one in (case_id, other):
        note = write_note(case_id=one, text="A note.", by=caseworker())
        write_note(case_id=one, text="Corrected.", corrects=note, by=caseworker())
        task_id = plan_task(case_id=one, task=task(), by=caseworker())
        settle(case_id=one, entry_id=task_id, to=EntryState.DONE, reason="", version=1, by=caseworker())
        attach(case_id=one, upload=Upload("a.png", PNG), by=caseworker())
    forget_support(case_id)
    assert {row.case_id for row in SupportEntry.objects.all()} == {other}
    assert {row.entry.case_id for row in SupportStep.objects.all()} == {other}
    assert {row.case_id for row in Attachment.objects.all()} == {other}
    assert row_of(_case(other), task_id, [EntryKind.TASK]).case_id == other
