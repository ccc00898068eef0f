"""What the matching remembers of names while it works, and letting go of it."""

from collections.abc import Callable
from functools import _lru_cache_wrapper
from typing import Any

from pentameter.decisions.matching import documents, names, tokens
from pentameter.kernel.names import remembering

_REMEMBERING: tuple[Callable[..., Any], ...] = (
    *remembering.REMEMBERING,
    *(documents.number, names.name, names.agreement, tokens.token, tokens.grade, tokens._near_groups),
)
"""Every cache that fills with words of names and numbers of documents; those of `tables` hold our own tables alone."""


def forget() -> None:
    """Let go of every name and number: a process that lives on keeps nobody's in its memory."""
    for one in _REMEMBERING:
        if isinstance(one, _lru_cache_wrapper):
            one.cache_clear()


def remembered() -> int:
    """How many entries are remembered now."""
    return sum(one.cache_info().currsize for one in _REMEMBERING if isinstance(one, _lru_cache_wrapper))
