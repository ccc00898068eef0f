"""The keys of entities: what linking derives is sealed again, and is found by digests that show nothing."""

from functools import lru_cache

from pentameter.intelligence.intake.normalise.words import plain_words
from pentameter.kernel import sealing
from pentameter.kernel.safe import Safe
from pentameter.keyring import api as keyring

_BITS = 63
"""A signed integer of the database holds them, and an index of integers is a third of one of letters."""


@lru_cache(maxsize=1)
def safe() -> Safe:
    """The safe of what linking derives, bound to each mention."""
    return Safe(keyring.standing_key("what linking derives"))


def digest(what: str, value: str) -> int:
    """A keyed digest of 63 bits (HMAC-SHA-256, cut) that finds equal values of one kind without showing them."""
    return int(sealing.blind_index(_index_key(), f"{what}:{value}")[:16], 16) & ((1 << _BITS) - 1)


def digest_of_asked(words: str) -> str:
    """A keyed digest of what was searched for, as a row of the record holds it: equal for the same plain words."""
    return f"{digest('asked', ' '.join(plain_words(words))):016x}"


@lru_cache(maxsize=1)
def _index_key() -> bytes:
    return keyring.standing_key("index of entities")
