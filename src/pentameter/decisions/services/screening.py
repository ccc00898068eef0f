"""What the worker does with a list: reads it, then checks its lines against everyone who is protected.

In steps that each stand whole. Killed anywhere, it goes on after the last step; where the holds have moved meanwhile,
or the list is asked for again, it begins a new round. When a run ends, nothing of the names stays in its memory.
"""

from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.decisions.list_keys import bound, safe_of, surname_index, unseal_file
from pentameter.decisions.matching import Screen, forget
from pentameter.decisions.models import LineAct as Act
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.protected import everybody, subjects
from pentameter.decisions.queries.desk import found_of_line
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.reading import read_sent
from pentameter.decisions.rules.screening import limits, trawling
from pentameter.decisions.rules.screening.clearance import Stage
from pentameter.decisions.rules.screening.lines import LineAct, LineState, after_check
from pentameter.decisions.rules.screening.told import (
    Found,
    found_as_json,
    found_of,
    subject_from_json,
    surnames_of,
)
from pentameter.decisions.services.lists import add_lines
from pentameter.decisions.services.settling import settle
from pentameter.decisions.services.trawling import watch_for_trawling
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.in_memory import in_memory
from pentameter.kernel.safe import Safe
from pentameter.kernel.verdict import Refused, require
from pentameter.victims import api as victims

LINES_A_STEP = 500
_NEW_HOLD = "Somebody who could be the person on this line has become protected, or known by another name."


def check_list(*, list_id: UUID, by: Actor) -> None:
    """Read a list where that is still to be done, and check it as far as it is not."""
    try:
        row = RemovalList.objects.get(pk=list_id)
        if row.stage == Stage.RECEIVED.value and not _read(row, by):
            return
        _watch(list_id, by)
        _check(list_id, by)
    finally:
        forget()


def _read(row: RemovalList, by: Actor) -> bool:
    """The list's lines, all of them in one transaction; or why there are none."""
    safe = safe_of(row.id)
    told = safe.unseal(row.told, bound_to=bound("told", row.id))
    name = str(told["name"]) if isinstance(told, dict) else "list"
    try:
        with in_memory(unseal_file(safe, row.file or b"", row.id)) as path:
            found = list(islice(read_sent(path, clock.today(), name=name), limits.MOST_LINES + 1))
        require(limits.may_hold(len(found)))
    except Refused as refusal:
        _refuse(row.id, safe, {"name": name, "refusal": refusal.reason}, by)
        return False
    with transaction.atomic():
        locked = RemovalList.objects.select_for_update().get(pk=row.id)
        if locked.stage == Stage.RECEIVED.value:
            add_lines(locked, safe, found)
            locked.stage, locked.lines, locked.file = Stage.CHECKING.value, len(found), None
            locked.save(update_fields=["stage", "lines", "file"])
            record(Event.ROWS_TAKEN_IN, by=by, subject=("list", row.id), detail={"lines": len(found)})
    return True


@transaction.atomic
def _refuse(list_id: UUID, safe: Safe, told: dict[str, str], by: Actor) -> None:
    sealed = safe.seal(told, bound_to=bound("told", list_id))
    received = RemovalList.objects.filter(pk=list_id, stage=Stage.RECEIVED.value)
    if received.update(stage=Stage.REFUSED.value, told=sealed, file=None):
        record(Event.LIST_REFUSED, by=by, subject=("list", list_id))


@transaction.atomic
def _watch(list_id: UUID, by: Actor) -> None:
    """Note the surnames of a small list, blind, and look for trawling. Once: in its first round."""
    row = RemovalList.objects.select_for_update().get(pk=list_id)
    if row.round or row.surnames:
        return
    if row.lines <= trawling.SMALL:
        safe = safe_of(list_id)
        told = [subject_from_json(safe.unseal(one.told, bound_to=bound("line", one.id))) for one in row.rows.all()]
        row.surnames = " ".join(surname_index(row.agency_id, one) for one in surnames_of(told))
        row.save(update_fields=["surnames"])
    watch_for_trawling(agency=row.agency_id, by=by)


def _check(list_id: UUID, by: Actor) -> None:
    if RemovalList.objects.filter(pk=list_id, stage=Stage.DONE.value, mark=victims.holds_mark()).exists():
        return  # another run answered it meanwhile
    held = everybody()
    row = _begin(list_id, held)
    if row is None:
        return
    screen = Screen(subjects(held.people, clock.today()))
    _note_thin(row, len(set(screen.thin)))
    safe = safe_of(list_id)
    while _step(row, safe, screen, by):
        pass
    _finish(row, by)


