"""The keys of suspects: one each, wrapped by the root key. Unwrapped each time and never cached."""

from collections.abc import Collection
from uuid import UUID

from pentameter.justice.models import SuspectKey
from pentameter.kernel import clock, sealing
from pentameter.kernel.safe import Safe
from pentameter.keyring import api as keyring

WRAPPED = keyring.Wrapped("suspects", "justice.SuspectKey", "wrapped", "wrapping of suspects' keys", "suspect:{}")


def bound(what: str, identifier: UUID) -> str:
    """What a sealed fact of a suspect is bound to: its kind and its row."""
    return f"{what}:{identifier}"


def new_safe() -> Safe:
    """The safe of a suspect who is about to be."""
    return Safe(sealing.new_key())


def keep_key(suspect_id: UUID, safe: Safe) -> None:
    """Write the key of a suspect, wrapped, in the caller's transaction."""
    wrapped = keyring.wrap(WRAPPED, suspect_id, safe.key)
    SuspectKey.objects.create(suspect_id=suspect_id, wrapped=wrapped, made_at=clock.now())


def safes_of(suspects: Collection[UUID]) -> dict[UUID, Safe]:
    """The safes of several suspects, without those whose key is gone. One SQL query."""
    rows = SuspectKey.objects.filter(suspect_id__in=suspects).values_list("suspect_id", "wrapped")
    return {one: Safe(keyring.unwrap(WRAPPED, one, key)) for one, key in rows}


def safe_of(suspect_id: UUID) -> Safe | None:
    """A suspect's safe; None where the key is gone. One SQL query.

    Raises:
        SealBroken: if the root key of this installation does not open it.
    """
    return safes_of([suspect_id]).get(suspect_id)
