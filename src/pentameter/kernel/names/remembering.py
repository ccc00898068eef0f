"""What is remembered of names while they are read: a process that lives on has to let go of it."""

from collections.abc import Callable
from typing import Any

from pentameter.kernel.names import letters, sounds

REMEMBERING: tuple[Callable[..., Any], ...] = (
    *(letters.words, letters._words),
    *(sounds.fine, sounds.coarse, sounds.skeleton, sounds.stem),
)
"""Every cache that fills with words of names; those of `tables` hold our own tables alone."""
