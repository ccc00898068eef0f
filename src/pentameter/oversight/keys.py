"""The key of where people live: a postcode becomes a mark that finds the same postcode and shows none."""

from functools import lru_cache

from django.conf import settings

from pentameter.kernel import sealing


def home_mark(postcode: str) -> bytes:
    """The mark of a whole postcode, as it is printed."""
    return sealing.blind_index(_key(), postcode).encode()


@lru_cache(maxsize=1)
def _key() -> bytes:
    return sealing.derive(settings.ROOT_KEY, "index of where people live")
