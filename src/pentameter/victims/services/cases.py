"""Looking at cases: the list, a record, its timeline. Every look is a row, in the transaction of the question."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, decide
from pentameter.audit.api import Event, acts_on, looked
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.queries.cases import (
    ACTS,
    CaseRecord,
    Happened,
    Version,
    happened_in,
    version_of,
    workers_of,
)
from pentameter.victims.queries.frames import Frame, frame_of
from pentameter.victims.queries.lists import EVERY_OPEN, CaseFilter, CasePage, page_of
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.queries.protections import today_of
from pentameter.victims.queries.support import contact_flags
from pentameter.victims.rules.cases import CaseState, may_write


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened in a case, newest first. Without support: that is between her and those who support her."""

    frame: Frame
    lines: tuple[Happened, ...]


@transaction.atomic
def list_cases(*, by: Actor, narrowed: CaseFilter = EVERY_OPEN, page: int = 1) -> CasePage:
    """A page of the cases that the actor may see, most urgent first. Five SQL queries, the record's among them."""
    require(decide(by, Operation.VIEW_CASES))
    found = page_of(by, narrowed, number=page)
    looked(Event.CASES_LISTED, by=by, kind="case", ids=[line.id for line in found.lines])
    may_register = decide(by, Operation.REGISTER_RESCUE).allowed
    breaks = decide(by, Operation.BREAK_GLASS, purpose="to show the way").allowed
    return replace(
        found,
        may_register=may_register,
        may_break_glass=breaks,
        may_import=decide(by, Operation.IMPORT_CASES).allowed,
        may_export=decide(by, Operation.EXPORT_CASE, purpose="to show the way").allowed,
    )


@transaction.atomic
def show_case(*, case_id: UUID, by: Actor) -> CaseRecord:
    """The record of a case: who she is and what is practical. Where she is stays sealed; it is opened by itself."""
    case = opened(case_id, by, Operation.VIEW_CASE, Compartment.IDENTITY)
    record = _record_of(case, by)
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    return record


@transaction.atomic
def show_version(*, case_id: UUID, by: Actor) -> Version:
    """What can be changed of a case, for those who may change it."""
    case = opened(case_id, by, Operation.CHANGE_CASE, Compartment.IDENTITY)
    require(may_write(case.state))
    found = version_of(case, frame_of(case, by))
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    return found


@transaction.atomic
def show_frame(*, case_id: UUID, operation: Operation, by: Actor) -> Frame:
    """The frame of a case, for a form that shows nothing else of it."""
    case = opened(case_id, by, operation, Compartment.IDENTITY)
    frame = frame_of(case, by)
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    return frame


@transaction.atomic
def show_timeline(*, case_id: UUID, by: Actor) -> Timeline:
    """What happened in a case, from what bears on her protection and from the acts of the record, newest first."""
    case = opened(case_id, by, Operation.VIEW_CASE, Compartment.IDENTITY)
    acts = (
        Happened(ACTS[one.event], one.at.date(), one.at, one.actor, "act") for one in acts_on("case", case_id, ACTS)
    )
    happened, now = happened_in(case)
    lines = sorted((*happened, *acts), key=_when, reverse=True)
    timeline = Timeline(frame_of(case, by, protection=now), tuple(lines))
    looked(Event.CASE_READ, by=by, kind="case", ids=[case_id])
    return timeline


def _when(one: Happened) -> tuple[str, str]:
    day = one.day.isoformat() if one.day else ""
    return day, one.moment.isoformat() if one.moment else ""


def _record_of(case: OpenCase, by: Actor) -> CaseRecord:
    writable = case.state is CaseState.OPEN
    where = Compartment.WHEREABOUTS
    return CaseRecord(
        frame=frame_of(case, by),
        agency=case.row.agency.name,
        identity=case.identity,
        practical=case.practical,
        before_calling=contact_flags(case, by, today=today_of(case.row)),
        has_whereabouts=bool(case.whereabouts.where),
        opened_at=case.row.opened_at,
        opened_by=case.row.opened_by,
        closed_on=case.row.closed_on,
        version=case.row.version,
        workers=workers_of(case),
        may_change=writable and case.may(by, Operation.CHANGE_CASE, Compartment.IDENTITY),
        may_see_where=case.may(by, Operation.SEE_WHEREABOUTS, where),
        may_say_where=writable and case.may(by, Operation.CHANGE_WHEREABOUTS, where),
        may_reopen=case.state is CaseState.CLOSED and case.may(by, Operation.CHANGE_CASE, Compartment.IDENTITY),
        may_copy=case.may(by, Operation.GIVE_COPY, Compartment.SUPPORT),
        may_export=case.may(by, Operation.EXPORT_CASE, Compartment.IDENTITY),
    )
