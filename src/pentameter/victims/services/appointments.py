"""Appointments. They stand in the plan as reminders that say when, and nothing of what for."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.queries.support import row_of
from pentameter.victims.rules.contents import AppointmentWords
from pentameter.victims.rules.support import EntryKind, EntryState, may_be_due, may_rewrite
from pentameter.victims.services.supporting import Days, add_entry, rewrite, supported, supporting


@dataclass(frozen=True, slots=True)
class Appointment:
    """With whom, on which day and at what time where the case's law is."""

    words: AppointmentWords
    on: date
    at: time


@transaction.atomic
def arrange(*, case_id: UUID, appointment: Appointment, by: Actor) -> UUID:
    """Add an appointment."""
    case = supporting(case_id, by)
    row = add_entry(case, EntryKind.APPOINTMENT, appointment.words, by, _days(case, appointment))
    supported(case, row, by=by, act="arranged")
    return row.id


@transaction.atomic
def rearrange(*, case_id: UUID, entry_id: UUID, appointment: Appointment, version: int, by: Actor) -> None:
    """Write an appointment anew, if it is still at `version`. How it was is kept.

    Raises:
        EntryChangedMeanwhile: if it is not.
    """
    case = supporting(case_id, by)
    row = row_of(case, entry_id, [EntryKind.APPOINTMENT])
    require(may_rewrite(EntryKind.APPOINTMENT, EntryState(row.state)))
    rewrite(case, row, appointment.words, _days(case, appointment), version=version, by=by)
    supported(case, row, by=by, act="rearranged")


def _days(case: OpenCase, appointment: Appointment) -> Days:
    require(may_be_due(appointment.on, found_on=case.row.rescued_on))
    return Days(at=datetime.combine(appointment.on, appointment.at, ZoneInfo(case.row.zone)))
