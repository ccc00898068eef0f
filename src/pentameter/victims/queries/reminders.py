"""What somebody who supports people is reminded of on the first page: days and references, never what is to be done."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, QuerySet

from pentameter.kernel.actor import Actor
from pentameter.victims.models import NeedToKnow, SupportEntry
from pentameter.victims.queries.opening import live
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.support import EntryKind, EntryState

AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class DueTasks:
    """How many tasks of one case a person answers for that are due, and since when the first of them is."""

    case_id: UUID
    reference: str
    tasks: int
    first_due: date


@dataclass(frozen=True, slots=True)
class ComingAppointment:
    """When someone with whom a person works has an appointment."""

    case_id: UUID
    reference: str
    at: datetime
    zone: str


def due_tasks(by: Actor, *, today: date) -> tuple[DueTasks, ...]:
    """The tasks that the actor answers for and that are due, by case, the oldest first. One SQL query."""
    rows = (
        _in_open_cases(by)
        .filter(kind=EntryKind.TASK.value, owner=by.id, until_on__lte=today)
        .values_list("case_id", "case__reference")
        .annotate(tasks=Count("id"), first_due=Min("until_on"))
        .order_by("first_due", "case_id")
    )
    return tuple(DueTasks(*row) for row in rows)


def coming_appointments(by: Actor, *, now: datetime) -> tuple[ComingAppointment, ...]:
    """The next appointments of those with whom the actor works in person. One SQL query."""
    mine = NeedToKnow.objects.filter(live(now), person=by.id).values("case_id")
    rows = (
        _in_open_cases(by)
        .filter(kind=EntryKind.APPOINTMENT.value, at__gte=now, at__lte=now + AHEAD, case_id__in=mine)
        .order_by("at", "id")
        .values_list("case_id", "case__reference", "at", "case__zone")
    )
    return tuple(ComingAppointment(case_id, said, at, zone) for case_id, said, at, zone in rows if at is not None)


def _in_open_cases(by: Actor) -> QuerySet[SupportEntry]:
    """What stands in the cases that the actor's organisation supports today."""
    return SupportEntry.objects.filter(
        state=EntryState.LIVE.value, case__support_agency_id=by.agency, case__state=CaseState.OPEN.value
    )
