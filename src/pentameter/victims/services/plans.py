"""The support plan: tasks with a due day and someone who answers for them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.queries.support import row_of
from pentameter.victims.rules.contents import TaskWords
from pentameter.victims.rules.support import CHANGEABLE, EntryKind, EntryState, may_be_due, may_rewrite
from pentameter.victims.services.supporting import (
    Days,
    add_entry,
    move,
    rewrite,
    supported,
    supporting,
    undo_last,
)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, by when, and who answers for it."""

    words: TaskWords
    due_on: date
    owner: str


@transaction.atomic
def plan_task(*, case_id: UUID, task: Task, by: Actor) -> UUID:
    """Add a task to the plan."""
    case = supporting(case_id, by)
    require(may_be_due(task.due_on, found_on=case.row.rescued_on))
    row = add_entry(case, EntryKind.TASK, task.words, by, Days(until_on=task.due_on, owner=task.owner))
    supported(case, row, by=by, act="planned")
    return row.id


@transaction.atomic
def change_task(*, case_id: UUID, task_id: UUID, task: Task, version: int, by: Actor) -> None:
    """Write a task anew, if it is still at `version`. How it was is kept.

    Raises:
        EntryChangedMeanwhile: if it is not.
    """
    case = supporting(case_id, by)
    row = row_of(case, task_id, [EntryKind.TASK])
    require(may_rewrite(EntryKind.TASK, EntryState(row.state)))
    require(may_be_due(task.due_on, found_on=case.row.rescued_on))
    rewrite(case, row, task.words, Days(until_on=task.due_on, owner=task.owner), version=version, by=by)
    supported(case, row, by=by, act="changed")


@transaction.atomic
def settle(*, case_id: UUID, entry_id: UUID, to: EntryState, reason: str, version: int, by: Actor) -> EntryKind:
    """Say what became of a task or an appointment, or open it again. Answers which of the two it is.

    Raises:
        EntryChangedMeanwhile: if somebody changed it meanwhile.
    """
    case = supporting(case_id, by)
    row = row_of(case, entry_id, CHANGEABLE)
    move(case, row, to, by=by, version=version, reason=reason)
    supported(case, row, by=by, act=to.value)
    return EntryKind(row.kind)


@transaction.atomic
def undo(*, case_id: UUID, entry_id: UUID, version: int, by: Actor) -> EntryKind:
    """Undo the last change of a task or an appointment. Both the change and its undoing stay on record."""
    case = supporting(case_id, by)
    row = row_of(case, entry_id, CHANGEABLE)
    undo_last(case, row, version=version, by=by)
    supported(case, row, by=by, act="undone")
    return EntryKind(row.kind)
