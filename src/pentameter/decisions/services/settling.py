"""When a list has become clear, or is clear no longer: noted once, in the record too."""

from pentameter.audit.api import Event, record
from pentameter.decisions.models import RemovalList
from pentameter.decisions.queries.lists import facts_now
from pentameter.decisions.rules.screening.clearance import ListFacts, Soundness, may_call_clear
from pentameter.kernel.actor import Actor


def settle(row: RemovalList, system: Soundness, *, by: Actor) -> ListFacts:
    """Note how a list stands now, in the caller's transaction, which holds the list. Nobody relies on the note:
    whether a list is clear is worked out anew each time. What it found is returned.
    """
    facts = facts_now(row)
    verdict = may_call_clear(facts, system)
    if verdict.allowed and row.cleared_at is None:
        row.cleared_at = system.now
        row.save(update_fields=["cleared_at"])
        record(Event.LIST_CLEARED, by=by, subject=("list", row.id), detail={"lines": row.lines, "round": row.round})
    elif not verdict.allowed and row.cleared_at is not None:
        row.cleared_at = None
        row.save(update_fields=["cleared_at"])
        record(Event.LIST_EXPIRED, by=by, subject=("list", row.id), detail={"round": row.round})
    return facts
