"""Looking at flags, and reviewing one: by a second person, with a reason, in one transaction with its row."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, looked, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require
from pentameter.oversight.models import Flag
from pentameter.oversight.queries.flags import FlagCard, Flags, flag, flags
from pentameter.oversight.rules.reviews import Outcome, may_review


@transaction.atomic
def show_flags(*, by: Actor) -> Flags:
    """The flags that the actor may review."""
    require(decide(by, Operation.VIEW_FLAGS))
    found = flags(by)
    looked(Event.FLAGS_SHOWN, by=by, kind="flag", ids=[one.id for one in (*found.open, *found.done)])
    return found


@transaction.atomic
def show_flag(*, flag_id: UUID, by: Actor) -> FlagCard:
    """One flag with the rows behind it."""
    require(decide(by, Operation.VIEW_FLAGS))
    found = flag(flag_id, by)
    if found is None:
        raise never_was()
    looked(Event.FLAG_READ, by=by, kind="flag", ids=[flag_id])
    return found


@transaction.atomic
def review_flag(*, flag_id: UUID, outcome: Outcome, reason: str, by: Actor) -> None:
    """Say that a flag is explained, or that it was taken further, and why."""
    row = Flag.objects.select_for_update().filter(pk=flag_id).first()
    owner = row.agency_id if row else ""
    require(decide(by, Operation.REVIEW_FLAG, Subject("flag", str(flag_id), Compartment.ADMINISTRATION, owner)))
    if row is None:
        raise never_was()
    require(may_review(person=row.person, by=by.id, outcome=row.outcome))
    row.outcome, row.reason = outcome.value, reason
    row.reviewed_by, row.reviewed_at = by.id, clock.now()
    row.save(update_fields=["outcome", "reason", "reviewed_by", "reviewed_at"])
    record(Event.FLAG_REVIEWED, by=by, subject=("flag", flag_id), detail={"outcome": outcome.value})
