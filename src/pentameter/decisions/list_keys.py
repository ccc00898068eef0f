"""The keys of removal lists: one each, wrapped by the root key. Unwrapped each time and never cached."""

from collections.abc import Collection
from functools import lru_cache
from uuid import UUID

from pentameter.decisions.models import ListKey
from pentameter.kernel import clock, sealing
from pentameter.kernel.safe import Safe
from pentameter.keyring import api as keyring

WRAPPED = keyring.Wrapped("removal lists", "decisions.ListKey", "wrapped", "wrapping of lists' keys", "list:{}")


def bound(what: str, identifier: UUID) -> str:
    """What a sealed fact of a list is bound to: its kind and its row."""
    return f"{what}:{identifier}"


def new_safe() -> Safe:
    """The safe of a list that is about to be."""
    return Safe(sealing.new_key())


def keep_key(list_id: UUID, safe: Safe) -> None:
    """Write the key of a list, wrapped, in the caller's transaction."""
    wrapped = keyring.wrap(WRAPPED, list_id, safe.key)
    ListKey.objects.create(list_id=list_id, wrapped=wrapped, made_at=clock.now())


def seal_file(safe: Safe, content: bytes, list_id: UUID) -> bytes:
    """A list as it was sent, sealed under its key."""
    return sealing.seal(sealing.derive(safe.key, "file"), content, bound_to=bound("file", list_id))


def unseal_file(safe: Safe, sealed: bytes | memoryview, list_id: UUID) -> bytes:
    """The same, opened."""
    return sealing.unseal(sealing.derive(safe.key, "file"), sealed, bound_to=bound("file", list_id))


def safe_of(list_id: UUID) -> Safe:
    """A list's safe. One SQL query.

    Raises:
        SealBroken: if the root key of this installation does not open it, or there is none.
    """
    found = safes_of([list_id])
    if list_id not in found:
        raise sealing.SealBroken(f"Nothing of the list {list_id} opens.")
    return found[list_id]


def safes_of(lists: Collection[UUID]) -> dict[UUID, Safe]:
    """The safes of several lists. One SQL query."""
    rows = ListKey.objects.filter(list_id__in=lists).values_list("list_id", "wrapped")
    return {one: Safe(keyring.unwrap(WRAPPED, one, wrapped)) for one, wrapped in rows}


def surname_index(agency: str, surname: str) -> str:
    """The blind index of a surname that an agency asks about: equal for equal names, of that agency alone."""
    return sealing.blind_index(_index_key(), f"{agency}:{surname}") if surname else ""


@lru_cache(maxsize=1)
def _index_key() -> bytes:
    return keyring.standing_key("index of surnames asked about")
