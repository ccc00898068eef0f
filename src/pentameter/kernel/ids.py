"""Identifiers: in order of time, so that indexes stay compact, and not to be guessed."""

import hashlib
import hmac
import secrets
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from operator import attrgetter

from pentameter.kernel import clock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that reads like something else

_LOW = (1 << 62) - 1  # the random bits after the variant


def new_id() -> uuid.UUID:
    """A fresh identifier (UUID version 7): 48 bits of milliseconds, then 74 random bits."""
    return _uuid7(clock.now(), secrets.token_bytes(10))


def derived_id(key: bytes, at: datetime, *parts: str) -> uuid.UUID:
    """The identifier that belongs to `parts`: the same whenever it is made again, and not to be guessed without `key`.

    An import that is killed and goes on gives its rows the identifiers that they would have had.
    """
    told_apart = "".join(f"{len(part)}:{part}" for part in parts)  # "a" and "bc" are not "ab" and "c"
    digest = hmac.digest(key, told_apart.encode(), "sha256")
    return _uuid7(at, digest[:10])


def beside(identifier: uuid.UUID, number: int) -> uuid.UUID:
    """The identifier of part `number` (from 1) of the thing that has `identifier`, as hard to guess as that."""
    low = (identifier.int + number) & _LOW
    return uuid.UUID(int=(identifier.int & ~_LOW) | low)


def reference(prefix: str, identifier: uuid.UUID) -> str:
    """A short form for people to say aloud: `reference("R", id)` is like "R-7K2M-9QXD"."""
    value = int.from_bytes(hashlib.sha256(identifier.bytes).digest()[:5], "big")
    letters = "".join(_ALPHABET[(value >> shift) & 31] for shift in range(35, -5, -5))
    return f"{prefix}-{letters[:4]}-{letters[4:]}"


def _uuid7(at: datetime, rest: bytes) -> uuid.UUID:
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    value = (milliseconds << 80) | int.from_bytes(rest, "big")
    value = (value & ~(0xF000 << 64)) | (0x7000 << 64)
    value = (value & ~(0xC000 << 48)) | (0x8000 << 48)
    return uuid.UUID(int=value)


in_order: Callable[[uuid.UUID], int] = attrgetter("int")
"""`sorted(ids, key=in_order)`: the order that identifiers have anyway, in which no two are compared one by one."""