@transaction.atomic
def _begin(list_id: UUID, held: victims.HeldPeople) -> RemovalList | None:
    """Go on with the round that was left, or begin a new one where the holds have moved; None where all is done."""
    row = RemovalList.objects.select_for_update().get(pk=list_id)
    if row.stage == Stage.REFUSED.value or (row.stage == Stage.DONE.value and row.mark == held.mark):
        return None
    if row.stage == Stage.DONE.value or row.began_mark != held.mark:
        row.stage, row.began_mark, row.round, row.checked = Stage.CHECKING.value, held.mark, row.round + 1, 0
    row.unreadable = held.unreadable
    row.save(update_fields=["stage", "began_mark", "round", "checked", "unreadable"])
    return row


def _note_thin(row: RemovalList, count: int) -> None:
    RemovalList.objects.filter(pk=row.id, round=row.round).update(thin=count)


def _step(row: RemovalList, safe: Safe, screen: Screen, by: Actor) -> bool:
    """Check some lines that were not yet checked in this round; whether there were any."""
    rows = ListLine.objects.filter(list=row, round__lt=row.round).order_by("number")
    found = {}
    for line in rows[:LINES_A_STEP]:
        subject = subject_from_json(safe.unseal(line.told, bound_to=bound("line", line.id)))
        explained = screen.explain(subject)
        found[line.id] = Checked(found_of(explained), held=explained.answer.held)
    return bool(found) and _write(row, safe, found, by)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the matching says of a line."""

    found: Found
    held: bool


@transaction.atomic
def _write(row: RemovalList, safe: Safe, checked: dict[UUID, Checked], by: Actor) -> bool:
    """Write a step, unless the list went on to another round meanwhile. The desk's acts are never undone by it."""
    locked = RemovalList.objects.select_for_update().get(pk=row.id)
    if locked.round != row.round or locked.stage != Stage.CHECKING.value:
        return False
    lines = list(ListLine.objects.select_for_update().filter(pk__in=checked, round__lt=row.round))
    plain = {line.id for line in lines if _is_plainly_none(line, checked[line.id])}
    ListLine.objects.filter(pk__in=plain).update(state=LineState.NONE.value, round=row.round)
    for line in lines:
        if line.id not in plain:
            _answer(line, safe, checked[line.id], row.round, by)
            line.save(update_fields=_WRITTEN)
    locked.checked += len(lines)
    locked.save(update_fields=["checked"])
    return True


_WRITTEN = ("found", "state", "held", "round", "proposed_by", "version")


def _is_plainly_none(line: ListLine, checked: Checked) -> bool:
    """Most lines: nobody asked the desk about them, and nothing was found. All of a step are written at once."""
    return line.state in (LineState.WAITING.value, LineState.NONE.value) and not checked.held and line.found is None


def _answer(line: ListLine, safe: Safe, checked: Checked, round_: int, by: Actor) -> None:
    """What the line becomes, in memory."""
    before = found_of_line(line, safe)
    state = LineState(line.state)
    somebody_new = checked.found.has_somebody_beside(before)
    new = after_check(state, held=checked.held, somebody_new=somebody_new)
    if new is not state:
        line.state, line.held, line.version = new.value, new.held, line.version + 1
        line.proposed_by = ""
    elif state is LineState.OPEN and somebody_new:
        line.version += 1  # who had the line open has not seen her, and so says nothing of her
    if state in (LineState.PROPOSED, LineState.CLEARED) and new is LineState.OPEN:
        _say_opened(line, safe, by)
    keep = checked.held or line.found is not None
    line.found = safe.seal(found_as_json(checked.found), bound_to=bound("found", line.id)) if keep else None
    line.round = round_


def _say_opened(line: ListLine, safe: Safe, by: Actor) -> None:
    act = Act(line=line, kind=LineAct.REOPEN.value, at=clock.now(), by=by.id)
    act.reason = safe.seal(_NEW_HOLD, bound_to=bound("act", act.id))
    act.save(force_insert=True)
    record(Event.LINE_REOPENED, by=by, subject=("line", line.id), detail={"because": "new hold"})


@transaction.atomic
def _finish(row: RemovalList, by: Actor) -> None:
    """Every line was checked against the holds of one mark: say as of which, and when."""
    locked = RemovalList.objects.select_for_update().get(pk=row.id)
    if locked.round != row.round or locked.stage != Stage.CHECKING.value or locked.checked != locked.lines:
        return
    locked.stage, locked.mark, locked.checked_at = Stage.DONE.value, locked.began_mark, clock.now()
    locked.save(update_fields=["stage", "mark", "checked_at"])
    settle(locked, soundness(), by=by)
    held = locked.rows.filter(held=True).count()
    detail = {"lines": locked.lines, "held": held, "round": locked.round, "mark": locked.mark}
    record(Event.LIST_SCREENED, by=by, subject=("list", row.id), detail=detail)
