"""One report, from the form or from an agency's own system."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft
from pentameter.intelligence.keys import keys_alone
from pentameter.intelligence.models import Report
from pentameter.intelligence.services import rows as make
from pentameter.intelligence.services.receive import may_send, takes_files
from pentameter.intelligence.services.steps import Batch, accept, file_return, ground_of, known_contents, read_row
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import require
from pentameter.operations import api as operations


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a report that was sent by itself: accepted, here already (under `report_id`), or its problems."""

    report_id: UUID | None
    duplicate: bool = False
    problems: tuple[Problem, ...] = ()


@transaction.atomic
def submit_report(*, cells: Mapping[str, str], wave_id: UUID, by: Actor, number: int = 1) -> Submitted:
    """Accept one report, given by the template's columns, or say all that is wrong with it. It is row `number`."""
    require(may_send(by))
    require(takes_files(wave_id))
    row = RawRow(number=number, cells={"agency": by.agency, **cells})
    draft = read_row(row, ground_of(by.agency, clock.now()))
    if not isinstance(draft, ReportDraft):
        return Submitted(None, problems=draft)
    return _accept(draft, wave_id, by)


@transaction.atomic
def submit_return(*, cells: Mapping[str, str], wave_id: UUID, by: Actor, number: int = 1) -> Submitted:
    """File one weekly return, given by the template's columns, or say all that is wrong with it. It is row `number`."""
    require(may_send(by))
    require(takes_files(wave_id))
    row = RawRow(number=number, cells={"agency": by.agency, **cells})
    outcome = file_return(row, ground_of(by.agency, clock.now()), operations.waves_beside(wave_id), by)
    if isinstance(outcome, tuple):
        return Submitted(None, problems=outcome)
    return Submitted(None, duplicate=not outcome)


def _accept(draft: ReportDraft, wave_id: UUID, by: Actor) -> Submitted:
    keys, batch = keys_alone(by.agency), Batch()
    placed = make.Placed(new_id(), clock.now(), 1, keys, by, operations.waves_beside(wave_id))
    problems = accept(batch, placed, draft, known_contents(by.agency, [draft.own_reference]))
    if problems:
        return Submitted(None, problems=problems)
    batch.write()
    if batch.duplicate:
        return Submitted(_earlier(by.agency, draft.own_reference), duplicate=True)
    report_id = cast(UUID, batch.reports[0]["id"])
    record(Event.REPORT_ACCEPTED, by=by, subject=("report", report_id))
    return Submitted(report_id)


def _earlier(agency: str, own_reference: str) -> UUID:
    return Report.objects.values_list("id", flat=True).get(agency_id=agency, own_reference=own_reference)
