"""Adding to the record. Always in the transaction of the act itself: no row, no act."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from pentameter.audit.events import Event
from pentameter.audit.ledger import EVERY
from pentameter.audit.services.adding import append
from pentameter.audit.services.checkpointing import write_if_due
from pentameter.kernel.actor import Actor


def record(
    event: Event,
    *,
    by: Actor,
    subject: tuple[str, object] = ("", ""),
    purpose: str = "",
    detail: Mapping[str, object] | None = None,
) -> int:
    """Add a row for an act and return its number.

    The end of the chain stays locked until the transaction ends: record last, so that others wait the least.

    Args:
        event: what happened.
        by: who did it.
        subject: the kind of record and its id.
        purpose: why, as the actor stated it.
        detail: ids, codes and counts; never contents.

    Raises:
        TransactionManagementError: outside a transaction, since the row must stand or fall with the act.
    """
    seq = append(event, by, subject, purpose, detail or {})
    if seq % EVERY == 0:
        transaction.on_commit(write_if_due, robust=True)
    return seq


def looked(event: Event, *, by: Actor, kind: str, ids: Sequence[object], purpose: str = "") -> int:
    """Add a row for a look: one row for a record, and one for a list with the ids that were shown."""
    if len(ids) == 1:
        return record(event, by=by, subject=(kind, ids[0]), purpose=purpose)
    return record(event, by=by, subject=(kind, ""), purpose=purpose, detail={"ids": [str(one) for one in ids]})
