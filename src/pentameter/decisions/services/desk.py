"""The duty desk's word on a line: it is her, or it is nobody; the latter by two people, each with a reason."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, looked, record
from pentameter.decisions.list_keys import bound, safe_of
from pentameter.decisions.models import LineAct as ActRow
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.queries import desk
from pentameter.decisions.queries.desk import LineView, QueueLine
from pentameter.decisions.queries.soundness import soundness
from pentameter.decisions.queries.windows import windows_of
from pentameter.decisions.rules.screening import clearance, lines
from pentameter.decisions.rules.screening.lines import BECOMES, LineAct, LineState
from pentameter.decisions.services.settling import settle
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, Verdict, never_was, require
from pentameter.victims import api as victims

MOST_CASES = 3
"""So many cases are laid beside a line; the others are counted."""
_EVENTS = {
    LineAct.CONFIRM: Event.LINE_CONFIRMED,
    LineAct.PROPOSE: Event.LINE_CLEARANCE_PROPOSED,
    LineAct.AGREE: Event.LINE_CLEARED,
    LineAct.UNDO: Event.LINE_PROPOSAL_UNDONE,
    LineAct.REOPEN: Event.LINE_REOPENED,
}


class LineChangedMeanwhile(Refused):
    """Somebody else at the desk, or the worker, was quicker. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__("This line was changed after you opened it. Nothing of yours was saved.", conflict=True)


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The queue. `sound`: whether the system is sure of itself; `unreadable` and `thin` as of the latest check."""

    lines: tuple[QueueLine, ...]
    waiting: int
    sound: Verdict
    unreadable: int
    thin: int
    asked: str


@dataclass(frozen=True, slots=True)
class CaseBeside:
    """A case that a line could be, with why, and what protects her. `window`: that she may still ask again."""

    id: UUID
    reference: str
    identity: victims.Identity
    rescued_on: date
    heading: str
    sentence: str
    window: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One line whole, with the cases it could be. `others`: cases that are not shown; `acts`: what may be done."""

    line: LineView
    cases: tuple[CaseBeside, ...]
    others: int
    acts: tuple[LineAct, ...]
    following: UUID | None
    waiting: int


@transaction.atomic
def show_desk(*, by: Actor, reference: str = "") -> DeskPage:
    """The queue, or the lines that are called by a reference."""
    require(_may(by))
    found = desk.by_reference(reference) if reference.strip() else desk.queue()
    looked(Event.LISTS_SHOWN, by=by, kind="line", ids=[one.id for one in found])
    unreadable, thin = desk.shortcomings()
    sound = clearance.is_sound(soundness())
    return DeskPage(found, desk.waiting(), sound, unreadable, thin, reference.strip())


@transaction.atomic
def show_line(*, line_id: UUID, by: Actor) -> ItemPage:
    """A line with the cases it could be. Each case that is shown is a look at that case, too."""
    row = _line(line_id, by)
    view = desk.view(row, safe_of(row.list_id))
    shown = view.found.matches[:MOST_CASES]
    windows = windows_of([UUID(one.case) for one in shown])
    cases = tuple(_beside(UUID(one.case), one.reasons, windows.get(UUID(one.case), ""), by) for one in shown)
    detail = {"cases": [str(one.id) for one in cases]}
    record(Event.LINE_READ, by=by, subject=("line", line_id), detail=detail)
    others = len(set(view.found.cases) - {str(one.id) for one in cases})
    return ItemPage(view, cases, others, _acts(view, by), desk.following(row), desk.waiting())


def _beside(case_id: UUID, reasons: tuple[str, ...], window: str, by: Actor) -> CaseBeside:
    case = victims.opened(case_id, by, Operation.VIEW_CASE, Compartment.IDENTITY)
    frame = victims.frame_of(case, by)
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    identity = case.identity if case.safe else victims.Identity()
    return CaseBeside(
        id=case_id,
        reference=case.row.reference,
        identity=identity,
        rescued_on=case.row.rescued_on,
        heading=frame.heading,
        sentence=frame.removal.sentence,
        window=window,
        reasons=reasons,
    )


def _acts(view: LineView, by: Actor) -> tuple[LineAct, ...]:
    """What the actor may do now, given a reason."""
    return tuple(
        act
        for act in LineAct
        if lines.may(act, view.state, by=by.id, proposed_by=view.proposed_by, reason="a reason").allowed
    )


def confirm_line(*, line_id: UUID, reason: str, version: int, by: Actor) -> None:
    """It is her: the line is held."""
    _do(LineAct.CONFIRM, line_id, reason, version, by)


def propose_clearance(*, line_id: UUID, reason: str, version: int, by: Actor) -> None:
    """It is nobody who is protected, says one person; another has to agree."""
    _do(LineAct.PROPOSE, line_id, reason, version, by)


def agree_clearance(*, line_id: UUID, reason: str, version: int, by: Actor) -> None:
    """The second person agrees: the line is cleared."""
    _do(LineAct.AGREE, line_id, reason, version, by)


def undo_proposal(*, line_id: UUID, version: int, by: Actor) -> None:
    """Take a proposal back: the line waits as before."""
    _do(LineAct.UNDO, line_id, "", version, by)


def reopen_line(*, line_id: UUID, reason: str, version: int, by: Actor) -> None:
    """Open a line again that was confirmed or cleared."""
    _do(LineAct.REOPEN, line_id, reason, version, by)


@transaction.atomic
def _do(act: LineAct, line_id: UUID, reason: str, version: int, by: Actor) -> None:
    """One act on a line that is still at `version`.

    Raises:
        LineChangedMeanwhile: if it is not.
    """
    line = _line(line_id, by)
    listed = RemovalList.objects.select_for_update().get(pk=line.list_id)
    line = _line(line_id, by)
    if line.version != version:
        raise LineChangedMeanwhile
    state = LineState(line.state)
    require(lines.may(act, state, by=by.id, proposed_by=line.proposed_by, reason=reason))
    new = BECOMES[state, act]
    ListLine.objects.filter(pk=line_id, version=version).update(
        state=new.value,
        held=new.held,
        proposed_by=by.id if new is LineState.PROPOSED else "",
        version=F("version") + 1,
    )
    _keep(line, act, reason, by)
    settle(listed, soundness(), by=by)
    record(_EVENTS[act], by=by, subject=("line", line_id), detail={"list": str(listed.id), "version": version + 1})


def _keep(line: ListLine, act: LineAct, reason: str, by: Actor) -> None:
    row = ActRow(line=line, kind=act.value, at=clock.now(), by=by.id)
    row.reason = safe_of(line.list_id).seal(reason.strip(), bound_to=bound("act", row.id))
    row.save(force_insert=True)


def _may(by: Actor, line: ListLine | None = None) -> Verdict:
    subject = Subject("line", str(line.id) if line else "", Compartment.IDENTITY)
    return decide(by, Operation.ANSWER_SCREENING, subject)


def _line(line_id: UUID, by: Actor) -> ListLine:
    """A line, with its list and agency.

    Raises:
        Refused: hidden, where there is none.
    """
    require(_may(by))
    row = ListLine.objects.select_related("list__agency").filter(pk=line_id).first()
    if row is None:
        raise never_was()
    return row
