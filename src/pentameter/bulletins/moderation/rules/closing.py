"""How an article takes comments, as it is chosen."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

OPEN_FOR = timedelta(days=28)
"""How long an article takes comments, unless somebody decides otherwise."""


@dataclass(frozen=True, slots=True)
class Article:
    """A bulletin, as far as comments care."""

    bulletin: UUID
    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """How an article takes comments from now on."""

    is_open: bool
    closes_on: date | None
    shows: bool = True
    held: bool = False
    checked_first: bool = True
