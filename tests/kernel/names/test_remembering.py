"""Whatever is remembered of a name is listed, so that it can be let go."""

from functools import _lru_cache_wrapper

from pentameter.kernel.names import letters, sounds
from pentameter.kernel.names.remembering import REMEMBERING


def test_every_cache_of_words_is_listed() -> None:
    caches = [
        one for module in (letters, sounds) for one in vars(module).values() if isinstance(one, _lru_cache_wrapper)
    ]
    assert set(caches) == set(REMEMBERING)
