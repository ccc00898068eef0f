"""Letting go of the names that were read."""

from collections.abc import Callable
from functools import _lru_cache_wrapper
from typing import Any

from pentameter.entities.linkage import words
from pentameter.intelligence.intake.normalise import phones
from pentameter.kernel.names import remembering

_REMEMBERING: tuple[Callable[..., Any], ...] = (*remembering.REMEMBERING, words._sound, words._form, phones.carefully)


def forget() -> None:
    """Let go of every name and number: a process that lives on keeps nobody's in its memory."""
    for one in _REMEMBERING:
        if isinstance(one, _lru_cache_wrapper):
            one.cache_clear()


def remembered() -> int:
    """How many entries are remembered now."""
    return sum(one.cache_info().currsize for one in _REMEMBERING if isinstance(one, _lru_cache_wrapper))
