"""Cases as retention looks at them: whose they are and since when they are closed; nothing of whom they are about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from pentameter.access.api import Operation, Reach, reach
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case, Erasure
from pentameter.victims.rules.cases import CaseState

_COLUMNS = ("id", "reference", "agency_id", "support_agency_id", "closed_on", "state")


@dataclass(frozen=True, slots=True)
class CaseAtReview:
    """A case: `closed_on` None while it is open. `gone`: it was erased."""

    id: UUID
    reference: str
    agency: str
    support_agency: str
    closed_on: date | None
    gone: bool


def case_at_review(case_id: UUID) -> CaseAtReview | None:
    """One case. One SQL query. Whether the actor may see it is asked with `opened`."""
    row = Case.objects.filter(pk=case_id).values_list(*_COLUMNS).first()
    return _value(*row) if row else None


def cases_at_review(
    by: Actor, *, closed_by: date, besides: Collection[UUID] = (), limit: int
) -> tuple[CaseAtReview, ...]:
    """The cases that the actor may have erased, closed by a day and not erased, the longest closed first. One query."""
    rows = Case.objects.filter(_scope(by), state=CaseState.CLOSED.value, closed_on__lte=closed_by)
    found = rows.exclude(pk__in=besides).order_by("closed_on", "id").values_list(*_COLUMNS)[:limit]
    return tuple(_value(*row) for row in found)


def cases_to_erase(by: Actor, cases: Collection[UUID]) -> dict[UUID, str]:
    """Of these cases those that the actor may have erased, with their references. One SQL query."""
    return dict(Case.objects.filter(_scope(by), pk__in=cases).values_list("id", "reference"))


def erased_cases() -> tuple[tuple[UUID, datetime], ...]:
    """Every case that two people had erased, and when. One SQL query."""
    rows = Erasure.objects.filter(agreed_at__isnull=False).order_by("agreed_at")
    return tuple((case, at) for case, at in rows.values_list("case_id", "agreed_at") if at is not None)


def _scope(by: Actor) -> Q:
    far = reach(by, Operation.ERASE_CASE)
    if far is Reach.ANY:
        return Q()
    if far is None or not by.agency:
        return Q(pk__in=[])
    return Q(agency_id=by.agency) | Q(support_agency_id=by.agency)


def _value(
    identifier: UUID, reference: str, agency: str, support: str | None, closed_on: date | None, state: str
) -> CaseAtReview:
    return CaseAtReview(identifier, reference, agency, support or "", closed_on, state == CaseState.ERASED.value)
