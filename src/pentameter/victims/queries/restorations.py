"""Restores that are not confirmed yet, and what they mean for removals."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.kernel.verdict import Verdict
from pentameter.victims.models import Restoration
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Case
from pentameter.victims.rules.removal import may_remove
from pentameter.victims.rules.restored import Restored, nothing_is_missing

LATELY = 20


@dataclass(frozen=True, slots=True)
class RestoreLine:
    """A restore, as the duty desk sees it."""

    id: UUID
    restored: Restored


def nothing_missing() -> Verdict:
    """Whether every restore was confirmed. One SQL query."""
    return nothing_is_missing(map(restored_of, Restoration.objects.filter(second_at=None)))


def may_be_removed(case: Case, *, today: date) -> Verdict:
    """Whether nothing stands against a removal, in this case or because something may be missing. One SQL query."""
    whole = nothing_missing()
    return may_remove(case, rule_book(), today=today) if whole.allowed else whole


def restores() -> tuple[RestoreLine, ...]:
    """The latest restores, newest first. One SQL query."""
    rows = Restoration.objects.order_by("-restored_at", "-id")[:LATELY]
    return tuple(RestoreLine(row.id, restored_of(row)) for row in rows)


def restored_of(row: Restoration) -> Restored:
    """The restore, as the rules see it."""
    return Restored(row.stands_for, row.restored_at, row.first_by, row.second_by)
