"""How the record stands: how long it is, what vouches for it, and when somebody last verified it."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings

from pentameter.audit.checkpoints import Checkpoint
from pentameter.audit.events import Event
from pentameter.audit.models import Entry
from pentameter.audit.queries.raw import end


@dataclass(frozen=True, slots=True)
class LastCheck:
    """The last verification, as the record itself tells of it. `kind` is empty if nothing was found."""

    at: datetime
    by: str
    rows: int
    kind: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """The length of the record, the last checkpoint, and the last verification."""

    rows: int
    checkpoint: Checkpoint | None
    problems: tuple[str, ...]
    last_check: LastCheck | None

    @property
    def unsigned(self) -> int:
        """How many rows no checkpoint vouches for yet."""
        return self.rows - (self.checkpoint.seq if self.checkpoint else 0)


def standing() -> Standing:
    """How the record stands now."""
    book = settings.AUDIT_LEDGER.read()
    return Standing(rows=end().seq, checkpoint=book.last, problems=book.problems, last_check=_last_check())


def rows_lost() -> datetime | None:
    """The moment of the last row, where a signed checkpoint goes further than the record: rows are gone, as after a
    restore. None where none does."""
    last = settings.AUDIT_LEDGER.read().last
    if last is None or last.seq <= end().seq:
        return None
    newest = Entry.objects.order_by("-seq").first()
    return newest.at if newest else datetime.min.replace(tzinfo=UTC)


def last_signed_at() -> datetime | None:
    """When the last checkpoint was signed."""
    last = settings.AUDIT_LEDGER.read().last
    return datetime.fromisoformat(last.at) if last else None


def _last_check() -> LastCheck | None:
    row = Entry.objects.filter(event=Event.AUDIT_VERIFIED).order_by("-seq").first()
    if row is None:
        return None
    said = json.loads(row.detail)
    return LastCheck(at=row.at, by=row.actor, rows=said["rows"], kind=said.get("kind", ""), row=said.get("row", 0))
