"""Mentions under a key, sealed together: the bytes of their identifiers, one after the other."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pentameter.entities.keys import digest
from pentameter.entities.rules.finding import Key
from pentameter.kernel import sealing
from pentameter.keyring import api as keyring

SIZE = 16


def place_of(shelf: str, key: Key) -> int:
    """Where the mentions under a key lie for the readers of a shelf."""
    what, value = key
    return digest(f"{shelf}:{what.value}", value)


def sealed(place: int, mentions: Iterable[bytes]) -> bytes:
    """Mentions, sealed for their place."""
    return sealing.seal(_key(), b"".join(mentions), bound_to=f"found:{place}")


def opened(place: int, held: bytes | memoryview) -> Iterator[bytes]:
    """The same, opened.

    Raises:
        SealBroken: if they were changed, or lay in another place.
    """
    plain = sealing.unseal(_key(), held, bound_to=f"found:{place}")
    return (plain[start : start + SIZE] for start in range(0, len(plain), SIZE))


@lru_cache(maxsize=1)
def _key() -> bytes:
    return keyring.standing_key("mentions under keys")
