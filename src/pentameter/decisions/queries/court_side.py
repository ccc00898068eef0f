"""The entries of a case on prosecutions, each with how far the prosecution has come."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pentameter.decisions.models import CourtSide
from pentameter.decisions.rules.court_side import Progress, Side
from pentameter.justice.api import Prosecution, prosecutions
from pentameter.victims.api import OpenCase, bound


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry, with its words as far as they open."""

    id: UUID
    side: Side
    progress: Progress
    on: date
    words: str
    known_at: datetime
    recorded_by: str
    struck_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class CourtCard:
    """A prosecution with the entries on it, newest first."""

    prosecution: Prosecution
    lines: tuple[EntryLine, ...]


def court_cards(case: OpenCase) -> tuple[CourtCard, ...]:
    """The prosecutions of a case. Three SQL queries."""
    rows = list(CourtSide.objects.filter(case=case.row).order_by("-on", "-known_at"))
    found = prosecutions({row.investigation_id for row in rows})
    return tuple(
        CourtCard(one, tuple(_line(row, case) for row in rows if row.investigation_id == one.id))
        for one in sorted(found.values(), key=lambda one: one.reference)
    )


def _line(row: CourtSide, case: OpenCase) -> EntryLine:
    return EntryLine(
        *(row.id, Side(row.side), Progress(row.progress), row.on),
        words=_opened(row.words, "court_side", row.id, case),
        known_at=row.known_at,
        recorded_by=row.recorded_by,
        struck_at=row.struck_at,
        reason=_opened(row.struck_because, "court_side_struck", row.id, case),
    )


def _opened(sealed: bytes | memoryview | None, what: str, row_id: UUID, case: OpenCase) -> str:
    if sealed is None or case.safe is None:
        return ""
    said: Any = case.safe.unseal(sealed, bound_to=bound(what, row_id))
    return str(said)
