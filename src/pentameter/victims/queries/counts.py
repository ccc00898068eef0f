"""Counts of cases: of people rescued, live, and of what waits. Never who or where."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q

from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, AgencySector
from pentameter.victims.models import Case, NeedToKnow
from pentameter.victims.queries.lists import visible
from pentameter.victims.rules.cases import CaseState, NeedKind


@dataclass(frozen=True, slots=True)
class RescuedCount:
    """How many people an agency registered in a wave. `wave` None: while none ran."""

    wave: UUID | None
    agency: str
    people: int


@dataclass(frozen=True, slots=True)
class CaseDuties:
    """What waits in the open cases that an actor may see. `supports`: their own organisation supports people."""

    open: int
    unsupported: int
    nobody_works: int
    supports: bool


def rescued_counts(*, waves: Collection[UUID] | None = None) -> tuple[RescuedCount, ...]:
    """People rescued by wave and agency, as of now; erased cases count on. One SQL query."""
    rows = Case.objects.all() if waves is None else Case.objects.filter(wave__in=waves)
    counted = rows.values("wave", "agency").annotate(people=Count("*")).order_by("wave", "agency")
    return tuple(RescuedCount(row["wave"], row["agency"], row["people"]) for row in counted)


def rescued_in(waves: Collection[UUID]) -> dict[UUID, int]:
    """People rescued in each of these waves. One SQL query."""
    found = dict.fromkeys(waves, 0)
    for one in rescued_counts(waves=waves):
        if one.wave is not None:
            found[one.wave] += one.people
    return found


def case_duties(by: Actor) -> CaseDuties:
    """What waits in the open cases that the actor may see. One SQL query."""
    cases = visible(by, clock.now()).filter(state=CaseState.OPEN.value)
    assigned = NeedToKnow.objects.filter(case=OuterRef("pk"), kind=NeedKind.ASSIGNED.value, ended_at=None)
    counted = cases.annotate(worked=Exists(assigned)).aggregate(
        open=Count("pk"),
        unsupported=Count("pk", filter=Q(support_agency=None)),
        nobody=Count("pk", filter=Q(support_agency=by.agency or None, worked=False)),
    )
    supports = by.sector is AgencySector.SUPPORT
    return CaseDuties(counted["open"], counted["unsupported"], counted["nobody"], supports)
