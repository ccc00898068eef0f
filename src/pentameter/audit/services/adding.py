"""One row more at the end of the chain."""

from collections.abc import Mapping

from django.db import transaction

from pentameter.audit import chain
from pentameter.audit.events import Event
from pentameter.audit.models import Entry, Head
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

_COLUMNS = (*chain.Row._fields,)
_INSERT = f"INSERT INTO audit_entry ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})"  # noqa: S608


def append(event: Event, by: Actor, subject: tuple[str, object], purpose: str, detail: Mapping[str, object]) -> int:
    """Add a row and return its number. The end of the chain stays locked until the act is committed."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(f"{event} must be recorded in the transaction of the act.")
    seq, previous = Head.objects.select_for_update().values_list("seq", "digest").get(pk=1)
    at = clock.now()
    kind, identifier = subject
    row = chain.Row(
        seq=seq + 1,
        at=chain.moment(at),
        event=event.value,
        actor=by.id,
        role=by.role.value,
        agency=by.agency,
        subject_type=kind,
        subject_id=str(identifier),
        purpose=purpose,
        detail=chain.canonical(detail),
        previous=previous,
    )
    digest = chain.digest(row)
    values = row._asdict() | {"at": at, "digest": digest}
    Entry.objects.create(**values)
    Head.objects.filter(pk=1).update(seq=row.seq, digest=digest)
    return row.seq
