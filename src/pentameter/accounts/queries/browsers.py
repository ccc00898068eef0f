"""The browsers in which people signed in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.accounts.models import KnownBrowser
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class BrowserLine:
    """A browser, and whether its person still has to say that it was them."""

    id: int
    family: str
    first_at: datetime
    last_at: datetime
    waits: bool


def browsers_of(user_id: UUID) -> tuple[BrowserLine, ...]:
    """The browsers of an account, the one used last first. One SQL query."""
    return tuple(_line(row) for row in KnownBrowser.objects.filter(user_id=user_id))


def unacknowledged_browsers(by: Actor) -> tuple[BrowserLine, ...]:
    """The browsers that the actor was told of and has not said anything about. One SQL query."""
    return tuple(_line(row) for row in KnownBrowser.objects.filter(user_id=by.id, acknowledged_at=None))


def _line(row: KnownBrowser) -> BrowserLine:
    return BrowserLine(row.pk, row.family, row.first_at, row.last_at, waits=row.acknowledged_at is None)
