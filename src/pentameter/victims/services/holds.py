"""Asking by its reference whether a hold stands. The answer is yes or no, and whom to call: nothing of a case."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.keys import NoKey, safe_of
from pentameter.victims.models import Case, CaseEvent
from pentameter.victims.queries.protections import today_of, value_of
from pentameter.victims.queries.restorations import may_be_removed
from pentameter.victims.rules.references import written


@dataclass(frozen=True, slots=True)
class HoldAnswer:
    """Whether a hold stands under a reference. `known`: the reference is one of ours."""

    reference: str
    known: bool
    stands: bool
    desk_number: str


@transaction.atomic
def look_up_hold(*, reference: str, by: Actor, besides: frozenset[UUID] = frozenset()) -> HoldAnswer:
    """Whether a hold stands. What is not known, or was erased with its clocks open, stands.

    `besides`: cases that are held for a reason which their clocks do not know.
    """
    require(decide(by, Operation.LOOK_UP_HOLD))
    row = Case.objects.filter(reference=written(reference)).first()
    stands = row is not None and (row.id in besides or _stands(row))
    record(Event.HOLD_LOOKED_UP, by=by, subject=("case", row.id if row else ""), detail={"stands": stands})
    return HoldAnswer(written(reference), row is not None, stands, settings.DUTY_DESK_NUMBER)


def _stands(row: Case) -> bool:
    try:
        safe = safe_of(row.id)
    except NoKey:
        safe = None
    case = value_of(row, CaseEvent.objects.filter(case=row, struck_at=None), safe)
    return not may_be_removed(case, today=today_of(row)).allowed
