"""The conditions that a record carries from the system that it was exported from."""

from collections.abc import Iterable
from typing import Final

BOUND: Final = "Handling conditions"
"""How a sentence begins that binds whoever holds the record."""


def conditions_in(sentences: Iterable[str]) -> str:
    """The sentences that bind, a line each."""
    return "\n".join(one for one in sentences if one.startswith(BOUND))
