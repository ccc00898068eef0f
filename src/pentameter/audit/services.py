"""Adding to the record. Always in the transaction of the act itself: no row, no act."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from pentameter.audit import chain
from pentameter.audit.events import Event
from pentameter.audit.models import Entry, Head
from pentameter.kernel import clock
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

    Args:
        event: what happened.
        by: who did it.
        subject: the kind of record and its id.
        purpose: why, as the actor stated it.
        detail: ids, codes and counts; never contents.

    Raises:
        TransactionManagementError: outside a transaction, since the row must stand or fall with the act.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(f"{event} must be recorded in the transaction of the act.")
    head = Head.objects.select_for_update().get(pk=1)
    at = clock.now()
    kind, identifier = subject
    facts = chain.Facts(
        seq=head.seq + 1,
        at=chain.moment(at),
        event=event.value,
        actor=by.id,
        role=by.role.value,
        agency=by.agency,
        subject_type=kind,
        subject_id=str(identifier),
        purpose=purpose,
        detail=chain.canonical(detail or {}),
    )
    return _append(head, facts, at)


def _append(head: Head, facts: chain.Facts, at: object) -> int:
    new = chain.digest(facts, head.digest)
    values = {name: getattr(facts, name) for name in facts.__dataclass_fields__}
    Entry.objects.create(**{**values, "at": at}, previous=head.digest, digest=new)
    Head.objects.filter(pk=1).update(seq=facts.seq, digest=new)
    return facts.seq


def looked(event: Event, *, by: Actor, kind: str, ids: Sequence[object], purpose: str = "") -> int:
    """Add a row for a look: one row for a record, and one for a list with the ids that were shown."""
    if len(ids) == 1:
        return record(event, by=by, subject=(kind, ids[0]), purpose=purpose)
    return record(event, by=by, subject=(kind, ""), purpose=purpose, detail={"ids": [str(one) for one in ids]})
