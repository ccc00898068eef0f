"""Keys wrapped by the root key. What is wrapped says by which version: `version (4 bytes) + sealed`.

What was wrapped before there were versions has no number, and is one of the first.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.db import connection
from django.db.models import Max

from pentameter.kernel import sealing
from pentameter.keyring.models import RootVersion
from pentameter.keyring.purposes import FIRST
from pentameter.keyring.ring import Ring

LOCK = 2007_0035
"""Held in common by who wraps a key, on PostgreSQL, and alone by who changes what is current there."""
BARE = 60
"""The length of what was wrapped without a number: nonce, key and tag."""
HEAD = 4


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A column of wrapped keys: which purpose they are wrapped for, and what each is bound to, with `{}` for its id.

    The table's primary key is the id.
    """

    what: str
    model: str
    column: str
    purpose: str
    bound: str


def wrap(kept: Wrapped, identifier: object, key: bytes) -> bytes:
    """A key as it is kept, wrapped by the current version. In the caller's transaction."""
    return wrapped_by(current(), kept, identifier, key)


def wrapped_by(number: int, kept: Wrapped, identifier: object, key: bytes) -> bytes:
    """The same, wrapped by a version."""
    sealed = sealing.seal(_key(settings.ROOT_RING, kept.purpose, number), key, bound_to=kept.bound.format(identifier))
    return number.to_bytes(HEAD, "big") + sealed


def unwrap(kept: Wrapped, identifier: object, wrapped: bytes | memoryview) -> bytes:
    """The key.

    Raises:
        SealBroken: no version that lies here opens it for this row.
    """
    number, sealed = parted(wrapped)
    key = _key(settings.ROOT_RING, kept.purpose, number)
    return sealing.unseal(key, sealed, bound_to=kept.bound.format(identifier))


def parted(wrapped: bytes | memoryview) -> tuple[int, bytes]:
    """The version that wrapped a key, and the rest."""
    held = bytes(wrapped)
    if len(held) == BARE:
        return FIRST, held
    return int.from_bytes(held[:HEAD], "big"), held[HEAD:]


def standing_key(purpose: str) -> bytes:
    """A key that was derived from the first version, and stays."""
    return bytes(settings.ROOT_RING.standing[purpose])


def current() -> int:
    """The version that wraps now. It stays that until the caller's transaction ends.

    On SQLite the transaction has the database to itself. On PostgreSQL it holds a lock in common with all who wrap, so
    that nobody retires a version while a key wrapped by it is on its way.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [LOCK])
    return RootVersion.objects.aggregate(last=Max("number"))["last"] or FIRST


@lru_cache(maxsize=128)
def _key(ring: Ring, purpose: str, number: int) -> bytes:
    return sealing.derive(ring.root(number), purpose)
